import { IconMail, IconMessage } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Message, MessageState } from '../api/contract.ts'
import { useFormats } from '../text/use-formats.ts'
import { wordFor, words } from '../text/words.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { pb } from '../util/path-builder.ts'
import styles from './message-row.module.css'

const tones: Record<MessageState, Tone> = {
  queued: 'neutral',
  sent: 'positive',
  failed: 'critical',
  not_configured: 'caution',
  no_address: 'neutral',
  not_allowed: 'caution',
  superseded: 'neutral',
}

export const MessageRow = ({ message }: { message: Message }) => {
  const { time } = useFormats()
  const Icon = message.channel === 'email' ? IconMail : IconMessage
  return (
    <li className={styles.row}>
      <Icon className={styles.icon} size={18} stroke={1.75} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.subject}>
          {message.subject ??
            wordFor(words.timeline.stepName, message.kind) ??
            wordFor(words.channel, message.channel)}
        </span>
        <span className={styles.recipient}>
          {[message.recipient, message.sent_at === null ? null : time.moment(message.sent_at)]
            .filter(part => part !== null)
            .join(' · ')}
        </span>
        {message.reason !== null && (
          <span className={styles.reason}>
            {wordFor(words.messageReason, message.reason) ?? message.reason}
          </span>
        )}
        {message.request_id !== null && (
          <Link className={styles.follow} {...pb.request(message.request_id)}>
            {words.requests.followRequest}
          </Link>
        )}
      </span>
      <Badge tone={tones[message.state]}>{words.messageState[message.state]}</Badge>
    </li>
  )
}
