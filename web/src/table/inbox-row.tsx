import { IconPlayerPlay } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { InboxEvent } from '../api/contract.ts'
import { refusalText } from '../text/refusal-text.ts'
import { useFormats } from '../text/use-formats.ts'
import { wordFor, words } from '../text/words.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { pb } from '../util/path-builder.ts'
import type { Selection } from '../util/use-selection.ts'
import { RequestReference } from './request-reference.tsx'
import { InboxBadge } from './state-badge.tsx'
import styles from './system-row.module.css'

type Props = { event: InboxEvent; selection: Selection; onReplay: (id: string) => void }

export const InboxRow = ({ event, selection, onReplay }: Props) => {
  const { time } = useFormats()
  const name = eventName(event.event_key)
  const selected = selection.isSelected(event.id)
  const named = `${name}, ${time.moment(event.received_at)}`
  return (
    <li className={styles.row} data-selected={selected || undefined}>
      <CheckBox
        label={words.system.select(named)}
        checked={selected}
        disabled={event.allowed.replay !== true}
        onChange={() => selection.toggle(event.id)}
      />
      <div className={styles.what}>
        <p className={styles.line}>
          <Link className={styles.name} {...pb.inboxEvent(event.id)}>
            {name}
          </Link>
          <InboxBadge state={event.state} />
        </p>
        {event.reason !== null && (
          <p className={styles.reason}>{wordFor(words.jobs.reason, event.reason) ?? event.reason}</p>
        )}
        <p className={styles.detail}>
          <time dateTime={event.received_at}>{time.moment(event.received_at)}</time>
          <span>{event.source}</span>
          <RequestReference requestId={event.request_id} look="short" />
        </p>
      </div>
      <div className={styles.actions}>
        <ActionButton
          subject={named}
          refusal={refusalText(event.allowed.replay)}
          icon={<IconPlayerPlay size={16} stroke={1.75} />}
          onClick={() => onReplay(event.id)}
        >
          {words.inbox.replay}
        </ActionButton>
      </div>
    </li>
  )
}

/** `call_ended/8f…` is what was sent and which one; people read the first part. */
export const eventName = (eventKey: string): string => {
  const [name = eventKey] = eventKey.split('/')
  return wordFor(words.inbox.eventName, name) ?? name
}
