import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { platformErrors } from '../../platform/errors/platform-errors.ts'
import { fileQuery, MOST_ROWS, sendTables, TABLE_TYPES } from '../../platform/files/send-table.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../platform/http/paging.ts'
import type { CallId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { toMillisecondString, toOffsetString } from '../../platform/time/zoned.ts'
import { callTable } from './call-table.ts'
import { type CallsWanted, callsWanted, wantedCalls } from './calls-wanted.ts'
import type { ReportingNeighbours } from './neighbours.ts'
import { callDetailShape, callSummaryShape, presentCall, presentMessage } from './present-call.ts'

const read = { access: { kind: 'tenant', scope: 'read', reach: 'location' } } as const

export function callRoutes({ db }: Platform, neighbours: ReportingNeighbours) {
  const { calls, customers, scheduling, messaging, tenants, reception } = neighbours

  return async (app: HttpServer): Promise<void> => {
    app.get('/api/v1/calls', {
      config: read,
      schema: {
        querystring: pageQuery.extend({
          ...callsWanted,
          provider_call_id: z.string().max(200).optional(),
        }),
        response: {
          200: z.object({ items: z.array(callSummaryShape), next_cursor: z.string().nullable() }),
        },
      },
      handler: async request => {
        const { cursor, limit, provider_call_id } = request.query
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { timeZone } = await tenants.read(tx)
          const rows = await calls.listCalls(tx, {
            ...wantedCalls(request.query, timeZone),
            providerCallId: provider_call_id ?? null,
            after: decodeCursor(cursor),
            limit: limit + 1,
          })
          const page = toPage(rows, limit, row => ({ at: row.startedAt.toString(), id: row.id }))
          const people = await customers.read(
            tx,
            page.items.flatMap(call => call.customerId ?? []),
          )
          return {
            items: page.items.map(call => presentCall(call, people, timeZone)),
            next_cursor: page.next_cursor,
          }
        })
      },
    })

    app.get('/api/v1/calls/export', {
      config: { ...read, errors: [platformErrors.exportTooLong] },
      schema: {
        produces: TABLE_TYPES,
        querystring: z.object({ ...callsWanted, ...fileQuery }),
        response: { 200: z.any() },
      },
      handler: async (request, reply) => {
        const { format, delimiter } = request.query
        const table = await db.readTenant(principalOf(request).tenantId, tx => callList(tx, request.query))
        return await sendTables(reply, [table], { name: 'calls', format, delimiter })
      },
    })

    app.get('/api/v1/calls/:id', {
      config: { ...read, errors: [calls.errors.unknown] },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: callDetailShape } },
      handler: async request =>
        await db.inTenant(principalOf(request).tenantId, tx => callDetail(tx, request.params.id as CallId)),
    })
  }

  async function callList(tx: Tx, wanted: CallsWanted) {
    const { timeZone } = await tenants.read(tx)
    const rows = await calls.listCalls(tx, {
      ...wantedCalls(wanted, timeZone),
      providerCallId: null,
      after: null,
      limit: MOST_ROWS + 1,
    })
    if (rows.length > MOST_ROWS) throw new AppError(platformErrors.exportTooLong)
    const people = await customers.read(
      tx,
      rows.flatMap(call => call.customerId ?? []),
    )
    return callTable(rows.map(call => presentCall(call, people, timeZone)))
  }

  async function callDetail(tx: Tx, id: CallId): Promise<z.infer<typeof callDetailShape>> {
    const call = await calls.readCall(tx, id)
    if (!call) throw new AppError(calls.errors.unknown)
    const { timeZone } = await tenants.read(tx)
    const appointments = await scheduling.appointmentsOfCall(tx, id)
    const people = await customers.read(tx, call.customerId ? [call.customerId] : [])
    const messages = await messaging.messagesOfCall(tx, id)
    const callbacks = await calls.listCallbackRequests(tx, {
      state: null,
      assignedTo: null,
      callId: id,
      after: null,
      limit: 50,
    })
    const claims = await reception.claimsOfCall(tx, id)
    const timeline = await calls.readTimeline(tx, id)
    return {
      ...presentCall(call, people, timeZone),
      language: call.language,
      disconnection_reason: call.disconnectionReason,
      transcript: call.transcript ? call.transcript.map(({ role, text }) => ({ role, text })) : null,
      appointments: await scheduling.presentAppointments(tx, appointments),
      messages: messages.map(message => presentMessage(message, timeZone)),
      callback_requests: callbacks.map(row => calls.presentCallback(row, timeZone)),
      cost: call.costCents === null ? null : { cents: call.costCents, currency: 'USD' },
      latency: call.latency && { p50_ms: call.latency.p50Ms, p95_ms: call.latency.p95Ms },
      claims: claims.map(({ heardAt, otherTime, ...claim }) => ({
        ...claim,
        other_time: otherTime,
        heard_at: toOffsetString(heardAt, timeZone),
      })),
      timeline: timeline.map(entry => ({
        ...entry,
        at: toMillisecondString(entry.at, timeZone),
      })),
    }
  }
}
