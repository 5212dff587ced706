import { collisionsQuery } from '../../api/block-queries.ts'
import { unsentConfirmationsQuery } from '../../api/job-queries.ts'
import { openWishesQuery } from '../../api/open-queries.ts'
import { openCallbackRequestsQuery, recentCallsQuery } from '../../api/queries.ts'
import { alarmsQuery } from '../../api/receptionist-queries.ts'
import { useSession } from '../../api/session-context.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { useNow } from '../../util/use-now.ts'
import { AttentionPanel } from './attention-panel.tsx'
import { LivePanel } from './live-panel.tsx'
import { RecentCallsPanel } from './recent-calls-panel.tsx'
import { TodayAppointments } from './today-appointments.tsx'
import styles from './today-page.module.css'

export const TodayPage = () => {
  const { time } = useFormats()
  const calls = usePrefetchedQuery(recentCallsQuery())
  const callbacks = usePrefetchedQuery(openCallbackRequestsQuery())
  const unsent = usePrefetchedQuery(unsentConfirmationsQuery(useSession().permissions))
  const collisions = usePrefetchedQuery(collisionsQuery('open')).data?.length ?? 0
  const wishes = usePrefetchedQuery(openWishesQuery()).data?.length ?? 0
  const alarms = usePrefetchedQuery(alarmsQuery()).data ?? []
  useNow(60_000)
  return (
    <>
      <PageHeader title={words.today.title} lead={time.longDay(time.today())} />
      <div className={styles.board}>
        <div className={styles.live}>
          <LivePanel calls={calls} />
        </div>
        <div className={styles.appointments}>
          <TodayAppointments day={time.today()} />
        </div>
        <div className={styles.attention}>
          <AttentionPanel
            callbacks={callbacks}
            unsent={unsent}
            collisions={collisions}
            wishes={wishes}
            alarms={alarms}
          />
        </div>
        <div className={styles.recent}>
          <RecentCallsPanel calls={calls} />
        </div>
      </div>
    </>
  )
}
