/** As long as a page takes from its first question to its open stream, on a slow telephone too. */
const KEPT_MS = 15_000
/** Of all tenants. */
const MOST = 5000
/** For one listener, who may have to look them up one by one: the last ones say enough of a burst. */
const MOST_AT_ONCE = 150

type Event = { readonly topic: string; readonly id: string; readonly call_id: string | null }

/** What changed in the last seconds, for whoever begins to listen now. Time is the process's own, in milliseconds. */
export function createRecentEvents<E extends Event>(now: () => number = () => performance.now()) {
  let kept: { readonly tenant: string; readonly event: E; readonly at: number }[] = []
  return {
    keep(tenant: string, event: E): void {
      const at = now()
      if (kept.length >= MOST || (kept[0] && kept[0].at < at - 2 * KEPT_MS))
        kept = kept.filter(one => one.at >= at - KEPT_MS).slice(-(MOST / 2))
      kept.push({ tenant, event, at })
    },
    /** Oldest first, each once; 150 at most. */
    of(tenant: string): E[] {
      const since = now() - KEPT_MS
      const events = kept.filter(one => one.tenant === tenant && one.at >= since).map(({ event }) => event)
      const once = new Map(events.map(event => [`${event.topic} ${event.id} ${event.call_id}`, event]))
      return [...once.values()].slice(-MOST_AT_ONCE)
    },
  }
}
