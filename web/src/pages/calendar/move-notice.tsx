import { ActionIcon, Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconX } from '@tabler/icons-react'
import { problemText } from '../../text/problem-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import styles from './move-notice.module.css'
import type { MoveNews } from './use-move.ts'

type Props = { news: MoveNews | null; onUndo: (id: string) => void; onClose: () => void }

/** What came of the last move, with the way back. */
export const MoveNotice = ({ news, onUndo, onClose }: Props) => (
  <div className={styles.place} role="status">
    {news && (
      <div className={styles.notice}>
        <Sign news={news} />
        <p className={styles.text}>
          <Text news={news} />
        </p>
        {news.kind === 'done' && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconArrowBackUp size={16} />}
            onClick={() => onUndo(news.moved.id)}
          >
            {words.move.undo}
          </Button>
        )}
        {news.kind !== 'pending' && (
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={words.move.close} onClick={onClose}>
            <IconX size={18} />
          </ActionIcon>
        )}
      </div>
    )}
  </div>
)

const Sign = ({ news }: { news: MoveNews }) => {
  if (news.kind === 'pending') return <Loader size={18} />
  const isGood = news.kind !== 'stale' && news.kind !== 'failed'
  return isGood ? (
    <IconCircleCheck className={styles.good} size={20} aria-hidden="true" />
  ) : (
    <IconAlertTriangle className={styles.bad} size={20} aria-hidden="true" />
  )
}

const Text = ({ news }: { news: MoveNews }) => {
  const { time } = useFormats()
  switch (news.kind) {
    case 'pending':
      return words.move.pending
    case 'done': {
      const { staff, starts_at } = news.slot
      const names = staff.map(({ name }) => name).join(', ')
      return words.move.done([news.moved.who, time.moment(starts_at), names].filter(Boolean).join(' · '))
    }
    case 'undone':
      return words.move.undone
    case 'said':
      return news.text
    case 'stale':
      return words.move.stale
    case 'failed':
      return news.problem.status === 409 ? words.move.undoFailed : problemText(news.problem)
    default:
      return news satisfies never
  }
}
