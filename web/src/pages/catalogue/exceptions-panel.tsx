import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import {
  addHoursException,
  type ExceptionWish,
  hoursExceptionsQuery,
  removeHoursException,
} from '../../api/catalogue-queries.ts'
import type { HoursException, OwnerHours } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { addDays, isLocalDate } from '../../util/local-date.ts'
import styles from './catalogue.module.css'
import { type Window, Windows } from './windows.tsx'

/** Single dates on which somebody, or the whole business, has other hours than in every week. */
export const ExceptionsPanel = ({ owner }: { owner: OwnerHours['owner'] }) => {
  const text = words.catalogue.exceptions
  const { counted, time } = useFormats()
  const mayManage = useSession().permissions.includes('manage')
  const query = useQuery(hoursExceptionsQuery(time.today()))
  const { result, pending, start } = useAction(topics.catalogue)
  const [added, setAdded] = useState(0)
  const resourceId = owner.kind === 'location' ? null : owner.id
  const told = (left: number, well: string) =>
    left > 0
      ? ({ went: 'partly', text: counted(left, words.catalogue.leftOver) } as const)
      : ({ went: 'well', text: well } as const)
  const add = (wish: Omit<ExceptionWish, 'resource_id'>) =>
    start(async () => {
      try {
        const { collisions } = await addHoursException({ ...wish, resource_id: resourceId })
        setAdded(many => many + 1)
        return told(collisions.length, text.added(time.longDay(wish.date)))
      } catch (error) {
        const known = problemOf(error).type?.endsWith('exception-exists')
        if (known) return { went: 'partly', text: text.exists }
        throw error
      }
    })
  const remove = (id: string) =>
    start(async () => told((await removeHoursException(id)).collisions.length, words.sheet.saved))
  return (
    <Panel title={text.title(owner.name)}>
      <QueryState query={query}>
        {all => {
          const own = all.filter(({ resource }) => (resource?.id ?? null) === resourceId)
          return own.length === 0 ? (
            <EmptyState title={text.none} text={text.noneText} />
          ) : (
            <ul>
              {own.map(exception => (
                <ExceptionRow
                  key={exception.id}
                  exception={exception}
                  pending={pending}
                  onRemove={() => remove(exception.id)}
                />
              ))}
            </ul>
          )
        }}
      </QueryState>
      {mayManage && <NewException key={added} pending={pending} onAdd={add} />}
      <ActionResult result={result} />
    </Panel>
  )
}

type RowProps = { exception: HoursException; pending: boolean; onRemove: () => void }

const ExceptionRow = ({ exception, pending, onRemove }: RowProps) => {
  const { time } = useFormats()
  const day = time.longDay(exception.date)
  const hours = exception.windows.map(({ from, to }) => `${from} – ${to}`).join(', ')
  return (
    <li className={styles.person}>
      <span className={styles.personWords}>
        <span className={styles.name}>{day}</span>
        <span className={styles.more}>
          {hours || words.calendar.closed}
          {exception.reason !== null && ` · ${exception.reason}`}
        </span>
      </span>
      <ActionButton
        subject={day}
        refusal={refusalText(exception.allowed.remove)}
        pending={pending}
        onClick={onRemove}
      >
        {words.block.remove}
      </ActionButton>
    </li>
  )
}

type NewProps = { pending: boolean; onAdd: (wish: Omit<ExceptionWish, 'resource_id'>) => void }

const NewException = ({ pending, onAdd }: NewProps) => {
  const text = words.catalogue.exceptions
  const { time } = useFormats()
  const [date, setDate] = useState(() => addDays(time.today(), 1))
  const [windows, setWindows] = useState<readonly Window[]>([])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason')).trim()
    if (isLocalDate(date)) onAdd({ date, windows: [...windows], reason: reason === '' ? null : reason })
  }
  return (
    <form className={styles.addRow} onSubmit={submit}>
      <TextInput
        type="date"
        label={text.date}
        min={time.today()}
        value={date}
        required
        withAsterisk={false}
        onChange={event => setDate(event.currentTarget.value)}
      />
      <TextInput name="reason" label={words.block.reason} maxLength={500} autoComplete="off" />
      <Windows day={text.onDate} windows={windows} mayManage onChange={setWindows} />
      <Button type="submit" variant="default" loading={pending}>
        {text.add}
      </Button>
    </form>
  )
}
