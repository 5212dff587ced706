import { type Query, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, startTransition, useEffect, useLayoutEffect, useState } from 'react'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import styles from './arriving-page.module.css'

/** A healthy server has long answered; from then on each part of a page says for itself what it waits for. */
const LONGEST_MS = 6000
/** Parts of a page that begin to ask when another's answer has come have begun by then. */
const QUIET_MS = 50
const first = { predicate: ({ state }: Query) => state.data === undefined }

/**
 * A page moves in as a whole: no part of it pushes away another, and what somebody is about to press, when its own
 * answer comes. Once there, it stays.
 */
export const ArrivingPage = ({ children }: { children: ReactNode }) => {
  // While its loader runs, a page has not asked yet for what its parts need.
  const shown = useRouterState({
    select: ({ matches }) => {
      const page = matches.at(-1)
      return page?.status === 'pending' ? undefined : page?.pathname
    },
  })
  const queryClient = useQueryClient()
  const waiting = useIsFetching(first) > 0
  const [arrived, setArrived] = useState<string>()
  const [framed, setFramed] = useState(false)
  // The frame stands first; the first page is drawn in slices, between which the browser answers a hand.
  useEffect(() => startTransition(() => setFramed(true)), [])
  // Before anything is painted, so that what the loader had in time does not flicker.
  useLayoutEffect(() => {
    if (!waiting) setArrived(before => before && (shown ?? before))
  }, [shown, waiting])
  useEffect(() => {
    if (shown === undefined || !framed) return
    const quiet = setTimeout(() => {
      if (queryClient.isFetching(first) === 0) setArrived(shown)
    }, QUIET_MS)
    const latest = setTimeout(() => setArrived(shown), LONGEST_MS)
    return () => {
      clearTimeout(quiet)
      clearTimeout(latest)
    }
  }, [shown, framed, waiting, queryClient])
  const there = framed && arrived !== undefined && (shown === undefined || arrived === shown)
  return (
    <div className={styles.place}>
      {!there && (
        <div className={styles.skeleton}>
          <SkeletonRows rows={8} />
        </div>
      )}
      <div className={there ? undefined : styles.arriving}>{framed && children}</div>
    </div>
  )
}
