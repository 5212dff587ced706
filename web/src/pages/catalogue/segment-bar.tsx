import { words } from '../../text/words.ts'
import styles from './catalogue.module.css'

type Part = { minutes: number; gap_after_minutes: number }

/** The parts of a service as long as they last, to one measure for all; gaps are hatched. */
export const SegmentBar = ({ segments, longest }: { segments: readonly Part[]; longest: number }) => {
  const width = (minutes: number) => `${(minutes / longest) * 100}%`
  const text = segments
    .flatMap(({ minutes, gap_after_minutes: gap }) => [
      words.appointment.minutes(minutes),
      ...(gap > 0 ? [`${words.sheet.gap} ${words.appointment.minutes(gap)}`] : []),
    ])
    .join(', ')
  return (
    <span className={styles.bar} role="img" aria-label={text} title={text}>
      {segments.flatMap(({ minutes, gap_after_minutes: gap }, index) => [
        <span className={styles.work} key={`work${index}`} style={{ width: width(minutes) }} />,
        gap > 0 && <span className={styles.gap} key={`gap${index}`} style={{ width: width(gap) }} />,
      ])}
    </span>
  )
}
