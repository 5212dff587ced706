import { useSearch } from '@tanstack/react-router'
import type { JobState, JobSummary } from '../../api/contract.ts'
import { jobPagesQuery, jobStates, jobSummaryQuery } from '../../api/job-queries.ts'
import { usePrefetchedPages, usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { pb } from '../../util/path-builder.ts'
import { StateFilter } from '../state-filter.tsx'
import { SystemTabs } from '../system-tabs.tsx'
import { JobList } from './job-list.tsx'
import styles from './jobs-page.module.css'
import { SchedulesPanel } from './schedules-panel.tsx'

/** What waits, runs or has failed in the background, and what runs by the clock. */
export const JobsPage = () => {
  const { state } = useSearch({ from: '/office/jobs' })
  const query = usePrefetchedPages(jobPagesQuery(state))
  const summary = usePrefetchedQuery(jobSummaryQuery())
  return (
    <>
      <SystemTabs />
      <PageHeader
        title={words.jobs.title}
        lead={words.jobs.lead}
        actions={summary.data && <Workers alive={summary.data.workers_alive} />}
      />
      <StateFilter choices={choicesOf(state, summary.data)} />
      <div className={styles.parts}>
        <JobList query={query} state={state} key={state} />
        <SchedulesPanel summary={summary} />
      </div>
    </>
  )
}

const choicesOf = (current: JobState | undefined, summary: JobSummary | undefined) => [
  { label: words.system.all, link: pb.jobs(), current: current === undefined },
  ...jobStates.map(state => ({
    label: words.jobs.state[state],
    link: pb.jobsIn(state),
    count: summary?.counts[state],
    current: current === state,
  })),
]

const Workers = ({ alive }: { alive: number }) => {
  const { counted } = useFormats()
  return (
    <p className={styles.workers}>
      <Badge tone={alive > 0 ? 'positive' : 'critical'}>{counted(alive, words.jobs.workers)}</Badge>
      {alive === 0 && words.jobs.noWorkerText}
    </p>
  )
}
