import { Button } from '@mantine/core'
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { words } from '../text/words.ts'
import styles from './confirm-dialog.module.css'

type Props = {
  title: string
  text: string
  confirm: string
  /** The colour of the button that confirms. */
  weight?: 'usual' | 'final'
  /** Asks for a reason under this label; it is then required. */
  reasonLabel?: string
  /** What is to be chosen before. */
  children?: ReactNode
  onConfirm: (reason: string) => void
  onClose: () => void
}

const LONGEST_REASON = 500

/** Asks before something is done. Shown as long as it is rendered; Escape and the other button close it. */
export const ConfirmDialog = ({
  title,
  text,
  confirm,
  weight,
  reasonLabel,
  children,
  onConfirm,
  onClose,
}: Props) => {
  const dialogRef = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [reason, setReason] = useState('')
  useEffect(() => dialogRef.current?.showModal(), [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onConfirm(reason.trim())
    onClose()
  }
  return (
    <dialog className={styles.dialog} ref={dialogRef} aria-labelledby={titleId} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        <p className={styles.text}>{text}</p>
        {children}
        {reasonLabel !== undefined && (
          <label className={styles.reason}>
            {reasonLabel}
            <textarea
              className={styles.field}
              rows={3}
              required
              maxLength={LONGEST_REASON}
              value={reason}
              onChange={event => setReason(event.currentTarget.value)}
            />
          </label>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {words.system.cancel}
          </Button>
          <Button
            type="submit"
            disabled={reasonLabel !== undefined && reason.trim() === ''}
            {...(weight === 'final' && { color: 'red' })}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
