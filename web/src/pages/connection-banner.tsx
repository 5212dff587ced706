import { IconCloudOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { liveConnection, watchLiveConnection } from '../api/live-updates.ts'
import { words } from '../text/words.ts'
import styles from './connection-banner.module.css'

/** Says that what is on screen may be old. Waits two seconds, because most interruptions are shorter. */
export const ConnectionBanner = () => {
  const connection = useSyncExternalStore(watchLiveConnection, liveConnection)
  return (
    <div role="status">
      {connection === 'interrupted' && (
        <p className={styles.banner}>
          <IconCloudOff size={18} aria-hidden="true" />
          {words.connection.interrupted}
        </p>
      )}
    </div>
  )
}
