import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { words } from '../text/words.ts'
import styles from './problem-notice.module.css'

type Props = { title: string; text: string; reference?: ReactNode; onRetry?: () => void }

/** What went wrong, what to quote when asking for help, and a way to go on. */
export const ProblemNotice = ({ title, text, reference, onRetry }: Props) => (
  <div className={styles.notice} role="alert">
    <IconAlertTriangle className={styles.icon} aria-hidden="true" stroke={1.75} />
    <p className={styles.title}>{title}</p>
    <p className={styles.text}>{text}</p>
    {reference && <p className={styles.reference}>{reference}</p>}
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
