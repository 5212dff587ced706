import type { Tx } from '../../../platform/db/database.ts'
import { parseJson } from '../../../platform/http/parse-json.ts'
import type { CallId, TenantId } from '../../../platform/ids/ids.ts'
import type { InboxEvent } from '../../../platform/inbox/inbox.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CallRecord, Calls } from '../../calls/index.ts'
import type { Reception } from '../../reception/index.ts'
import type { Tenants } from '../../tenants/index.ts'
import type { Connections } from '../connections.ts'
import { quarantine } from '../quarantine.ts'
import { noteMissedCaller } from './missed-caller.ts'
import { type Parties, partiesOf, strippedBody, toCallReport } from './to-call-event.ts'
import { type RetellEvent, retellEvent, retellInbound, retellNumbers } from './wire.ts'

type Parts = {
  readonly tenants: Tenants
  readonly calls: Calls
  readonly reception: Reception
  readonly connections: Connections
}

/** Reads Retell's events out of the inbox: in any order, doubled or missing, each leaves what it knows. */
export function readRetellEvents(platform: Platform, parts: Parts): void {
  const { inbox, db, clock } = platform

  inbox.read('retell', { process: processEvent, whose })

  async function processEvent(event: InboxEvent): Promise<void> {
    const json = parseJson(event.body)
    if (event.eventKey.startsWith('call_inbound/')) return await attachInbound(event, json)
    const body = retellEvent.parse(json)
    // Whoever was overtaken while it took another event along looks again at what is left of its own.
    while ((await processTold({ event, body, older: [] })) === 'overtaken');
  }

  async function processTold(own: Told): Promise<'done' | 'overtaken'> {
    const { event, body } = own
    const parties = body.call ? partiesOf(body.call) : null
    const located = await locate(event, parties)
    if (located.kind !== 'found') {
      const providerCallId = body.call?.call_id ?? null
      const calledNumber = parties?.businessE164 ?? null
      await putAside(platform, event, { reason: located.kind, calledNumber, providerCallId })
      return 'done'
    }
    const { providerCallId } = located.parties
    const ring = `call_inbound/${providerCallId}`
    const updates = body.event === 'transcript_updated' ? `transcript_updated/${providerCallId}/` : null
    const waiting = await inbox.findUnprocessed(event.source, { key: ring, prefix: updates })
    const inbound = waiting.find(({ eventKey }) => eventKey === ring)
    const told = updates === null ? own : newestOf(own, waiting)
    return await db.inTenant(located.tenantId, async tx => {
      const tenant = await parts.tenants.read(tx)
      const { store_transcripts: transcripts, store_recordings: recordings } = tenant.settings
      const allowed = { transcripts, recordings }
      const completed = await inbox.complete(tx, told.event, strippedBody(told.event.body, allowed))
      if (!completed) return told.event.id === event.id ? 'done' : 'overtaken'
      for (const one of told.older) await inbox.complete(tx, one, strippedBody(one.body, allowed))
      const call = await parts.calls.openCall(tx, located.identity)
      if (inbound && (await inbox.complete(tx, inbound))) await recordInbound(tx, call.id, inbound)
      await report(tx, { call, told, parties: located.parties, allowed, locale: tenant.locale })
      return 'done'
    })
  }

  /** What an event says of its call, and what follows from that. */
  async function report(
    tx: Tx,
    heard: {
      call: CallRecord
      told: Told
      parties: Parties
      allowed: { transcripts: boolean; recordings: boolean }
      locale: string
    },
  ): Promise<void> {
    const { call, told, parties, allowed, locale } = heard
    const said = toCallReport(told.body)
    await parts.calls.reportCall(tx, call.id, said, allowed)
    if (said.state === 'ended') await parts.reception.conversation.hungUp(tx, call.id)
    const byAgent = (said.transcript ?? []).flatMap(({ role, text }) => (role === 'agent' ? [text] : []))
    await parts.reception.checkClaims(tx, { call, said: byAgent, keepWords: allowed.transcripts })
    await noteMissedCaller(tx, parts.calls, { call, report: said, parties, locale, now: clock.now() })
    const { event } = told
    await parts.calls.recordEntry(tx, {
      callId: call.id,
      kind: 'webhook',
      name: told.body.event,
      at: event.receivedAt,
      arguments: summary(told.body),
      tookMs: event.receivedAt.until(clock.now()).total('milliseconds'),
      requestId: event.requestId,
    })
  }

  async function whose(event: InboxEvent): Promise<TenantId | null> {
    const { call: events, call_inbound: rings } = retellNumbers.parse(parseJson(event.body))
    const call = events ?? rings
    if (!call) return null
    const located = await locate(event, partiesOf({ ...call, call_id: '' }))
    return located.kind === 'found' ? located.tenantId : null
  }

  async function locate(event: InboxEvent, parties: Parties | null) {
    if (!parties) return { kind: 'no_number' } as const
    const connection = await parts.connections.find(event.source.split('/')[1] ?? '')
    if (!connection) throw new Error(`The connection of ${event.source} is gone.`)
    const number = await parts.tenants.resolveCalledNumber({
      e164: parties.businessE164,
      connectionId: connection.id,
    })
    if (number.kind !== 'found') return number
    return {
      kind: 'found',
      tenantId: number.tenantId,
      parties,
      identity: {
        connectionId: connection.id,
        provider: 'retell',
        providerCallId: parties.providerCallId,
        locationId: number.locationId,
        direction: parties.direction,
        callerE164: parties.callerE164,
        calledE164: parties.businessE164,
      },
    } as const
  }

  /** Ten minutes on, the ringing belongs to a call that exists by now, or to none: then it was only a ring. */
  async function attachInbound(event: InboxEvent, json: unknown): Promise<void> {
    const { call_inbound } = retellInbound.parse(json)
    const located = await locate(
      event,
      partiesOf({ ...call_inbound, call_id: event.eventKey.split('/')[1] ?? '' }),
    )
    if (located.kind !== 'found') {
      await db.acrossTenants('voice: put away a ring', tx => inbox.complete(tx, event))
      return
    }
    await db.inTenant(located.tenantId, async tx => {
      if (!(await inbox.complete(tx, event))) return
      const callId = await parts.calls.findCall(tx, located.identity)
      if (callId) await recordInbound(tx, callId, event)
    })
  }

  async function recordInbound(tx: Tx, callId: CallId, event: InboxEvent): Promise<void> {
    await parts.calls.recordEntry(tx, {
      callId,
      kind: 'inbound',
      name: 'call_inbound',
      at: event.receivedAt,
      tookMs: Number(event.headers.took_ms ?? 0),
      requestId: event.requestId,
    })
  }
}

/** A call for nobody touches no tenant, and nothing of its words is kept. */
async function putAside(
  { db, inbox, clock }: Platform,
  event: InboxEvent,
  about: Pick<Parameters<typeof quarantine>[1], 'reason' | 'calledNumber' | 'providerCallId'>,
): Promise<void> {
  const stripped = strippedBody(event.body, { transcripts: false, recordings: false })
  await db.acrossTenants('voice: quarantine an event', async tx => {
    if (!(await inbox.complete(tx, event, stripped))) return
    await quarantine(tx, { ...about, source: event.source, inboxId: event.id, at: clock.now() })
  })
}

/** An event that is read, and those of its call that say nothing beside it: newest first, as they are locked. */
type Told = {
  readonly event: InboxEvent
  readonly body: RetellEvent
  readonly older: readonly InboxEvent[]
}

/**
 * An update of a transcript has all that was said: of several that wait only the newest is worth reading, and it is
 * read by whoever comes first. One that says less, or cannot be read, is left to itself.
 */
function newestOf(own: Told, waiting: readonly InboxEvent[]): Told {
  const updates = waiting
    .filter(({ id, eventKey }) => id === own.event.id || !eventKey.startsWith('call_inbound/'))
    .toReversed()
  for (const [index, event] of updates.entries()) {
    const body = event.id === own.event.id ? own.body : readable(event)
    if (body !== null && utterances(body) >= utterances(own.body))
      return { event, body, older: updates.slice(index + 1) }
  }
  return own
}

function utterances(body: RetellEvent): number {
  return toCallReport(body).transcript?.length ?? 0
}

function readable(event: InboxEvent): RetellEvent | null {
  try {
    return retellEvent.parse(parseJson(event.body))
  } catch {
    return null
  }
}

/** What of an event is worth a line in the timeline: no words of the call. */
function summary(event: RetellEvent): Record<string, unknown> {
  const { call } = event
  return {
    call_id: call?.call_id,
    disconnection_reason: call?.disconnection_reason,
    start_timestamp: call?.start_timestamp,
    end_timestamp: call?.end_timestamp,
    utterances: call?.transcript_object?.length,
  }
}
