import { ActionIcon } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { addDays } from '../../util/local-date.ts'
import styles from './catalogue.module.css'

/** Any Monday: its days have the names of the week. */
const A_MONDAY = '2026-11-23'
const NEW_WINDOW = { from: '09:00', to: '17:00' }

type Window = { from: string; to: string }
export type WeekWindow = Window & { weekday: number }

type Props = {
  week: readonly WeekWindow[]
  mayManage: boolean
  onChange: (week: WeekWindow[]) => void
}

/** Seven days with any number of windows each. */
export const WeekFields = ({ week, mayManage, onChange }: Props) => {
  const { time } = useFormats()
  return (
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
                onChange([
                  ...week.filter(window => window.weekday !== weekday),
                  ...windows.map(({ from, to }) => ({ weekday, from, to })),
                ])
              }
            />
          </li>
        )
      })}
    </ol>
  )
}

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
