import { CopyButton, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { words } from '../text/words.ts'
import styles from './copy-text.module.css'

type Props = {
  text: string
  /** How it is shown when that differs from what is copied. */
  shown?: string
  font?: 'code' | 'plain'
}

/** A text that one click copies, for ids and numbers that are passed on. */
export const CopyText = ({ text, shown = text, font = 'code' }: Props) => (
  <CopyButton value={text} timeout={1600}>
    {({ copied, copy }) => (
      <UnstyledButton
        className={styles.copy}
        data-font={font}
        aria-label={`${shown} – ${copied ? words.actions.copied : words.actions.copy}`}
        title={words.actions.copy}
        onClick={copy}
      >
        <span className={styles.text}>{shown}</span>
        {copied ? (
          <IconCheck className={styles.done} size={14} />
        ) : (
          <IconCopy className={styles.icon} size={14} />
        )}
      </UnstyledButton>
    )}
  </CopyButton>
)
