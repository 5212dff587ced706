import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../../../../test/support/test-product.ts'
import type { TenantId } from '../../../platform/ids/ids.ts'
import { DAY } from '../../../platform/time/working-time.ts'
import { type BookingBasis, readBookingBasis } from '../views.ts'
import { basisWithin, widened } from './basis-within.ts'

let product: TestProduct
let salon: TenantId
const FIRST = Date.UTC(2026, 11, 1)

beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
  salon = await product.tenantId('salon')
  const place = `(select id from location where tenant_id = $1 order by id limit 1)`
  // Something of every kind that counts for a time only, every few days, at midnight and in the middle of the day.
  await product.database.query(
    `with day as (select '2026-11-20'::date + 3 * number as day, number from generate_series(0, 40) number),
       seasons as (
         insert into hours_rule (tenant_id, id, location_id, resource_id, weekday, from_minute, to_minute, valid_from, valid_to)
         select $1, gen_random_uuid(), ${place}, resource.id, 3, 600, 900, day.day, day.day + 2
         from day, resource where resource.tenant_id = $1 and resource.name in ('Jonas', 'Aylin')),
       exceptions as (
         insert into hours_exception (tenant_id, id, location_id, local_date, windows, created_by)
         select $1, gen_random_uuid(), ${place}, day.day, '[]', 'test' from day),
       closures as (
         insert into closure (tenant_id, id, location_id, starts_at, ends_at)
         select $1, gen_random_uuid(), ${place}, day.day::timestamptz + '23 hours', day.day::timestamptz + '35 hours' from day)
     insert into absence (tenant_id, id, resource_id, kind, starts_at, ends_at, created_by)
     select $1, gen_random_uuid(), resource.id, 'training', day.day::timestamptz, day.day::timestamptz + '1 day', 'test'
     from day, resource where resource.tenant_id = $1 and resource.name = 'Mara'`,
    [salon],
  )
  // One of them has hours for a time only.
  await product.database.query(
    `delete from hours_rule using resource where resource.id = hours_rule.resource_id and resource.tenant_id = $1
       and hours_rule.tenant_id = $1 and resource.name = 'Aylin' and hours_rule.valid_to is null`,
    [salon],
  )
})
afterAll(() => product.stop())

test('what is kept of a wide range is what would have been read for the one that is asked for', async () => {
  await product.app.platform.db.readTenant(salon, async tx => {
    const [service] = await product.app.modules.catalogue.listServices(tx)
    if (!service) throw new Error('The salon has no services.')
    const wide = widened({ start: FIRST, end: FIRST + DAY })
    const kept = await readBookingBasis(tx, { serviceId: service.id, range: wide })
    const sizes = new Set<string>()
    for (let hours = 0; hours < 90 * 24; hours += 31) {
      const start = FIRST + hours * (DAY / 24)
      const range = { start, end: start + (1 + (hours % 7)) * DAY }
      const read = await readBookingBasis(tx, { serviceId: service.id, range })
      expect(sorted(basisWithin(kept, range))).toEqual(sorted(read))
      sizes.add(
        `${read.blocked.length}/${read.exceptions.length}/${read.resources.map(({ hours }) => hours?.length)}`,
      )
    }
    expect(sizes.size).toBeGreaterThan(5)
  })
})

test('a wider range has the one that was asked for, and whole months more', () => {
  for (const days of [1, 30, 92]) {
    const range = { start: FIRST + 5, end: FIRST + 5 + days * DAY }
    const wide = widened(range)
    expect(wide.start).toBeLessThanOrEqual(range.start)
    expect(wide.end).toBeGreaterThanOrEqual(range.end)
    expect(wide.end - wide.start).toBeGreaterThan(100 * DAY)
  }
})

/** What has no order of its own is put into one. */
function sorted(basis: BookingBasis): BookingBasis {
  const byText = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
  return {
    ...basis,
    exceptions: basis.exceptions.toSorted(byText),
    blocked: basis.blocked.toSorted(byText),
    opening: basis.opening.toSorted(byText),
    resources: basis.resources.map(resource => ({
      ...resource,
      hours: resource.hours?.toSorted(byText) ?? null,
    })),
  }
}
