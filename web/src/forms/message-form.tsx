import { ActionIcon } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, type SubmitEvent, useEffect, useState } from 'react'
import { words } from '../text/words.ts'
import styles from './message-form.module.css'

type Props = {
  onSend: (text: string) => void
  mode: 'ready' | 'waiting'
  /** The field, for whoever puts words into the conversation beside it and gives the focus back. */
  fieldRef: RefObject<HTMLTextAreaElement | null>
}

/** One sentence to the receptionist. Enter sends, Shift+Enter breaks the line, the field keeps the focus. */
export const MessageForm = ({ onSend, mode, fieldRef }: Props) => {
  const [text, setText] = useState('')
  const sendable = mode === 'ready' && text.trim() !== ''

  useEffect(() => fieldRef.current?.focus({ preventScroll: true }), [fieldRef])

  const send = () => {
    fieldRef.current?.focus()
    if (!sendable) return
    onSend(text.trim())
    setText('')
  }
  const sendOnSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    send()
  }
  const sendOnEnter = (event: KeyboardEvent) => {
    // While an input method composes, Enter accepts its suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form className={styles.form} onSubmit={sendOnSubmit}>
      <textarea
        ref={fieldRef}
        className={styles.field}
        aria-label={words.testCall.yourMessage}
        placeholder={words.testCall.placeholder}
        rows={1}
        maxLength={2000}
        autoComplete="off"
        enterKeyHint="send"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={sendOnEnter}
      />
      <ActionIcon
        type="submit"
        size={40}
        radius="xl"
        aria-label={words.testCall.send}
        aria-disabled={!sendable}
        data-disabled={!sendable}
      >
        <IconArrowUp size={20} stroke={2.25} />
      </ActionIcon>
    </form>
  )
}
