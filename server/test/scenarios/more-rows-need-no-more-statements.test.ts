import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closedDates } from '../../src/modules/catalogue/closures/holidays.ts'
import { countStatements } from '../support/count-statements.ts'
import { FILLED, filledId, fillTenant } from '../support/fill-tenant.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let tenantId: string

const FEW = 3
const MANY = 60
const in20Days = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 20 })
/** A week in which the salon opens on every day it opens: more people have more free times in it, whatever today is. */
const monday = firstWholeWeek(in20Days)
const wholeWeek = `from=${monday}&to=${monday.add({ days: 7 })}`

function firstWholeWeek(from: Temporal.PlainDate): Temporal.PlainDate {
  const first = from.add({ days: (8 - from.dayOfWeek) % 7 })
  const closed = closedDates('DE-BE', first, first.add({ days: 5 }))
  return closed.size === 0 ? first : firstWholeWeek(first.add({ days: 7 }))
}

/** Reads that show no rows of the database, and why they cannot be tried here. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  '/api/v1/live': 'a stream that never ends',
  '/api/v1/audit-events/export': 'a file and not JSON',
  '/api/v1/customers/export': 'a file and not JSON',
  '/api/v1/appointments/export': 'a file and not JSON',
  '/api/v1/calls/export': 'a file and not JSON',
  '/api/v1/reports/period/export': 'a file and not JSON',
  '/api/v1/api-keys': 'of people who logged in, not of keys',
  '/api/v1/operator/overview': 'of people who logged in, not of keys',
  '/api/v1/session': 'of people who logged in, not of keys',
  '/api/v1/users': 'of people who logged in, not of keys',
  '/api/v1/invitations': 'of people who logged in, not of keys',
  '/api/v1/login-rules': 'of people who logged in, not of keys',
  '/api/v1/profile/passkeys': 'of people who logged in, not of keys',
  '/api/v1/profile/sessions': 'of people who logged in, not of keys',
  '/api/v1/calls/{id}/caller-script': 'is made of the words of one call, which this business does not keep',
  '/api/v1/calendar-connections/{id}/import': 'asks a provider of calendars',
  '/api/v1/receptionist/differences': 'takes two ids, and shows two rows however many there are',
  '/api/v1/session/demo': 'exists in demo mode only',
}

/** What a detail route shows: the id of the first row that was filled in. */
const FIRST = (what: string) => `select ${filledId(what, '1')} as id`
const DETAILS: Readonly<Record<string, string>> = {
  '/api/v1/appointment-groups/{id}': FIRST('group'),
  '/api/v1/appointments/{id}': FIRST('appointment'),
  '/api/v1/calendar-connections/{id}': FIRST('calendar'),
  '/api/v1/calendar-connections/{id}/imports': FIRST('calendar'),
  '/api/v1/calls/{id}': FIRST('call'),
  '/api/v1/callback-requests/{id}': FIRST('callback'),
  '/api/v1/closures/{id}': FIRST('closure'),
  '/api/v1/customers/{id}': FIRST('customer'),
  '/api/v1/customers/{id}/history': FIRST('customer'),
  '/api/v1/knowledge/articles/{id}': FIRST('article'),
  '/api/v1/receptionist/publications/{id}': FIRST('publication'),
  '/api/v1/receptionist/versions/{id}': FIRST('version'),
  '/api/v1/series/{id}': FIRST('series'),
  '/api/v1/waitlist/{id}': FIRST('waitlist'),
  '/api/v1/services/{id}': FIRST('service'),
  '/api/v1/services/{id}/assignment': FIRST('service'),
  '/api/v1/staff/{id}': FIRST('staff'),
  '/api/v1/inbox-events/{id}': FIRST('inbox'),
  '/api/v1/jobs/{id}':
    "select min(id) as id from graphile_worker._private_jobs where payload->>'tenant_id' = $1",
  '/api/v1/requests/{request_id}': `select '${FILLED.requestId}' as id, $1::uuid as tenant`,
}

const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/availability': `?service=Leistung%201&${wholeWeek}`,
  '/api/v1/availability/visits': `?service=Leistung%201&${wholeWeek}&limit=200`,
  '/api/v1/availability/explanation': `?service=Leistung%201&at=${in20Days}T10:00`,
  '/api/v1/calendar': `?from=${in20Days}&to=${in20Days.add({ days: 7 })}`,
  '/api/v1/reports/period': `?from=${in20Days}&to=${in20Days.add({ days: 7 })}`,
  '/api/v1/calendar-connections': '?limit=200',
  '/api/v1/calendar-connections/{id}/imports': '?limit=200',
  '/api/v1/calendar-links': '?limit=200',
  '/api/v1/calendar-drifts': '?limit=200',
  '/api/v1/sync-entries': '?limit=200',
  '/api/v1/calendar-conflicts': '?limit=200',
  '/api/v1/calls': '?limit=200',
  '/api/v1/appointments': '?limit=200',
  '/api/v1/callback-requests': '?limit=200',
  '/api/v1/absences': '?limit=200',
  '/api/v1/hours-exceptions': '?limit=200',
  '/api/v1/closures': '?limit=200',
  '/api/v1/block-collisions': '?limit=200',
  '/api/v1/receptionist/versions': '?limit=200',
  '/api/v1/series': '?limit=200',
  '/api/v1/waitlist': '?limit=200',
  '/api/v1/knowledge/articles': '?limit=200',
  '/api/v1/knowledge/unanswered': '?limit=200',
  '/api/v1/audit-events': '?limit=200&actor=test',
  '/api/v1/inbox-events': '?limit=200',
  '/api/v1/jobs': '?limit=200',
  '/api/v1/customers/duplicates': '?limit=200',
  '/api/v1/customers': '?limit=200&phone=%2B493023125600',
}

beforeAll(async () => {
  // A worker would ask for something of its own now and then, and be counted.
  product = await startProduct({ worker: 'none' })
  tenantId = await product.tenantId('salon')
})
afterAll(() => product.stop())

/** Every GET of the description of the API, and what it took: statements, and the size of the answer. */
async function measure(): Promise<Map<string, { statements: number; bytes: number }>> {
  const document: Json = await (await fetch(`${product.url}/api/openapi.json`)).json()
  const paths = Object.keys(document.paths).filter(path => document.paths[path].get && !(path in LEFT_OUT))
  const measured = new Map<string, { statements: number; bytes: number }>()
  for (const path of paths) {
    const url = (await filledIn(path)) + (QUERIES[path] ?? '')
    const once = async (): Promise<{ status: number; body: Json }> =>
      await product.get(url, product.keys.salon)
    const { status, body } = await once()
    expect([path, status, body.type]).toEqual([path, 200, undefined])
    const count = async () => (await countStatements(product.app.platform.db.pool, once)).length
    // A job or a schedule of the worker may add statements of its own at any moment, and hardly twice.
    const statements = Math.min(await count(), await count())
    measured.set(path, { statements, bytes: JSON.stringify(body).length })
  }
  return measured
}

async function filledIn(path: string): Promise<string> {
  if (!path.includes('{')) return path
  const wanted = DETAILS[path]
  if (wanted === undefined) throw new Error(`Say in DETAILS which row ${path} shows.`)
  const [row] = await product.database.query<{ id: string }>(wanted, [tenantId])
  return path.replace(/\{\w+\}/, row?.id ?? '')
}

describe('Every list and every detail', () => {
  let few: Awaited<ReturnType<typeof measure>>
  let many: Awaited<ReturnType<typeof measure>>

  beforeAll(async () => {
    await fillTenant(product.database, { tenantId, from: 1, to: FEW })
    few = await measure()
    await fillTenant(product.database, { tenantId, from: FEW + 1, to: MANY })
    many = await measure()
  })

  test('asks the database as often for sixty rows as for three', () => {
    const counts = (of: typeof few) =>
      Object.fromEntries([...of].map(([path, { statements }]) => [path, statements]))
    expect(few.size).toBeGreaterThan(14)
    expect(counts(many)).toEqual(counts(few))
  })

  test('shows the rows there are: the answers have grown', () => {
    const single = [
      '/api/v1/appointments/{id}',
      '/api/v1/calendar-connections/{id}',
      '/api/v1/availability/explanation',
      '/api/v1/callback-requests/{id}',
      '/api/v1/inbox-events/{id}',
      '/api/v1/jobs/summary',
      '/api/v1/jobs/{id}',
      '/api/v1/knowledge/articles/{id}',
      '/api/v1/onboarding',
      '/api/v1/receptionist',
      '/api/v1/receptionist/alarms',
      '/api/v1/receptionist/versions/{id}',
      '/api/v1/reports/claims',
      '/api/v1/reports/today',
      '/api/v1/services/{id}/assignment',
      '/api/v1/settings',
      '/api/v1/test-calls/recordings',
      '/api/v1/closures/{id}',
    ]
    const same = [...many]
      .filter(([path, { bytes }]) => bytes <= (few.get(path)?.bytes ?? 0) * 1.5)
      .map(([path]) => path)
    expect(same.toSorted()).toEqual(single.toSorted())
  })

  test('is counted: a read takes its key, its transaction and its question', () => {
    for (const [path, { statements }] of many)
      expect([path, statements >= 5 && statements <= 20]).toEqual([path, true])
  })
})
