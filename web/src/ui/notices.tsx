import { lazy, Suspense, useSyncExternalStore } from 'react'

/** Long after the first screen stands, and before anybody has had time to fail at something. */
const FETCH_AFTER_MS = 4000

const fetched = () => import('@mantine/notifications')
const Toolkit = lazy(async () => ({ default: (await fetched()).Notifications }))

let wanted = false
const watchers = new Set<() => void>()
const want = () => {
  wanted = true
  for (const watcher of watchers) watcher()
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  const timer = setTimeout(want, FETCH_AFTER_MS)
  return () => {
    clearTimeout(timer)
    watchers.delete(watcher)
  }
}

/** Where notices appear. The toolkit's part for them is not among what the first screen waits for. */
export const Notices = () => {
  const here = useSyncExternalStore(watch, () => wanted)
  return <Suspense>{here && <Toolkit position="top-right" />}</Suspense>
}

/** Tells of something that failed beside what is on screen. */
export const noticeFailure = async (message: string) => {
  want()
  const { notifications } = await fetched()
  notifications.show({ color: 'red', message })
}
