import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { platformErrors } from '../../platform/errors/platform-errors.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import type { LocationId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { CLOCK, readWeek, writeWeek } from '../../platform/time/week.ts'
import { tenantErrors } from './errors.ts'
import { type LocationView, listLocations, listNumbers } from './settings-views.ts'
import { changeTransfer, type Transfer } from './transfer.ts'

const clockText = z.string().regex(CLOCK, { error: 'must be a time from 00:00 to 24:00' })
const windowShape = { weekday: z.number().int().min(1).max(7), from: clockText, to: clockText }
const transferShape = z.object({ phone: z.string(), week: z.array(z.object(windowShape)) })
const wantedTransfer = z.strictObject({
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/, { error: 'must be a number like +493023125090' }),
  week: z.array(z.strictObject(windowShape)).max(70),
})
const locationShape = z.object({
  id: z.uuid(),
  name: z.string(),
  time_zone: z.string(),
  address: z.string().nullable(),
  /** Null: nobody is put through. */
  transfer: transferShape.nullable(),
  version: z.number(),
})
const numberShape = z.object({
  id: z.uuid(),
  e164: z.string(),
  location: z.object({ id: z.uuid(), name: z.string() }),
})
const read = { kind: 'tenant', scope: 'read', reach: 'location' } as const

/** Where the business is, whom it puts callers through to, and the numbers that lead to it. */
export function locationRoutes({ db }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/locations', {
      config: { access: read },
      schema: { response: { 200: z.object({ items: z.array(locationShape), next_cursor: z.null() }) } },
      handler: async request => {
        const rows = await db.inTenant(principalOf(request).tenantId, listLocations)
        return { items: rows.map(present), next_cursor: null }
      },
    })

    app.patch('/api/v1/locations/:id', {
      config: {
        access: { kind: 'tenant', scope: 'manage', reach: 'location' },
        errors: [tenantErrors.unknownLocation, tenantErrors.badTransferHours, platformErrors.staleVersion],
      },
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.strictObject({ transfer: wantedTransfer.nullable(), version: z.number().int().optional() }),
        response: { 200: locationShape },
      },
      handler: async request => {
        const locationId = request.params.id as LocationId
        const wanted = transferOf(request.body.transfer)
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const place = { locationId, version: request.body.version ?? null }
          const { kind } = await changeTransfer(tx, place, wanted)
          if (kind === 'stale') throw new AppError(platformErrors.staleVersion)
          const location = (await listLocations(tx)).find(({ id }) => id === locationId)
          if (kind === 'unknown' || !location) throw new AppError(tenantErrors.unknownLocation)
          return present(location)
        })
      },
    })

    app.get('/api/v1/phone-numbers', {
      config: { access: read },
      schema: { response: { 200: z.object({ items: z.array(numberShape), next_cursor: z.null() }) } },
      handler: async request => {
        const rows = await db.inTenant(principalOf(request).tenantId, listNumbers)
        const items = rows.map(({ id, e164, locationId, locationName }) => ({
          id,
          e164,
          location: { id: locationId, name: locationName },
        }))
        return { items, next_cursor: null }
      },
    })
  }
}

/** Throws `tenants/bad-transfer-hours`. */
function transferOf(wanted: z.infer<typeof wantedTransfer> | null): Transfer | null {
  if (wanted === null) return null
  const week = readWeek(wanted.week)
  if (week === 'backwards')
    throw new AppError(tenantErrors.badTransferHours, 'A window must end after it begins.')
  if (week === 'overlap') throw new AppError(tenantErrors.badTransferHours, 'Two windows of one day overlap.')
  return { phoneE164: wanted.phone, week }
}

function present({ timeZone, transfer, ...location }: LocationView): z.infer<typeof locationShape> {
  return {
    ...location,
    time_zone: timeZone,
    transfer: transfer && { phone: transfer.phoneE164, week: writeWeek(transfer.week) },
  }
}
