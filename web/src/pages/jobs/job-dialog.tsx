import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { useJobActions } from './use-job-actions.ts'

export type JobQuestion = { kind: 'retry' | 'discard'; ids: string[] } | { kind: 'retry-all-dead' }

type Props = { question: JobQuestion; actions: ReturnType<typeof useJobActions>; onClose: () => void }

/** Asks before jobs run again or are given up. */
export const JobDialog = ({ question, actions, onClose }: Props) => {
  const { counted } = useFormats()
  switch (question.kind) {
    case 'retry':
      return (
        <ConfirmDialog
          title={counted(question.ids.length, words.jobs.retryTitle)}
          text={words.jobs.retryText}
          confirm={words.jobs.retry}
          onConfirm={() => actions.retry(question.ids)}
          onClose={onClose}
        />
      )
    case 'retry-all-dead':
      return (
        <ConfirmDialog
          title={words.jobs.retryAllDeadTitle}
          text={words.jobs.retryText}
          confirm={words.jobs.retry}
          onConfirm={actions.retryAllDead}
          onClose={onClose}
        />
      )
    case 'discard':
      return (
        <ConfirmDialog
          title={counted(question.ids.length, words.jobs.discardTitle)}
          text={words.jobs.discardText}
          confirm={words.jobs.discard}
          weight="final"
          reasonLabel={words.jobs.discardReason}
          onConfirm={reason => actions.discard(question.ids, reason)}
          onClose={onClose}
        />
      )
    default:
      return question satisfies never
  }
}
