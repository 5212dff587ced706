import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { words } from '../text/words.ts'
import { CopyText } from './copy-text.tsx'
import styles from './problem-notice.module.css'

type Props = { title: string; text: string; requestId: string | null; onRetry?: () => void }

/** What went wrong, whom to quote it to, and a way to go on. */
export const ProblemNotice = ({ title, text, requestId, onRetry }: Props) => (
  <div className={styles.notice} role="alert">
    <IconAlertTriangle className={styles.icon} aria-hidden="true" stroke={1.75} />
    <p className={styles.title}>{title}</p>
    <p className={styles.text}>{text}</p>
    {requestId && (
      <p className={styles.request}>
        {words.problem.requestId} <CopyText text={requestId} />
      </p>
    )}
    {onRetry && (
      <Button
        className={styles.retry}
        variant="default"
        size="sm"
        leftSection={<IconRefresh size={16} />}
        onClick={onRetry}
      >
        {words.actions.retry}
      </Button>
    )}
  </div>
)
