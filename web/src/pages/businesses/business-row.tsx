import type { OperatorOverview } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { LiveDot } from '../../ui/live-dot.tsx'
import styles from './businesses.module.css'

type Business = OperatorOverview['items'][number]

/** One business: what happens there, and beside it all that somebody must look at. */
export const BusinessRow = ({ business }: { business: Business }) => {
  const text = words.installation.businesses
  const { counted, time } = useFormats()
  const problems = useProblems(business)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.name}>
          {business.name}
          {business.calls_running > 0 && (
            <Badge tone="live" icon={<LiveDot />}>
              {counted(business.calls_running, text.running)}
            </Badge>
          )}
        </p>
        <p className={styles.figures}>
          <span>{counted(business.calls_today, text.callsToday)}</span>
          <span>
            {business.last_call_at === null ? text.noCall : text.lastCall(time.moment(business.last_call_at))}
          </span>
        </p>
      </div>
      <div className={styles.badges}>
        {problems.length === 0 && <Badge tone="positive">{text.fine}</Badge>}
        {problems.map(({ tone, said }) => (
          <Badge key={said} tone={tone}>
            {said}
          </Badge>
        ))}
      </div>
    </li>
  )
}

const useProblems = (business: Business): { tone: Tone; said: string }[] => {
  const text = words.installation.businesses
  const { counted } = useFormats()
  const counts = [
    ['critical', business.events_dead, text.eventsDead],
    ['critical', business.jobs_dead, text.jobsDead],
    ['critical', business.jobs_late, text.jobsLate],
    ['caution', business.calls_failed_today, text.callsFailed],
    ['caution', business.callbacks_overdue, text.overdue],
  ] as const
  const found = counts.flatMap(([tone, count, forms]) =>
    count > 0 ? [{ tone, said: counted(count, forms) }] : [],
  )
  const { drift } = business
  if (drift !== 'drifted' && drift !== 'outdated') return found
  return [...found, { tone: 'caution', said: text[drift] }]
}
