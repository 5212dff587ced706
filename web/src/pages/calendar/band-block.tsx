import type { CSSProperties } from 'react'
import { wordFor, words } from '../../text/words.ts'
import type { Band } from './columns.ts'
import styles from './time-grid.module.css'

/** Why nobody can be booked here. Lies on free time, and lets clicks through to it. */
export const BandBlock = ({ band, style }: { band: Band; style: CSSProperties }) => (
  <div className={styles.band} data-because={band.because} style={style}>
    <span className={styles.bandText}>{bandText(band)}</span>
  </div>
)

const bandText = ({ because, reason }: Band) =>
  because === 'busy' ? words.calendar.busy : blockText(because, reason)

/** „Gesperrt: Betriebsversammlung“, „Urlaub“ */
export const blockText = (kind: 'closure' | 'absence', reason: string | null) => {
  if (kind === 'absence') return wordFor(words.calendar.absent, reason ?? '') ?? words.calendar.absent.other
  return reason === null ? words.calendar.blocked : `${words.calendar.blocked}: ${reason}`
}
