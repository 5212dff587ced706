import styles from './date-tile.module.css'

type Props = { weekday: string; day: number; month: string }

/** A day as a tear-off calendar sheet. Decoration; the date is written out beside it. */
export const DateTile = ({ weekday, day, month }: Props) => (
  <div className={styles.tile} aria-hidden="true">
    <span className={styles.weekday}>{weekday}</span>
    <span className={styles.day}>{day}</span>
    <span className={styles.month}>{month}</span>
  </div>
)
