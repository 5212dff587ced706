import { IconRouteOff } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { RequestTrace } from '../../api/contract.ts'
import { isUnknownRequest, requestQuery } from '../../api/request-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { RequestForm } from '../../forms/request-form.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { RequestStep } from '../../table/request-step.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import { BackLink } from '../back-link.tsx'
import styles from './request-page.module.css'

/** Everything one request has caused, from what came in to the e-mail that went out. */
export const RequestPage = () => {
  const { requestId } = useParams({ from: '/office/requests/$requestId' })
  const navigate = useNavigate()
  const query = usePrefetchedQuery(requestQuery(requestId))
  const { counted } = useFormats()
  return (
    <>
      <PageHeader
        back={<BackLink {...pb.requests()}>{words.requests.title}</BackLink>}
        title={words.requests.one}
        tabTitle={words.requests.tabTitle(requestId.slice(0, 8))}
        lead={<CopyText text={requestId} />}
      />
      <div className={styles.parts}>
        <Panel
          title={words.requests.course}
          count={query.data && counted(query.data.items.length, words.timeline.steps)}
        >
          {isUnknownRequest(query.error) ? (
            <EmptyState
              icon={<IconRouteOff />}
              size="large"
              title={words.requests.unknown}
              text={words.requests.unknownText}
            />
          ) : (
            <QueryState query={query}>{trace => <Steps trace={trace} />}</QueryState>
          )}
        </Panel>
        <Panel title={words.requests.search}>
          <RequestForm key={requestId} onSubmit={wanted => void navigate(pb.request(wanted))} />
        </Panel>
      </div>
    </>
  )
}

const Steps = ({ trace }: { trace: RequestTrace }) => {
  const startMs = Date.parse(trace.items[0]?.at ?? '')
  return (
    <ol className={styles.steps}>
      {trace.items.map((step, index) => (
        <RequestStep key={`${step.at}-${step.kind}-${step.name}-${index}`} step={step} startMs={startMs} />
      ))}
    </ol>
  )
}
