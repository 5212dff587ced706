import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { staffQuery } from '../../api/booking-queries.ts'
import type { CallbackRequest } from '../../api/contract.ts'
import { assignCallback, settleCallback } from '../../api/open-queries.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { fromText } from '../../util/caller-text.ts'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import styles from './open-page.module.css'

/** Somebody to call back, by when and why; who does it, and that it is done. */
export const CallbackItem = ({ callback }: { callback: CallbackRequest }) => {
  const { time } = useFormats()
  const { result, pending, start } = useAction(topics.callbackRequests)
  const who = callback.name ?? fromText(callback.phone)
  const isLate = Date.parse(callback.due_at) < Date.now()
  const act = (work: () => Promise<unknown>) => () =>
    start(async () => {
      await work()
      return { went: 'well', text: words.sheet.saved }
    })
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.who}>
          {who}
          {callback.priority === 'high' && <Badge tone="critical">{words.open.urgent}</Badge>}
        </p>
        <p className={styles.what}>{callback.reason}</p>
        <p className={styles.foot}>
          <span className={isLate ? styles.late : undefined}>
            {isLate
              ? words.today.overdue(time.moment(callback.due_at))
              : words.today.callBackBy(time.moment(callback.due_at))}
          </span>
          {callback.wanted_when !== null && <span>{words.open.wantedWhen(callback.wanted_when)}</span>}
          {callback.phone !== null && (
            <a className={styles.link} href={`tel:${callback.phone}`}>
              {phoneText(callback.phone)}
            </a>
          )}
          {callback.call_id !== null && (
            <Link className={styles.link} {...pb.call(callback.call_id)}>
              {words.today.toCall}
            </Link>
          )}
        </p>
      </div>
      <div className={styles.actions}>
        <Assignee
          callback={callback}
          who={who}
          onAssign={id => act(() => assignCallback(callback.id, id))()}
        />
        <ActionButton
          subject={who}
          refusal={refusalText(callback.allowed.done)}
          pending={pending}
          onClick={act(() => settleCallback(callback.id, 'done'))}
        >
          {words.open.done}
        </ActionButton>
        <ActionButton
          subject={who}
          refusal={refusalText(callback.allowed.drop)}
          pending={pending}
          onClick={act(() => settleCallback(callback.id, 'dropped'))}
        >
          {words.open.drop}
        </ActionButton>
      </div>
      <ActionResult result={result} />
    </li>
  )
}

type AssigneeProps = { callback: CallbackRequest; who: string; onAssign: (id: string | null) => void }

/** All of the team stand in it from when a hand or the keyboard is there: with many people in many rows they would weigh. */
const Assignee = ({ callback, who, onAssign }: AssigneeProps) => {
  const staff = useQuery(staffQuery()).data ?? []
  const [open, setOpen] = useState(false)
  const chosen = callback.assignee
  const people = open ? staff : chosen === null ? [] : [chosen]
  return (
    <NativeSelect
      className={styles.assignee}
      size="sm"
      aria-label={words.open.assignee(who)}
      value={chosen?.id ?? ''}
      data={[
        { value: '', label: words.open.nobody },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onPointerDown={() => setOpen(true)}
      onFocus={() => setOpen(true)}
      onChange={event => onAssign(event.currentTarget.value || null)}
    />
  )
}
