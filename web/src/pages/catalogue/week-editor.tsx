import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { saveHours } from '../../api/catalogue-queries.ts'
import type { OwnerHours } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import { addDays } from '../../util/local-date.ts'
import styles from './catalogue.module.css'

/** Any Monday: its days have the names of the week. */
const A_MONDAY = '2026-11-23'
const NEW_WINDOW = { from: '09:00', to: '17:00' }

/** A week of windows. Saved as a whole; what somebody else saved meanwhile is not overwritten. */
export const WeekEditor = ({ hours }: { hours: OwnerHours }) => {
  const { time, counted } = useFormats()
  const mayManage = useSession().permissions.includes('manage')
  const [week, setWeek] = useState(hours.week)
  const { result, pending, start } = useAction(topics.catalogue)
  const save = () =>
    start(async () => {
      const { collisions } = await saveHours(hours, week)
      return collisions.length > 0
        ? { went: 'partly', text: counted(collisions.length, words.catalogue.leftOver) }
        : { went: 'well', text: words.catalogue.hoursSaved }
    })
  return (
    <Panel title={words.catalogue.hoursOf(hours.owner.name)}>
      <ol className={styles.week}>
        {[1, 2, 3, 4, 5, 6, 7].map(weekday => {
          const name = time.weekdayName(addDays(A_MONDAY, weekday - 1))
          return (
            <li className={styles.day} key={weekday}>
              <span className={styles.dayName}>{name}</span>
              <Windows
                day={name}
                windows={week.filter(window => window.weekday === weekday)}
                mayManage={mayManage}
                onChange={windows =>
                  setWeek([
                    ...week.filter(window => window.weekday !== weekday),
                    ...windows.map(({ from, to }) => ({ weekday, from, to })),
                  ])
                }
              />
            </li>
          )
        })}
      </ol>
      {mayManage && (
        <div className={styles.foot}>
          <Button loading={pending} onClick={save}>
            {words.customer.save}
          </Button>
        </div>
      )}
      <ActionResult result={result} />
    </Panel>
  )
}

type Window = { from: string; to: string }
type WindowsProps = {
  day: string
  windows: readonly Window[]
  mayManage: boolean
  onChange: (windows: readonly Window[]) => void
}

const Windows = ({ day, windows, mayManage, onChange }: WindowsProps) => {
  const change = (index: number, part: Partial<Window>) =>
    onChange(windows.map((known, at) => (at === index ? { ...known, ...part } : known)))
  const field = (index: number, name: keyof Window, label: string) => (
    <input
      className={styles.time}
      type="time"
      aria-label={`${day}, ${label}`}
      value={windows[index]?.[name] ?? ''}
      readOnly={!mayManage}
      onChange={event => change(index, { [name]: event.currentTarget.value })}
    />
  )
  return (
    <span className={styles.windows}>
      {windows.length === 0 && <span className={styles.more}>{words.calendar.closed}</span>}
      {windows.map((_, index) => (
        <span className={styles.window} key={index}>
          {field(index, 'from', words.block.from)}–{field(index, 'to', words.block.until)}
          {mayManage && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.catalogue.removeWindow(day)}
              onClick={() => onChange(windows.filter((_window, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </span>
      ))}
      {mayManage && (
        <ActionIcon
          variant="subtle"
          aria-label={words.catalogue.addWindow(day)}
          onClick={() => onChange([...windows, NEW_WINDOW])}
        >
          <IconPlus size={16} />
        </ActionIcon>
      )}
    </span>
  )
}
