import { type Query, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import styles from './arriving-page.module.css'

/** A healthy server has long answered; from then on each part of a page says for itself what it waits for. */
const LONGEST_MS = 6000
const first = { predicate: ({ state }: Query) => state.data === undefined }

/**
 * A page moves in as a whole: no part of it pushes away another, and what somebody is about to press, when its own
 * answer comes. Once there, it stays.
 */
export const ArrivingPage = ({ children }: { children: ReactNode }) => {
  const shown = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname })
  const queryClient = useQueryClient()
  const waiting = useIsFetching(first) > 0
  const [arrived, setArrived] = useState<string>()
  // Before anything is painted, so that what the loader had in time does not flicker.
  useLayoutEffect(() => {
    if (!waiting) setArrived(before => before && shown)
  }, [shown, waiting])
  useEffect(() => {
    // Asked anew, because parts of the page have begun to ask since it was drawn.
    if (!waiting && queryClient.isFetching(first) === 0) return setArrived(shown)
    const timer = setTimeout(() => setArrived(shown), LONGEST_MS)
    return () => clearTimeout(timer)
  }, [shown, waiting, queryClient])
  const there = arrived === shown
  return (
    <div className={styles.place}>
      {!there && (
        <div className={styles.skeleton}>
          <SkeletonRows rows={8} />
        </div>
      )}
      <div className={there ? undefined : styles.arriving}>{children}</div>
    </div>
  )
}
