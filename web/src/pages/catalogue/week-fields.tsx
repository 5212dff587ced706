import { useFormats } from '../../text/use-formats.ts'
import { addDays } from '../../util/local-date.ts'
import styles from './catalogue.module.css'
import { type Window, Windows } from './windows.tsx'

/** Any Monday: its days have the names of the week. */
const A_MONDAY = '2026-11-23'

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
