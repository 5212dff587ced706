import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { words } from '../text/words.ts'
import styles from './side-sheet.module.css'

type Props = {
  title: string
  lead?: ReactNode
  children: ReactNode
  onClose: () => void
}

/**
 * What belongs to something on the page, beside it; on a phone from below. Open as long as it is rendered; Escape, the
 * cross and a click beside it close it.
 */
export const SideSheet = ({ title, lead, children, onClose }: Props) => {
  const sheetRef = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = document.activeElement
    sheetRef.current?.showModal()
    // Whoever was at a place on the page is there again, however the sheet went away.
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the browser's own
    <dialog
      className={styles.sheet}
      ref={sheetRef}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={event => {
        if (event.target === event.currentTarget) sheetRef.current?.close()
      }}
    >
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title} id={titleId}>
            {title}
          </h2>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={words.sheet.close}
          onClick={() => sheetRef.current?.close()}
        >
          <IconX size={20} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
