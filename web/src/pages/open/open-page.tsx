import { openWishesQuery, waitingQuery } from '../../api/open-queries.ts'
import { openCallbackRequestsQuery } from '../../api/queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CallbackItem } from './callback-item.tsx'
import styles from './open-page.module.css'
import { WaitingItem } from './waiting-item.tsx'
import { WishItem } from './wish-item.tsx'

/** Work that people left: who is to be called back, what could not be offered, who waits for a place. */
export const OpenPage = () => {
  const callbacks = usePrefetchedQuery(openCallbackRequestsQuery())
  const wishes = usePrefetchedQuery(openWishesQuery())
  const waiting = usePrefetchedQuery(waitingQuery())
  return (
    <>
      <PageHeader title={words.open.title} lead={words.open.lead} />
      <div className={styles.parts}>
        <Panel title={words.open.callbacks} count={callbacks.data?.length || undefined}>
          <QueryState query={callbacks}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={words.open.callbacksNone} text={words.open.callbacksNoneText} />
              ) : (
                <ul>
                  {items.map(item => (
                    <CallbackItem key={item.id} callback={item} />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
        <Panel title={words.open.wishes} count={wishes.data?.length || undefined}>
          <QueryState query={wishes}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={words.open.wishesNone} text={words.open.wishesNoneText} />
              ) : (
                <ul>
                  {items.map(item => (
                    <WishItem key={item.id} wish={item} />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
        <Panel title={words.open.waiting} count={waiting.data?.length || undefined}>
          <QueryState query={waiting}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={words.open.waitingNone} text={words.open.waitingNoneText} />
              ) : (
                <ul>
                  {items.map(item => (
                    <WaitingItem key={item.id} entry={item} />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
      </div>
    </>
  )
}
