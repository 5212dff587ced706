import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { decodeCursor, pageQuery, toPage } from '../../../platform/http/paging.ts'
import type { CalendarConflictId, SyncEntryId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { calendarErrors } from '../errors.ts'
import { listConflicts, listEntries, readConflict, readEntry } from './ledger-views.ts'
import {
  conflictShape,
  DECISIONS,
  ENTRY_STATES,
  entryShape,
  presentConflict,
  presentEntry,
} from './present-ledger.ts'
import { retryEntry, type SettleConflict } from './settle-conflict.ts'
import { entryKey, type WriteJob } from './write-job.ts'

const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const
const write = { kind: 'tenant', scope: 'write', reach: 'location' } as const
const byId = z.object({ id: z.uuid() })
const { unknownEntry, nothingToRetry, unknownConflict, settled, cannotFollow, notToSettleSo } = calendarErrors

/** What stands of our appointments in other calendars, and what people are asked about it. */
export function ledgerRoutes(
  { db, clock, jobs }: Platform,
  { settleConflict, writeJob }: { settleConflict: SettleConflict; writeJob: WriteJob },
) {
  return (app: HttpServer): void => {
    app.get('/api/v1/sync-entries', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({
          state: z.enum(ENTRY_STATES).optional(),
          link: z.uuid().optional(),
          appointment: z.uuid().optional(),
        }),
        response: { 200: z.object({ items: z.array(entryShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, state, link, appointment } = request.query
        const search = {
          states: state === undefined ? null : [state],
          linkId: link ?? null,
          appointmentId: appointment ?? null,
        }
        const rows = await db.readTenant(principalOf(request).tenantId, tx =>
          listEntries(tx, search, { after: decodeCursor(cursor), limit: limit + 1 }),
        )
        const page = toPage(rows, limit, row => ({ at: row.desiredStartsAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(presentEntry) }
      },
    })

    app.post('/api/v1/sync-entries/:id/retry', {
      config: { access: write, errors: [unknownEntry, nothingToRetry] },
      schema: { params: byId, response: { 202: entryShape } },
      handler: async (request, reply) => {
        const id = request.params.id as SyncEntryId
        const entry = await db.inTenant(principalOf(request).tenantId, async tx => {
          if ((await readEntry(tx, id)) === null) throw new AppError(unknownEntry)
          if (!(await retryEntry(tx, id, clock.now()))) throw new AppError(nothingToRetry)
          const payload = { tenant_id: tx.tenantId, entry_id: id }
          await jobs.enqueue(tx, writeJob, payload, { key: entryKey(id) })
          return await readEntry(tx, id)
        })
        if (entry === null) throw new AppError(unknownEntry)
        return reply.status(202).send(presentEntry(entry))
      },
    })

    app.get('/api/v1/calendar-conflicts', {
      config: { access: read },
      schema: {
        querystring: pageQuery.extend({ state: z.enum(['open', 'settled']).optional() }),
        response: { 200: z.object({ items: z.array(conflictShape), next_cursor: z.string().nullable() }) },
      },
      handler: async request => {
        const { limit, cursor, state } = request.query
        const rows = await db.readTenant(principalOf(request).tenantId, tx =>
          listConflicts(tx, { state: state ?? null }, { after: decodeCursor(cursor), limit: limit + 1 }),
        )
        const page = toPage(rows, limit, row => ({ at: row.createdAt.toString(), id: row.id }))
        return { ...page, items: page.items.map(presentConflict) }
      },
    })

    app.post('/api/v1/calendar-conflicts/:id/settle', {
      config: { access: write, errors: [unknownConflict, settled, cannotFollow, notToSettleSo] },
      schema: {
        params: byId,
        body: z.strictObject({
          settlement: z
            .enum(DECISIONS)
            .describe(
              '`kept_ours`: written there again. `took_theirs`: moved or cancelled here. `left_as_it_is`: a person saw to it.',
            ),
        }),
        response: { 200: conflictShape },
      },
      handler: async request => {
        const { tenantId, actor } = principalOf(request)
        const id = request.params.id as CalendarConflictId
        return await db.inTenant(tenantId, async tx => {
          await settleConflict(tx, { id, decision: request.body.settlement, actor })
          const conflict = await readConflict(tx, id)
          if (conflict === null) throw new AppError(unknownConflict)
          return presentConflict(conflict)
        })
      },
    })
  }
}
