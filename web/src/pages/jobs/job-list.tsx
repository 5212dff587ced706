import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import type { Job, JobState } from '../../api/contract.ts'
import { itemsOf } from '../../api/list-pages.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { isSelectable, JobRow } from '../../table/job-row.tsx'
import { MorePages, type PagesShown } from '../../table/more-pages.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { SelectionBar } from '../../table/selection-bar.tsx'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSelection } from '../../util/use-selection.ts'
import { JobDialog, type JobQuestion } from './job-dialog.tsx'
import { useJobActions } from './use-job-actions.ts'

type Props = { query: PagesShown<Job>; state: JobState | undefined }

export const JobList = ({ query, state }: Props) => {
  const [question, setQuestion] = useState<JobQuestion | null>(null)
  const actions = useJobActions()
  const retry = (ids: string[]) =>
    ids.length === 1 ? actions.retry(ids) : setQuestion({ kind: 'retry', ids })
  return (
    <Panel title={words.jobs.list}>
      <ActionResult result={actions.result} />
      <QueryState query={query} skeleton={<SkeletonRows rows={6} />}>
        {list => (
          <Jobs
            jobs={itemsOf(list)}
            state={state}
            pending={actions.pending}
            onRetry={retry}
            onRetryAllDead={() => setQuestion({ kind: 'retry-all-dead' })}
            onDiscard={ids => setQuestion({ kind: 'discard', ids })}
          />
        )}
      </QueryState>
      <MorePages query={query} />
      {question !== null && (
        <JobDialog question={question} actions={actions} onClose={() => setQuestion(null)} />
      )}
    </Panel>
  )
}

type JobsProps = {
  jobs: Job[]
  state: JobState | undefined
  pending: boolean
  onRetry: (ids: string[]) => void
  onRetryAllDead: () => void
  onDiscard: (ids: string[]) => void
}

const Jobs = ({ jobs, state, pending, onRetry, onRetryAllDead, onDiscard }: JobsProps) => {
  const selection = useSelection(jobs.filter(isSelectable).map(job => job.id))
  if (jobs.length === 0) {
    return (
      <EmptyState
        icon={<IconChecks />}
        size="large"
        title={state === undefined ? words.jobs.none : words.jobs.noneInState}
        text={words.jobs.noneText}
      />
    )
  }
  return (
    <>
      {jobs.some(isSelectable) && (
        <SelectionBar
          selection={selection}
          action={
            jobs.some(job => job.state === 'dead') && (
              <ActionButton refusal={null} pending={pending} onClick={onRetryAllDead}>
                {words.jobs.retryAllDead}
              </ActionButton>
            )
          }
        >
          <ActionButton refusal={null} pending={pending} onClick={() => onRetry(selection.selected)}>
            {words.jobs.retry}
          </ActionButton>
          <ActionButton refusal={null} pending={pending} onClick={() => onDiscard(selection.selected)}>
            {words.jobs.discard}
          </ActionButton>
        </SelectionBar>
      )}
      <ul>
        {jobs.map(job => (
          <JobRow
            key={job.id}
            job={job}
            selection={selection}
            onRetry={id => onRetry([id])}
            onDiscard={id => onDiscard([id])}
          />
        ))}
      </ul>
    </>
  )
}
