import type { Tx } from '../../../platform/db/database.ts'
import { parseJson } from '../../../platform/http/parse-json.ts'
import type { CallId, TenantId } from '../../../platform/ids/ids.ts'
import type { InboxEvent } from '../../../platform/inbox/inbox.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Calls } from '../../calls/index.ts'
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
    const parties = body.call ? partiesOf(body.call) : null
    const located = await locate(event, parties)
    if (located.kind !== 'found')
      return await db.acrossTenants('voice: quarantine an event', async tx => {
        if (
          !(await inbox.complete(
            tx,
            event,
            strippedBody(event.body, { transcripts: false, recordings: false }),
          ))
        )
          return
        await quarantine(tx, {
          source: event.source,
          reason: located.kind,
          calledNumber: parties?.businessE164 ?? null,
          providerCallId: body.call?.call_id ?? null,
          inboxId: event.id,
          at: clock.now(),
        })
      })
    const inbound = await inbox.findUnprocessed(
      event.source,
      `call_inbound/${located.parties.providerCallId}`,
    )
    await db.inTenant(located.tenantId, async tx => {
      const tenant = await parts.tenants.read(tx)
      const allowed = {
        transcripts: tenant.settings.store_transcripts,
        recordings: tenant.settings.store_recordings,
      }
      if (!(await inbox.complete(tx, event, strippedBody(event.body, allowed)))) return
      const call = await parts.calls.openCall(tx, located.identity)
      if (inbound && (await inbox.complete(tx, inbound))) await recordInbound(tx, call.id, inbound)
      const report = toCallReport(body)
      await parts.calls.reportCall(tx, call.id, report, allowed)
      if (report.state === 'ended') await parts.reception.conversation.hungUp(tx, call.id)
      const said = (report.transcript ?? []).flatMap(({ role, text }) => (role === 'agent' ? [text] : []))
      await parts.reception.checkClaims(tx, { call, said, keepWords: allowed.transcripts })
      const { parties: talking } = located
      const missed = { call, report, parties: talking, locale: tenant.locale, now: clock.now() }
      await noteMissedCaller(tx, parts.calls, missed)
      await parts.calls.recordEntry(tx, {
        callId: call.id,
        kind: 'webhook',
        name: body.event,
        at: event.receivedAt,
        arguments: summary(body),
        tookMs: event.receivedAt.until(clock.now()).total('milliseconds'),
        requestId: event.requestId,
      })
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
