import { IconFlask2, IconPhone, IconSearch } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { callPagesQuery, callsWanted } from '../../api/call-queries.ts'
import type { CallSummary } from '../../api/contract.ts'
import { itemsOf } from '../../api/list-pages.ts'
import { usePrefetchedPages } from '../../api/use-prefetched-query.ts'
import { CallRow } from '../../table/call-row.tsx'
import { ExportMenu } from '../../table/export-menu.tsx'
import { MorePages } from '../../table/more-pages.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { pb } from '../../util/path-builder.ts'
import { LinkButton } from '../link-button.tsx'
import { callsByDay } from './calls-by-day.ts'
import { CallsFilter, isFiltered } from './calls-filter.tsx'
import styles from './calls-page.module.css'

export const CallsPage = () => {
  const search = useSearch({ from: '/office/calls' })
  const query = usePrefetchedPages(callPagesQuery(search))
  return (
    <>
      <PageHeader
        title={words.calls.title}
        lead={words.calls.lead}
        actions={<ExportMenu path="/api/v1/calls/export" query={callsWanted(search)} name="calls" />}
      />
      <CallsFilter search={search} />
      <div className={styles.groups}>
        <QueryState query={query} skeleton={<SkeletonRows rows={8} />} frame={inPanel}>
          {list => (
            <Groups calls={itemsOf(list)} none={isFiltered(search) ? <NothingFound /> : <NoCalls />} />
          )}
        </QueryState>
        <MorePages query={query} />
      </div>
    </>
  )
}

const Groups = ({ calls, none }: { calls: CallSummary[]; none: ReactNode }) => {
  const { time, counted } = useFormats()
  if (calls.length === 0) return none
  const live = calls.filter(call => call.state === 'ongoing')
  const days = callsByDay(
    calls.filter(call => call.state !== 'ongoing'),
    call => time.dayOf(call.started_at),
  )
  return (
    <>
      {live.length > 0 && (
        <Panel title={words.calls.live} count={live.length}>
          <CallList calls={live} />
        </Panel>
      )}
      {days.map(({ day, calls: ofDay }) => (
        <Panel
          key={day}
          title={headingOf(time.relativeDay(day), time.longDay(day))}
          count={counted(ofDay.length, words.calls.count)}
        >
          <CallList calls={ofDay} />
        </Panel>
      ))}
    </>
  )
}

const headingOf = (relative: string | null, day: string) =>
  relative === null ? day : `${relative.charAt(0).toUpperCase()}${relative.slice(1)}, ${day}`

const CallList = ({ calls }: { calls: CallSummary[] }) => (
  <ul>
    {calls.map(call => (
      <CallRow key={call.id} call={call} />
    ))}
  </ul>
)

const NoCalls = () => (
  <Panel title={words.calls.title}>
    <EmptyState
      icon={<IconPhone />}
      size="large"
      title={words.calls.none}
      text={words.calls.noneText}
      action={
        <LinkButton {...pb.testCall()} leftSection={<IconFlask2 size={18} stroke={1.75} />}>
          {words.today.startTestCall}
        </LinkButton>
      }
    />
  </Panel>
)

const NothingFound = () => (
  <Panel title={words.calls.title}>
    <EmptyState
      icon={<IconSearch />}
      size="large"
      title={words.calls.filter.nothing}
      text={words.calls.filter.nothingText}
    />
  </Panel>
)

const inPanel = (content: ReactNode) => <Panel title={words.calls.title}>{content}</Panel>
