import { IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import type { Job } from '../api/contract.ts'
import { refusalText } from '../text/refusal-text.ts'
import { useFormats } from '../text/use-formats.ts'
import { wordFor, words } from '../text/words.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import type { TimeText } from '../util/time-text.ts'
import type { Selection } from '../util/use-selection.ts'
import { RequestReference } from './request-reference.tsx'
import { JobBadge } from './state-badge.tsx'
import styles from './system-row.module.css'

type Props = {
  job: Job
  selection: Selection
  onRetry: (id: string) => void
  onDiscard: (id: string) => void
}

export const JobRow = ({ job, selection, onRetry, onDiscard }: Props) => {
  const { time } = useFormats()
  const name = jobName(job.name)
  const selected = selection.isSelected(job.id)
  return (
    <li className={styles.row} data-selected={selected || undefined}>
      <CheckBox
        label={words.system.select(name)}
        checked={selected}
        disabled={!isSelectable(job)}
        onChange={() => selection.toggle(job.id)}
      />
      <div className={styles.what}>
        <p className={styles.line}>
          <span className={styles.name}>{name}</span>
          <JobBadge state={job.state} />
        </p>
        {job.reason !== null && <p className={styles.reason}>{words.jobs.reason[job.reason]}</p>}
        <p className={styles.detail}>
          <span>{whenText(job, time)}</span>
          {job.attempts > 0 && <span>{words.system.attempts(job.attempts, job.max_attempts)}</span>}
          {job.request_id !== null && <RequestReference requestId={job.request_id} look="short" />}
        </p>
        {job.last_error !== null && (
          <p className={styles.error}>
            {words.system.lastError}: <span lang="en">{job.last_error}</span>
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <ActionButton
          subject={name}
          refusal={refusalText(job.allowed.retry)}
          icon={<IconPlayerPlay size={16} stroke={1.75} />}
          onClick={() => onRetry(job.id)}
        >
          {words.jobs.retry}
        </ActionButton>
        <ActionButton
          subject={name}
          refusal={refusalText(job.allowed.discard)}
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => onDiscard(job.id)}
        >
          {words.jobs.discard}
        </ActionButton>
      </div>
    </li>
  )
}

export const jobName = (name: string): string => wordFor(words.jobs.name, name) ?? name

/** Whether anything can be done with a job, so that choosing it has a use. */
export const isSelectable = ({ allowed }: Job): boolean => allowed.retry === true || allowed.discard === true

const whenText = (job: Job, time: TimeText): string => {
  if (job.state === 'dead') return words.jobs.failedSince(time.moment(job.last_failed_at ?? job.created_at))
  if (job.state === 'retrying') return words.jobs.nextTry(time.moment(job.run_at))
  return job.state === 'scheduled'
    ? words.jobs.due(time.moment(job.run_at))
    : words.jobs.created(time.moment(job.created_at))
}
