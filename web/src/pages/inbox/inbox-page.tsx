import { IconInbox } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { InboxEvent, InboxState } from '../../api/contract.ts'
import { inboxPagesQuery, inboxStates } from '../../api/inbox-queries.ts'
import { itemsOf } from '../../api/list-pages.ts'
import { usePrefetchedPages } from '../../api/use-prefetched-query.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { InboxRow } from '../../table/inbox-row.tsx'
import { MorePages } from '../../table/more-pages.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { SelectionBar } from '../../table/selection-bar.tsx'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { pb } from '../../util/path-builder.ts'
import { useSelection } from '../../util/use-selection.ts'
import { StateFilter } from '../state-filter.tsx'
import { SystemTabs } from '../system-tabs.tsx'
import { ReplayDialog } from './replay-dialog.tsx'
import { useReplay } from './use-replay.ts'

/** What came in from outside, as it came, and processing it once more. */
export const InboxPage = () => {
  const { state } = useSearch({ from: '/office/inbox' })
  const query = usePrefetchedPages(inboxPagesQuery(state))
  const [wanted, setWanted] = useState<string[] | null>(null)
  const { result, pending, replay } = useReplay()
  return (
    <>
      <SystemTabs />
      <PageHeader title={words.inbox.title} lead={words.inbox.lead} />
      <StateFilter choices={choicesOf(state)} />
      <Panel title={words.inbox.list}>
        <ActionResult result={result} />
        <QueryState query={query} skeleton={<SkeletonRows rows={6} />}>
          {list => <Events events={itemsOf(list)} state={state} pending={pending} onReplay={setWanted} />}
        </QueryState>
        <MorePages query={query} />
      </Panel>
      {wanted !== null && (
        <ReplayDialog ids={wanted} onConfirm={() => replay(wanted)} onClose={() => setWanted(null)} />
      )}
    </>
  )
}

const choicesOf = (current: InboxState | undefined) => [
  { label: words.system.all, link: pb.inbox(), current: current === undefined },
  ...inboxStates.map(state => ({
    label: words.inbox.state[state],
    link: pb.inboxIn(state),
    current: current === state,
  })),
]

type EventsProps = {
  events: InboxEvent[]
  state: InboxState | undefined
  pending: boolean
  onReplay: (ids: string[]) => void
}

const Events = ({ events, state, pending, onReplay }: EventsProps) => {
  const selectable = events.filter(event => event.allowed.replay === true)
  const selection = useSelection(selectable.map(event => event.id))
  if (events.length === 0) {
    return (
      <EmptyState
        icon={<IconInbox />}
        size="large"
        title={state === undefined ? words.inbox.none : words.inbox.noneInState}
        text={words.inbox.noneText}
      />
    )
  }
  return (
    <>
      {selectable.length > 0 && (
        <SelectionBar selection={selection}>
          <ActionButton refusal={null} pending={pending} onClick={() => onReplay(selection.selected)}>
            {words.inbox.replay}
          </ActionButton>
        </SelectionBar>
      )}
      <ul>
        {events.map(event => (
          <InboxRow key={event.id} event={event} selection={selection} onReplay={id => onReplay([id])} />
        ))}
      </ul>
    </>
  )
}
