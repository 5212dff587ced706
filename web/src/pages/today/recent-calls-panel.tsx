import { IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CallSummary } from '../../api/contract.ts'
import { CallRow } from '../../table/call-row.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './today-appointments.module.css'

const SHOWN = 6

type Props = {
  calls: { data: CallSummary[] | undefined; error: Error | null; refetch: () => Promise<unknown> }
}

export const RecentCallsPanel = ({ calls }: Props) => (
  <Panel
    title={words.today.recent}
    action={
      <Link className={styles.all} {...pb.calls()}>
        {words.actions.showAll}
      </Link>
    }
  >
    <QueryState query={calls}>
      {items => {
        const over = items.filter(call => call.state !== 'ongoing').slice(0, SHOWN)
        return over.length === 0 ? (
          <EmptyState icon={<IconPhone />} title={words.today.recentNone} text={words.calls.noneText} />
        ) : (
          <ul>
            {over.map(call => (
              <CallRow key={call.id} call={call} clock="moment" />
            ))}
          </ul>
        )
      }}
    </QueryState>
  </Panel>
)
