import { Button, VisuallyHidden } from '@mantine/core'
import { words } from '../../text/words.ts'
import styles from './time-sheet.module.css'

type Props = { label: string; title: string; text: string | null; onChange: () => void }

/** What was chosen in a step, with the way back to it. */
export const Chosen = ({ label, title, text, onChange }: Props) => (
  <div className={styles.chosen}>
    <span className={styles.chosenWords}>
      <span className={styles.chosenTitle}>{title}</span>
      {text !== null && <span className={styles.chosenText}>{text}</span>}
    </span>
    <Button variant="subtle" size="xs" onClick={onChange}>
      {words.booking.change}
      <VisuallyHidden>: {label}</VisuallyHidden>
    </Button>
  </div>
)
