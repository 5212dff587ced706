import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import {
  connectionsQuery,
  differencesQuery,
  driftsQuery,
  linksQuery,
  openConflictsQuery,
} from '../../api/connected-queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ConflictItem } from './conflict-item.tsx'
import { ConnectForm } from './connect-form.tsx'
import styles from './connected.module.css'
import { ConnectionItem } from './connection-item.tsx'
import { DifferenceItem } from './difference-item.tsx'
import { DriftItem } from './drift-item.tsx'
import { FeedsPanel } from './feeds-panel.tsx'

/** Calendars elsewhere: which there are, how old what is known of them is, and what a person has to decide. */
export const ConnectedPage = () => {
  const text = words.elsewhere.connected
  const { consent } = useSearch({ from: '/office/calendars' })
  const connections = usePrefetchedQuery(connectionsQuery())
  const links = usePrefetchedQuery(linksQuery())
  const conflicts = usePrefetchedQuery(openConflictsQuery())
  const differences = useQuery(differencesQuery())
  const drifts = useQuery(driftsQuery())
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className={styles.parts}>
        {consent !== undefined && (
          <p className={styles.consent} role="status" data-went={consent === 'given' ? 'well' : 'wrong'}>
            {text.consent[consent]}
          </p>
        )}
        <Panel title={text.conflicts} count={conflicts.data?.length || undefined}>
          <QueryState query={conflicts}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={text.conflictsNone} text={text.conflictsNoneText} />
              ) : (
                <ul>
                  {items.map(item => (
                    <ConflictItem key={item.id} conflict={item} />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
        <Panel title={text.connections}>
          <QueryState query={connections}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={text.none} text={text.noneText} />
              ) : (
                <ul>
                  {items.map(item => (
                    <ConnectionItem
                      key={item.id}
                      connection={item}
                      links={(links.data ?? []).filter(link => link.connection_id === item.id)}
                    />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
        <Panel title={text.connect}>
          <ConnectForm />
        </Panel>
        <Panel title={text.differences} count={differences.data?.length || undefined}>
          <QueryState query={differences}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={text.differencesNone} text={text.differencesNoneText} />
              ) : (
                <ul>
                  {items.map(item => (
                    <DifferenceItem key={item.id} entry={item} />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
        {(drifts.error !== null || (drifts.data ?? []).length > 0) && (
          <Panel title={text.drifts}>
            <QueryState query={drifts}>
              {items => (
                <ul>
                  {items.map(drift => (
                    <DriftItem key={drift.link_id} drift={drift} />
                  ))}
                </ul>
              )}
            </QueryState>
          </Panel>
        )}
        <FeedsPanel />
      </div>
    </>
  )
}
