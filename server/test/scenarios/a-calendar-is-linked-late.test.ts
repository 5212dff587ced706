import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createMemoryCalendar,
  type MemoryCalendar,
} from '../../src/modules/calendars/testing/memory-calendar.ts'
import { countStatements } from '../support/count-statements.ts'
import { filledId, fillTenant } from '../support/fill-tenant.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

const BOOKED = 230
const FILL = 'calendars.fill-calendar'

let product: TestProduct
let calendar: MemoryCalendar
let tenantId: string
let linkId: string

beforeAll(async () => {
  calendar = createMemoryCalendar()
  product = await startProduct({ worker: 'none', calendarAdapters: { caldav: calendar.adapter } })
  tenantId = await product.tenantId('salon')
  await fillTenant(product.database, { tenantId, from: 1, to: BOOKED })
  const [person] = await product.database.query<{ id: string }>(`select ${filledId('staff', '1')} as id`, [
    tenantId,
  ])
  const post = (path: string, body: unknown) => product.post(path, product.keys.salon, body)
  const account = { provider: 'caldav', name: 'Neu', secrets: [] }
  const connection = (await post('/api/v1/calendar-connections', account)).body.id
  const link = { connection_id: connection, resource_id: person?.id, target: 'main', direction: 'both' }
  linkId = (await post('/api/v1/calendar-links', link)).body.id
})
afterAll(() => product.stop())

const run = async (name: string, payload: object): Promise<void> =>
  await product.app.platform.jobs.definitions().get(name)?.run(payload, { number: 1, last: false })
const entered = async (): Promise<number> => {
  const [row] = await product.database.query<{ count: number }>(
    'select count(*)::int as count from sync_entry where sync_entry.link_id = $1',
    [linkId],
  )
  return row?.count ?? 0
}
const waiting = async (name: string): Promise<object[]> => {
  const rows = await product.database.query<{ data: object }>(
    `select job.payload->'data' as data from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = $1 order by job.id`,
    [name],
  )
  return rows.map(({ data }) => data)
}

describe('Appointments of a calendar that is linked late', () => {
  test('are entered two hundred at a time, in a few statements', async () => {
    const statements = await countStatements(product.app.platform.db.pool, () =>
      run(FILL, { tenant_id: tenantId, link_id: linkId }),
    )
    expect([await entered(), statements.length <= 14]).toEqual([200, true])
  })

  test('are entered to the last, from where the batch before ended', async () => {
    const next = (await waiting(FILL)).find(data => 'after' in data)
    expect(next).toMatchObject({ tenant_id: tenantId, link_id: linkId })
    await run(FILL, next ?? {})
    expect(await entered()).toBe(BOOKED)
  })

  test('are given to the writer once each, however often the batch is run', async () => {
    const before = (await waiting('calendars.write-appointment')).length
    await run(FILL, { tenant_id: tenantId, link_id: linkId })
    expect([before, (await waiting('calendars.write-appointment')).length]).toEqual([BOOKED, BOOKED])
  })
})

test('what an account has is asked for once, however many want to know at the same moment', async () => {
  const { metadata } = product.app.modules.calendars
  const connection = await product.database.query<{ id: string }>(
    'select calendar_link.connection_id as id from calendar_link where calendar_link.id = $1',
    [linkId],
  )
  const warm = () => run('calendars.warm-account', { tenant_id: tenantId, connection_id: connection[0]?.id })
  await metadata.clear()
  calendar.log.length = 0
  await Promise.all([warm(), warm(), warm(), warm(), warm()])
  const asked = calendar.log.filter(operation => operation === 'list').length
  // Whoever was killed while asking is waited for no longer than they may take.
  await product.database.query(
    `update provider_metadata set expires_at = fetched_at + interval '1 ms', asking_until = now() + interval '1 hour'`,
  )
  await warm()
  const byCommand = await metadata.warmAll()
  const left = calendar.log.filter(operation => operation === 'list').length
  await product.database.query('update provider_metadata set asking_until = now()')
  await warm()
  const again = calendar.log.filter(operation => operation === 'list').length
  expect([asked, left, byCommand, again]).toEqual([1, 1, { accounts: 0, warmed: 0 }, 2])
})
