import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { InboxEventDetail } from '../../api/contract.ts'
import { inboxEventQuery } from '../../api/inbox-queries.ts'
import { isNotFound } from '../../api/problem.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { eventName } from '../../table/inbox-row.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { RequestReference } from '../../table/request-reference.tsx'
import { InboxBadge } from '../../table/state-badge.tsx'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { JsonBlock } from '../../ui/json-block.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { pb } from '../../util/path-builder.ts'
import { BackLink } from '../back-link.tsx'
import { NotFoundPage } from '../not-found-page.tsx'
import styles from './inbox-event-page.module.css'
import { ReplayDialog } from './replay-dialog.tsx'
import { useReplay } from './use-replay.ts'

export const InboxEventPage = () => {
  const { eventId } = useParams({ from: '/office/inbox/$eventId' })
  const query = usePrefetchedQuery(inboxEventQuery(eventId))
  if (isNotFound(query.error)) return <NotFoundPage />
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={5} />} frame={inEmptySheet}>
      {event => <EventSheet event={event} />}
    </QueryState>
  )
}

const EventSheet = ({ event }: { event: InboxEventDetail }) => {
  const [asking, setAsking] = useState(false)
  const { result, pending, replay } = useReplay()
  return (
    <>
      <PageHeader
        back={<BackLink {...pb.inbox()}>{words.inbox.title}</BackLink>}
        title={eventName(event.event_key)}
        lead={<InboxBadge state={event.state} />}
        actions={
          <ActionButton
            refusal={refusalText(event.allowed.replay)}
            pending={pending}
            onClick={() => setAsking(true)}
          >
            {words.inbox.replay}
          </ActionButton>
        }
      />
      <div className={styles.parts}>
        <Panel title={words.inbox.facts}>
          <ActionResult result={result} />
          <EventFacts event={event} />
        </Panel>
        <Panel title={words.inbox.body}>
          <EventBody event={event} />
        </Panel>
      </div>
      {asking && (
        <ReplayDialog
          ids={[event.id]}
          onConfirm={() => replay([event.id])}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

const EventFacts = ({ event }: { event: InboxEventDetail }) => {
  const { time } = useFormats()
  const processed = event.processed_at === null ? words.inbox.notProcessed : time.moment(event.processed_at)
  return (
    <FactList
      facts={[
        [words.inbox.received, time.moment(event.received_at)],
        [words.inbox.processed, processed],
        event.reason !== null && [
          words.inbox.reason,
          wordFor(words.jobs.reason, event.reason) ?? event.reason,
        ],
        event.last_error !== null && [words.system.lastError, <span lang="en">{event.last_error}</span>],
        event.attempts > 0 && [words.inbox.failedAttempts, event.attempts],
        [words.inbox.source, event.source],
        [words.inbox.key, <CopyText key="key" text={event.event_key} />],
        [
          words.problem.requestId,
          <RequestReference key="request" requestId={event.request_id} look="bare" />,
        ],
      ]}
    />
  )
}

const EventBody = ({ event }: { event: InboxEventDetail }) => {
  const { kilobytes } = useFormats()
  return (
    <div className={styles.body}>
      <p className={styles.note}>
        {words.inbox.bodyState[event.body_state]} {words.inbox.size(kilobytes(event.body_bytes))}
      </p>
      {event.body_state === 'masked' && (
        <JsonBlock label={words.inbox.body} value={event.body} emptyText={words.timeline.nothing} />
      )}
      <JsonBlock label={words.inbox.headers} value={event.headers} emptyText={words.timeline.nothing} />
    </div>
  )
}

const inEmptySheet = (content: ReactNode) => (
  <>
    <PageHeader back={<BackLink {...pb.inbox()}>{words.inbox.title}</BackLink>} title={words.inbox.one} />
    <Panel title={words.inbox.facts}>{content}</Panel>
  </>
)
