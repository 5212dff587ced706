import type { Slot } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import styles from './sheets.module.css'

type Props = {
  slots: readonly Slot[]
  /** Whether each says whom it is with. */
  names: 'shown' | 'known'
  days?: 'shown' | 'known'
  chosen?: string | undefined
  onPick: (slot: Slot) => void
}

/** Free times to choose from. */
export const SlotButtons = ({ slots, names, days = 'known', chosen, onPick }: Props) => {
  const { time } = useFormats()
  return (
    <ul className={styles.slots} data-wide={names === 'shown' || undefined}>
      {slots.map(slot => (
        <li key={slot.token}>
          <button
            type="button"
            className={styles.slot}
            aria-pressed={chosen === undefined ? undefined : chosen === slot.starts_at}
            onClick={() => onPick(slot)}
          >
            <span className={styles.slotClock}>
              {days === 'shown' ? time.moment(slot.starts_at) : time.clock(slot.starts_at)}
            </span>
            {names === 'shown' && (
              <span className={styles.slotName}>{slot.staff.map(({ name }) => name).join(', ')}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
