import { Skeleton } from '@mantine/core'
import styles from './skeleton-rows.module.css'

type Props = { rows?: number; height?: string }

/** The place of a list that is on its way. Appears late, so that a quick answer does not flicker. */
export const SkeletonRows = ({ rows = 4, height = '4rem' }: Props) => (
  <div className={styles.rows} aria-busy="true">
    {Array.from({ length: rows }, (_, index) => (
      <div className={styles.row} style={{ height }} key={index}>
        <Skeleton circle width="2rem" height="2rem" />
        <div className={styles.lines}>
          <Skeleton width={`${62 - (index % 3) * 12}%`} height="0.75rem" />
          <Skeleton width={`${38 - (index % 2) * 10}%`} height="0.625rem" />
        </div>
      </div>
    ))}
  </div>
)
