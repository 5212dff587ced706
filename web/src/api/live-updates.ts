import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { isObject } from '../util/is-object.ts'
import { isPages, refreshPages } from './pages-query.ts'
import { sessionQuery } from './queries.ts'
import { type LiveEvent, liveEventNames, touchedBy } from './touched-by.ts'

/**
 * The stream of what happens in this business right now. States: `connecting` → `open` ⇄ `interrupted`.
 * Whatever was missed during an interruption is made up for by reading everything again on the next `open`.
 */
export type LiveConnection = 'connecting' | 'open' | 'interrupted'

const ADDRESS = '/api/v1/live'
const GATHER_MS = 60
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

let connection: LiveConnection = 'connecting'
const watchers = new Set<() => void>()

export const liveConnection = () => connection

export const watchLiveConnection = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Keeps every query current until the returned function is called. */
export const openLiveUpdates = (queryClient: QueryClient): (() => void) => {
  const gathered = gatherEvents(queryClient)
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let retryMs = FIRST_RETRY_MS

  const connect = () => {
    clearTimeout(retry)
    source?.close()
    source = new EventSource(ADDRESS)
    source.onopen = () => {
      const missedSomething = connection === 'interrupted'
      retryMs = FIRST_RETRY_MS
      changeConnection('open')
      if (missedSomething) void queryClient.invalidateQueries()
    }
    source.onerror = () => {
      changeConnection('interrupted')
      // A browser reconnects after a lost line by itself, but gives up for good after an answer that is no stream.
      if (source?.readyState === EventSource.CLOSED) reconnectLater()
    }
    for (const name of liveEventNames) {
      source.addEventListener(name, message => gathered.add(name, String(message.data)))
    }
  }

  const reconnectLater = () => {
    void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey })
    retry = setTimeout(connect, retryMs)
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }

  const reconnectNow = () => connection === 'interrupted' && connect()

  window.addEventListener('online', reconnectNow)
  connect()

  return () => {
    window.removeEventListener('online', reconnectNow)
    clearTimeout(retry)
    gathered.stop()
    source?.close()
    changeConnection('connecting')
  }
}

/** Events come in bursts (a booking is four of them); one reading answers them all. */
const gatherEvents = (queryClient: QueryClient) => {
  let events: LiveEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const read = () => {
    const arrived = events
    events = []
    timer = undefined
    const touched = queryClient
      .getQueryCache()
      .findAll({ predicate: query => arrived.some(event => touchedBy(event, query.queryKey)) })
    const long = touched.filter(query => isPages(query.queryKey) && query.isActive())
    void queryClient.invalidateQueries({
      predicate: query => touched.includes(query) && !long.includes(query),
    })
    const changed = new Set(arrived.map(event => event.id))
    for (const { queryKey } of long) refreshLater(queryKey, changed)
  }

  // One reading of a list after the other, so that an older answer never replaces a newer one.
  let reading: Promise<unknown> = Promise.resolve()
  const refreshLater = (queryKey: QueryKey, changed: Set<string>) => {
    reading = reading
      .then(() => refreshPages(queryClient, queryKey, changed))
      .catch(() => queryClient.invalidateQueries({ queryKey, exact: true }))
  }

  return {
    add: (name: LiveEvent['name'], text: string) => {
      const event = parseEvent(name, text)
      if (event === null) return
      events.push(event)
      timer ??= setTimeout(read, GATHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

const parseEvent = (name: LiveEvent['name'], text: string): LiveEvent | null => {
  const body: unknown = JSON.parse(text)
  if (!isObject(body) || typeof body.id !== 'string') return null
  return { name, id: body.id, callId: typeof body.call_id === 'string' ? body.call_id : null }
}

const changeConnection = (next: LiveConnection) => {
  if (next === connection) return
  connection = next
  for (const watcher of watchers) watcher()
}
