import { VisuallyHidden } from '@mantine/core'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { StickToEnd } from '../../ui/stick-to-end.tsx'
import styles from './chat-lines.module.css'
import type { Line } from './conversation.ts'
import { useConversation } from './conversation-context.tsx'

/** What was said so far, newest at the bottom and in view. */
export const ChatLines = () => {
  const { lines, phase } = useConversation().conversation
  return (
    <StickToEnd className={styles.scroll}>
      <div className={styles.lines} role="log" aria-label={words.testCall.conversation}>
        {lines.map(line => (
          <ChatLine key={line.id} line={line} />
        ))}
      </div>
      {phase === 'waiting' && <Typing />}
    </StickToEnd>
  )
}

const ChatLine = ({ line }: { line: Line }) => {
  const { took } = useFormats()
  return (
    <div className={styles.line} data-speaker={line.speaker} data-delivery={line.delivery}>
      <VisuallyHidden>
        {line.speaker === 'caller' ? words.testCall.you : words.testCall.receptionist}:{' '}
      </VisuallyHidden>
      <p className={styles.bubble}>{line.text}</p>
      {line.tookMs !== null && <p className={styles.note}>{words.testCall.answeredIn(took(line.tookMs))}</p>}
      {line.delivery === 'lost' && <LostNote text={line.text} />}
    </div>
  )
}

const LostNote = ({ text }: { text: string }) => {
  const { conversation, commands } = useConversation()
  const { callId } = conversation
  return (
    <p className={styles.lost} role="alert">
      {words.testCall.notSent}{' '}
      {callId !== null && (
        <button className={styles.retry} type="button" onClick={() => void commands.say(callId, text)}>
          {words.actions.retry}
        </button>
      )}
    </p>
  )
}

const Typing = () => (
  <div className={styles.line} data-speaker="receptionist">
    <p className={styles.typing} role="status">
      <VisuallyHidden>{words.testCall.typing}</VisuallyHidden>
      <span className={styles.dot} />
      <span className={styles.dot} />
      <span className={styles.dot} />
    </p>
  </div>
)
