import { IconActivity, IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { callQuery } from '../../api/queries.ts'
import { BookedCard } from '../../table/booked-card.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { Timeline } from '../../table/timeline.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StickToEnd } from '../../ui/stick-to-end.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './watched-call.module.css'

/** What a test call does inside, as it happens: the appointment it made, and every step on the way. */
export const WatchedCall = ({ callId }: { callId: string | null }) => {
  const { counted } = useFormats()
  const query = useQuery({ ...callQuery(callId ?? ''), enabled: callId !== null })
  const call = query.data
  return (
    <div className={styles.watched}>
      {call?.appointments.map(appointment => (
        <BookedCard key={appointment.id} appointment={appointment} messages={call.messages} />
      ))}
      <Panel
        className={styles.course}
        title={words.timeline.title}
        count={call && counted(call.timeline.length, words.timeline.steps)}
        action={callId !== null && <CallLink callId={callId} />}
      >
        {callId === null ? (
          <EmptyState
            icon={<IconActivity />}
            size="large"
            title={words.testCall.timelineIdle}
            text={words.testCall.timelineIdleText}
          />
        ) : (
          <QueryState query={query}>
            {({ timeline, started_at }) => (
              <StickToEnd className={styles.steps}>
                <Timeline entries={timeline} startedAt={started_at} present="none" />
              </StickToEnd>
            )}
          </QueryState>
        )}
      </Panel>
    </div>
  )
}

const CallLink = ({ callId }: { callId: string }) => (
  <Link className={styles.link} {...pb.call(callId)}>
    {words.testCall.openCall}
    <IconArrowRight size={16} aria-hidden="true" />
  </Link>
)
