import { expect, test } from 'vitest'
import type { Answer, CalendarAccount, CalendarAdapter, ExternalEvent, OutgoingEvent } from '../port.ts'

/** One provider as the suite meets it: the adapter before a simulator or a real server. */
export type ContractHarness = {
  readonly adapter: CalendarAdapter
  readonly account: CalendarAccount
  /** A calendar or event type that may be written to, and has no entries but those of the suite. */
  readonly target: string
  /** Bookable or in working time, if that matters to the provider: full hours from here on are used, up to six. */
  readonly firstHour: Temporal.Instant
  /** Settings of a link that the provider needs to write. */
  readonly settings?: unknown
  /** Puts somebody else's entry there. */
  addForeignEvent(entry: {
    readonly title: string
    readonly startsAt: Temporal.Instant
    readonly endsAt: Temporal.Instant
    /** Instead of the times: whole days, the end exclusive. */
    readonly days?: readonly [string, string]
  }): Promise<void> | void
  /** Makes the next request of the adapter fail. */
  breakNext(how: 'unauthorised' | 'lost_after_create'): Promise<void> | void
  /** What the provider remembers since when is forgotten. */
  expireCursor(): Promise<void> | void
}

/**
 * What a provider has not: it can only be read, takes nobody's whole days, cannot be made to fail, has no cursor, lets
 * everybody in, or makes a second appointment when it is asked for the same one twice.
 */
export type Lacks =
  | 'writing'
  | 'foreign_entries'
  | 'whole_days'
  | 'faults'
  | 'cursor'
  | 'secrets'
  | 'one_for_one_reference'

const HOUR = { hours: 1 }

type Fact = (name: string, needs: readonly Lacks[], body: (harness: ContractHarness) => Promise<void>) => void

/**
 * What every adapter promises, one fact a test. Call it inside `describe`; the harness is made anew for each test, so
 * that none lives on what another left.
 */
export function testAdapterContract(
  start: () => Promise<ContractHarness> | ContractHarness,
  lacks: readonly Lacks[] = [],
): void {
  const fact: Fact = (name, needs, body) => {
    if (needs.some(need => lacks.includes(need))) return
    test(name, async () => await body(await start()))
  }
  test('says whether it can be written to', async () => {
    expect((await start()).adapter.writes).toBe(!lacks.includes('writing'))
  })
  testReading(fact)
  testWriting(fact)
  testChanges(fact)
}

function testReading(fact: Fact): void {
  fact('names what can be linked, with the target among it', [], async harness => {
    const targets = done(await harness.adapter.listTargets(harness.account))
    expect(targets.map(target => target.id)).toContain(harness.target)
  })

  fact(
    'wants to be connected anew when what it was given is not what it needs',
    ['secrets'],
    async harness => {
      const account = { ...harness.account, secrets: { nonsense: true } }
      const { adapter, target } = harness
      const read = { cursor: null, window: windowOf(harness) }
      const answers = [await adapter.listTargets(account), await adapter.readEvents(account, target, read)]
      expect(answers.map(({ kind }) => kind)).toEqual(['unauthorised', 'unauthorised'])
    },
  )

  fact('reads an empty calendar as empty, and as a whole', [], async harness => {
    const changes = await whole(harness)
    expect([changes.extent, changes.events, changes.removed]).toEqual(['whole', [], []])
  })

  fact(
    'sees somebody else’s entry as busy, at its time, and not as ours',
    ['foreign_entries'],
    async harness => {
      await harness.addForeignEvent({ title: 'Zahnarzt', startsAt: at(harness, 1), endsAt: at(harness, 2) })
      const [event, another] = (await whole(harness)).events
      expect(another).toBeUndefined()
      expect([event?.busy, event?.reference, placesOf(event)]).toEqual([
        'busy',
        null,
        [`${at(harness, 1)}/${at(harness, 2)}`],
      ])
    },
  )

  fact(
    'takes an entry of whole days from midnight to midnight of the business',
    ['foreign_entries', 'whole_days'],
    async harness => {
      const day = harness.firstHour.toZonedDateTimeISO('Europe/Berlin').toPlainDate()
      const [from, to] = [day, day.add({ days: 2 })].map(date =>
        date.toZonedDateTime('Europe/Berlin').toInstant(),
      )
      await harness.addForeignEvent({
        title: 'Urlaub',
        startsAt: at(harness, 0),
        endsAt: at(harness, 1),
        days: [day.toString(), day.add({ days: 2 }).toString()],
      })
      const { events } = await whole(harness)
      expect(events.flatMap(placesOf)).toEqual([`${from}/${to}`])
    },
  )
}

function testWriting(fact: Fact): void {
  fact('creates an appointment that carries our reference when it is read', ['writing'], async harness => {
    const event = outgoing(harness, 1)
    done(await create(harness, event))
    const { events } = await whole(harness)
    expect(events.map(one => [one.reference, placesOf(one)])).toEqual([
      [event.reference, [`${event.startsAt}/${event.endsAt}`]],
    ])
  })

  fact('finds by our reference what it created, and nothing else', ['writing'], async harness => {
    const [event, other] = [outgoing(harness, 1), outgoing(harness, 2)]
    const written = done(await create(harness, event))
    done(await create(harness, other))
    const found = await find(harness, event)
    expect(found.map(one => [one.id, placesOf(one)])).toEqual([
      [written.id, [`${event.startsAt}/${event.endsAt}`]],
    ])
    expect(await find(harness, outgoing(harness, 3))).toEqual([])
  })

  fact('moves an appointment, which then stands in one place only', ['writing'], async harness => {
    const event = outgoing(harness, 1)
    const written = done(await create(harness, event))
    const moved = outgoing(harness, 1, 4)
    done(await harness.adapter.changeEvent(harness.account, harness.target, moved, written))
    expect((await find(harness, moved)).flatMap(placesOf)).toEqual([`${moved.startsAt}/${moved.endsAt}`])
  })

  fact('moves it once more with what it was told the last time', ['writing'], async harness => {
    const written = done(await create(harness, outgoing(harness, 1)))
    const { adapter, account, target } = harness
    const once = done(await adapter.changeEvent(account, target, outgoing(harness, 1, 3), written))
    const last = outgoing(harness, 1, 5)
    done(await adapter.changeEvent(account, target, last, once))
    expect((await find(harness, last)).flatMap(placesOf)).toEqual([`${last.startsAt}/${last.endsAt}`])
  })

  fact('removes an appointment, and a second time it is gone already', ['writing'], async harness => {
    const event = outgoing(harness, 1)
    const written = done(await create(harness, event))
    const { adapter, account, target } = harness
    done(await adapter.removeEvent(account, target, written, null))
    done(await adapter.removeEvent(account, target, written, null))
    expect(await find(harness, event)).toEqual([])
    expect((await whole(harness)).events.filter(one => one.state !== 'cancelled')).toEqual([])
  })

  fact('creates it again after it was removed', ['writing'], async harness => {
    const event = outgoing(harness, 1)
    const { adapter, account, target } = harness
    done(await adapter.removeEvent(account, target, done(await create(harness, event)), null))
    done(await create(harness, event))
    expect((await find(harness, event)).length).toBe(1)
  })

  fact('does not say that a change was done when the appointment is gone', ['writing'], async harness => {
    const event = outgoing(harness, 1)
    const written = done(await create(harness, event))
    const { adapter, account, target } = harness
    done(await adapter.removeEvent(account, target, written, null))
    const answer = await adapter.changeEvent(account, target, outgoing(harness, 1, 4), written)
    expect(['gone', 'changed_meanwhile', 'refused']).toContain(answer.kind)
  })

  fact(
    'leaves one appointment when the same one is created twice',
    ['writing', 'one_for_one_reference'],
    async harness => {
      const event = outgoing(harness, 1)
      done(await create(harness, event))
      await create(harness, event)
      expect((await find(harness, event)).length).toBe(1)
    },
  )
}

function testChanges(fact: Fact): void {
  fact(
    'tells with a cursor what is new, what moved and what is gone, and no more',
    ['writing', 'cursor'],
    async harness => {
      const [kept, moving, going] = [outgoing(harness, 1), outgoing(harness, 2), outgoing(harness, 3)]
      done(await create(harness, kept))
      const toMove = done(await create(harness, moving))
      const toGo = done(await create(harness, going))
      const { cursor } = await whole(harness)
      expect(cursor).not.toBeNull()
      const { adapter, account, target } = harness
      done(await adapter.changeEvent(account, target, outgoing(harness, 2, 5), toMove))
      done(await adapter.removeEvent(account, target, toGo, null))
      const changes = await reading(harness, cursor)
      if ('kind' in changes) throw new Error('The cursor is a moment old.')
      if (changes.extent === 'whole') return
      const live = changes.events.filter(event => event.state !== 'cancelled')
      expect(live.map(event => [event.reference, placesOf(event)])).toEqual([
        [moving.reference, [`${at(harness, 5)}/${at(harness, 6)}`]],
      ])
      const gone = changes.events.filter(event => event.state === 'cancelled').map(event => event.id)
      expect([...changes.removed, ...gone]).toContain(toGo.id)
    },
  )

  fact('asks for a whole reading when the provider has forgotten its cursor', ['cursor'], async harness => {
    const { cursor } = await whole(harness)
    expect(cursor).not.toBeNull()
    await harness.expireCursor()
    expect(await reading(harness, cursor)).toEqual({ kind: 'expired' })
  })

  fact('says that somebody has to connect anew when the access does not count', ['faults'], async harness => {
    await harness.breakNext('unauthorised')
    const { adapter, account, target } = harness
    const answer = await adapter.readEvents(account, target, { cursor: null, window: windowOf(harness) })
    expect(answer.kind).toBe('unauthorised')
  })

  fact(
    'never says "refused" when the provider may have done it (failure 58)',
    ['writing', 'faults'],
    async harness => {
      await harness.breakNext('lost_after_create')
      const event = outgoing(harness, 1)
      const answer = await create(harness, event)
      expect(['unclear', 'done']).toContain(answer.kind)
      expect((await find(harness, event)).length).toBe(1)
    },
  )
}

const at = (harness: ContractHarness, hours: number): Temporal.Instant => harness.firstHour.add({ hours })
const windowOf = (harness: ContractHarness) => ({
  start: harness.firstHour.subtract({ hours: 48 }),
  end: harness.firstHour.add({ hours: 24 * 30 }),
})
const outgoing = (harness: ContractHarness, number: number, hours = number): OutgoingEvent => ({
  reference: `${'0'.repeat(31)}${number}${'a'.repeat(32)}`,
  startsAt: at(harness, hours),
  endsAt: at(harness, hours).add(HOUR),
  zone: 'Europe/Berlin',
  title: `Haarschnitt: Petra Lindner ${number}`,
  description: 'Termin CFR4T7K\nEingetragen von AskProAI.',
  location: 'Hauptstraße 1, 10827 Berlin',
  state: 'confirmed',
  attendee: { name: 'Petra Lindner', email: null, phone: '+493023125100', locale: 'de' },
  settings: harness.settings ?? {},
})
const reading = async (harness: ContractHarness, cursor: string | null = null) => {
  const { adapter, account, target } = harness
  const answer = await adapter.readEvents(account, target, { cursor, window: windowOf(harness) })
  return answer.kind === 'expired' ? answer : done(answer)
}
const whole = async (harness: ContractHarness) => {
  const changes = await reading(harness)
  if ('kind' in changes) throw new Error('A reading without a cursor cannot be expired.')
  return changes
}
const find = async (harness: ContractHarness, event: OutgoingEvent) =>
  done(
    await harness.adapter.findEvents(harness.account, harness.target, {
      reference: event.reference,
      near: { start: event.startsAt.subtract({ hours: 24 }), end: event.endsAt.add({ hours: 24 }) },
    }),
  ).filter(found => found.state !== 'cancelled')

async function create({ adapter, account, target }: ContractHarness, event: OutgoingEvent) {
  return await adapter.createEvent(account, target, event)
}

function done<T>(answer: Answer<T>): T {
  if (answer.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(answer)}`)
  return answer.value
}

function placesOf(event: ExternalEvent | undefined): string[] {
  return event?.occurrences.map(({ startsAt, endsAt }) => `${startsAt}/${endsAt}`) ?? []
}
