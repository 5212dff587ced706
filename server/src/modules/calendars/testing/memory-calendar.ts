import type {
  Answer,
  CalendarAdapter,
  CalendarProvider,
  EventChanges,
  ExternalEvent,
  ExternalOccurrence,
  OutgoingEvent,
  WrittenEvent,
} from '../port.ts'

type Fault = 'lost_before' | 'lost_after' | 'later' | 'unauthorised' | 'taken' | 'expired'
type Operation = 'list' | 'read' | 'find' | 'create' | 'change' | 'remove'
type Stored = ExternalEvent & { readonly changedAt: number; readonly removed: boolean }

const DONE = <T>(value: T): Answer<T> => ({ kind: 'done', value })

/**
 * A calendar outside, as far as it matters here, for tests without a provider: it keeps events, counts its changes,
 * and answers wrongly when told to. `lost_after`: it did what was asked, and nobody heard.
 */
export function createMemoryCalendar(provider: CalendarProvider = 'caldav') {
  const events = new Map<string, Stored>()
  let changes = 0
  let made = 0
  let forgetsBefore = 0
  let fault: (operation: Operation) => Fault | null = () => null
  const log: Operation[] = []

  const store = (event: ExternalEvent, removed = false): Stored => {
    changes += 1
    const stored = { ...event, version: `v${changes}`, changedAt: changes, removed }
    events.set(event.id, stored)
    return stored
  }
  const live = (): Stored[] => [...events.values()].filter(event => !event.removed)

  /** Runs what was asked, or fails as told. */
  async function answer<T>(operation: Operation, work: () => Answer<T>): Promise<Answer<T>> {
    log.push(operation)
    await Promise.resolve()
    const wrong = fault(operation)
    switch (wrong) {
      case 'lost_before':
        return { kind: 'unclear', detail: 'no answer' }
      case 'lost_after':
        work()
        return { kind: 'unclear', detail: 'no answer' }
      case 'later':
        return { kind: 'later', detail: '503', afterSeconds: 1 }
      case 'unauthorised':
        return { kind: 'unauthorised', detail: 'invalid_grant' }
      case 'taken':
        return { kind: 'taken', detail: 'somebody has this time' }
      default:
        return work()
    }
  }

  const adapter: CalendarAdapter = {
    provider,
    writes: true,
    push: 'none',
    listTargets: async () =>
      await answer('list', () =>
        DONE([{ id: 'main', name: 'Kalender', kind: 'calendar', writable: true, zone: null, minutes: null }]),
      ),
    readEvents: async (_account, _target, reading) => {
      const since = reading.cursor === null ? null : Number(reading.cursor)
      if (since !== null && since < forgetsBefore) return { kind: 'expired' }
      return await answer<EventChanges>('read', () =>
        DONE({
          extent: since === null ? 'whole' : 'since',
          events: (since === null ? live() : live().filter(event => event.changedAt > since)).map(
            ({ changedAt: _at, removed: _removed, ...event }) => event,
          ),
          removed:
            since === null
              ? []
              : [...events.values()]
                  .filter(event => event.removed && event.changedAt > since)
                  .map(event => event.id),
          cursor: String(changes),
        }),
      )
    },
    findEvents: async (_account, _target, { reference }) =>
      await answer('find', () => DONE(live().filter(event => event.reference === reference))),
    createEvent: async (_account, _target, event) =>
      await answer('create', () => {
        made += 1
        return DONE(written(store(asEvent(`e${made}`, event))))
      }),
    changeEvent: async (_account, _target, event, old) =>
      await answer<WrittenEvent>('change', () => {
        const stored = events.get(old.id)
        if (!stored || stored.removed) return { kind: 'gone' }
        if (old.version !== null && stored.version !== old.version) return { kind: 'changed_meanwhile' }
        return DONE(written(store(asEvent(old.id, event))))
      }),
    removeEvent: async (_account, _target, old) =>
      await answer('remove', () => {
        const stored = events.get(old.id)
        if (stored && !stored.removed) store(stored, true)
        return DONE(null)
      }),
  }

  return {
    adapter,
    /** What stands there now. */
    events: live,
    /** What was asked, in order. */
    log,
    setFault: (next: typeof fault): void => {
      fault = next
    },
    /** Cursors made so far count no longer. */
    forgetCursors: (): void => {
      changes += 1
      forgetsBefore = changes
    },
    addForeign: (id: string, occurrences: readonly ExternalOccurrence[], more: Partial<ExternalEvent> = {}) =>
      store({
        id,
        uid: null,
        version: null,
        reference: null,
        busy: 'busy',
        state: 'confirmed',
        title: 'Zahnarzt',
        occurrences,
        ...more,
      }),
    moveOutside: (reference: string, to: Omit<ExternalOccurrence, 'key'>): void => {
      const event = live().find(one => one.reference === reference)
      if (event) store({ ...event, occurrences: [{ key: 'once', ...to }] })
    },
    removeOutside: (id: string): void => {
      const event = events.get(id)
      if (event) store(event, true)
    },
  }
}

export type MemoryCalendar = ReturnType<typeof createMemoryCalendar>

function written(event: Stored): WrittenEvent {
  const { id, uid, version, state } = event
  return { id, uid, version, state: state === 'requested' ? 'requested' : 'confirmed', host: null }
}

function asEvent(id: string, event: OutgoingEvent): ExternalEvent {
  return {
    id,
    uid: `${id}@memory`,
    version: null,
    reference: event.reference,
    busy: 'busy',
    state: event.state,
    title: event.title,
    occurrences: [{ key: 'once', startsAt: event.startsAt, endsAt: event.endsAt }],
  }
}
