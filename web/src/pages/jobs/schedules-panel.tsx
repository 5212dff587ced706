import type { JobSchedule, JobSummary } from '../../api/contract.ts'
import { jobName } from '../../table/job-row.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { ScheduleBadge } from '../../table/state-badge.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import styles from './jobs-page.module.css'

type Props = {
  summary: { data: JobSummary | undefined; error: Error | null; refetch: () => Promise<unknown> }
}

/** What runs by the clock, and whether it did. */
export const SchedulesPanel = ({ summary }: Props) => (
  <Panel title={words.jobs.schedules}>
    <QueryState query={summary} skeleton={<SkeletonRows rows={3} height="3rem" />}>
      {({ schedules }) =>
        schedules.length === 0 ? (
          <EmptyState title={words.jobs.schedulesNone} />
        ) : (
          <ul>
            {schedules.map(schedule => (
              <ScheduleRow key={schedule.name} schedule={schedule} />
            ))}
          </ul>
        )
      }
    </QueryState>
  </Panel>
)

const ScheduleRow = ({ schedule }: { schedule: JobSchedule }) => {
  const { time } = useFormats()
  const lastRun = schedule.last_run_at === null ? words.jobs.never : time.moment(schedule.last_run_at)
  return (
    <li className={styles.schedule}>
      <span className={styles.scheduleName}>{jobName(schedule.name)}</span>
      <span className={styles.scheduleWhen}>
        <span>
          {words.jobs.lastRun}: {lastRun}
        </span>
        <span>
          {words.jobs.nextRun}: {time.moment(schedule.next_run_at)}
        </span>
      </span>
      <ScheduleBadge state={schedule.state} />
    </li>
  )
}
