import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CallDetail } from '../../api/contract.ts'
import { isNotFound } from '../../api/problem.ts'
import { callQuery } from '../../api/queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { MakeTestButton } from '../../table/make-test-button.tsx'
import { OutcomeBadge } from '../../table/outcome-badge.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { Timeline } from '../../table/timeline.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { callerText } from '../../util/caller-text.ts'
import { pb } from '../../util/path-builder.ts'
import { BackLink } from '../back-link.tsx'
import { NotFoundPage } from '../not-found-page.tsx'
import { CallAside } from './call-aside.tsx'
import styles from './call-page.module.css'
import { TranscriptPanel } from './transcript-panel.tsx'

export const CallPage = () => {
  const { callId } = useParams({ from: '/office/calls/$callId' })
  const query = usePrefetchedQuery(callQuery(callId))
  if (isNotFound(query.error)) return <NotFoundPage />
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={8} />} frame={inEmptySheet}>
      {call => <CallSheet call={call} />}
    </QueryState>
  )
}

const CallSheet = ({ call }: { call: CallDetail }) => {
  const { time, counted } = useFormats()
  const title = callerText(call)
  return (
    <>
      <PageHeader
        back={<BackLink {...pb.calls()}>{words.calls.title}</BackLink>}
        title={title}
        tabTitle={words.call.title(title)}
        lead={
          <span className={styles.lead}>
            <OutcomeBadge call={call} />
            <time dateTime={call.started_at}>{time.moment(call.started_at)}</time>
          </span>
        }
        actions={call.state === 'ongoing' ? undefined : <MakeTestButton callId={call.id} />}
      />
      <div className={styles.halves}>
        <div className={styles.course}>
          <Panel title={words.timeline.title} count={counted(call.timeline.length, words.timeline.steps)}>
            <Timeline entries={call.timeline} startedAt={call.started_at} />
          </Panel>
          <TranscriptPanel transcript={call.transcript} provider={call.provider} />
        </div>
        <CallAside call={call} />
      </div>
    </>
  )
}

const inEmptySheet = (content: ReactNode) => (
  <>
    <PageHeader back={<BackLink {...pb.calls()}>{words.calls.title}</BackLink>} title={words.call.one} />
    <Panel title={words.timeline.title}>{content}</Panel>
  </>
)
