import { ActionIcon } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { words } from '../../text/words.ts'
import styles from './catalogue.module.css'

const NEW_WINDOW = { from: '09:00', to: '17:00' }

export type Window = { from: string; to: string }

type Props = {
  day: string
  windows: readonly Window[]
  mayManage: boolean
  onChange: (windows: readonly Window[]) => void
}

/** Any number of windows of one day. */
export const Windows = ({ day, windows, mayManage, onChange }: Props) => {
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
