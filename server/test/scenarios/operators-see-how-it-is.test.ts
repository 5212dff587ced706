import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
let figures: string

beforeAll(async () => {
  product = await startProduct()
  const call = await product.retell.playCall({ recording: 'salon-herrenschnitt', pace: 'instant' })
  expect(call.problems).toEqual([])
  await product.settled()
  await fetch(`${product.url}/api/v1/calls/${crypto.randomUUID()}`)
  figures = await metrics()
})
afterAll(() => product.stop())

const metrics = async (): Promise<string> => (await fetch(`${product.url}/metrics`)).text()
const health = async (name = ''): Promise<{ status: number; body: Json }> => {
  const response = await fetch(`${product.url}/health${name === '' ? '' : `/${name}`}`)
  return { status: response.status, body: await response.json() }
}
const series = (): string[] => figures.split('\n').filter(line => line !== '' && !line.startsWith('#'))

describe('Metrics', () => {
  test.each([
    'askpro_http_request_duration_seconds_count',
    'askpro_tool_call_duration_seconds_count',
    'askpro_job_duration_seconds_count',
    'askpro_jobs',
    'askpro_jobs_oldest_age_seconds',
    'askpro_inbox_events_total',
    'askpro_inbox',
    'askpro_inbox_oldest_age_seconds',
    'askpro_database_pool_connections',
    'askpro_outbound_request_duration_seconds_count',
    'askpro_outbound_breaker_state',
    'askpro_calendar_appointments_waiting',
    'askpro_calendar_conflicts_open',
    'askpro_live_clients',
    'askpro_event_loop_utilization',
    'nodejs_eventloop_lag_p99_seconds',
    'nodejs_gc_duration_seconds_count',
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
  ])('have %s', name => {
    expect(series().filter(line => new RegExp(`^${name}[ {]`).test(line))).not.toEqual([])
  })

  test('count the e-mail that was sent, and show its breaker closed', () => {
    expect(figures).toMatch(
      /askpro_outbound_request_duration_seconds_count\{provider="smtp",operation="send",outcome="ok"\} 1/,
    )
    expect(figures).toMatch(/askpro_outbound_breaker_state\{provider="smtp"\} 0/)
  })

  test('have no label of a tenant, a person, an id or an address', () => {
    const labels = series().flatMap(line => [...line.matchAll(/="([^"]*)"/g)].map(match => match[1] ?? ''))
    expect(labels.length).toBeGreaterThan(100)
    for (const label of labels) {
      expect(label).not.toMatch(
        /[0-9a-f]{8}-[0-9a-f]{4}|salon|practice|morgenrot|sommer|@|:\/\/|call_[0-9a-f]/i,
      )
      expect(label).not.toMatch(/\d{6,}/)
    }
  })

  test('say that they do not know what they cannot find out', async () => {
    const { db } = product.app.platform
    const ask = db.acrossTenants
    Object.assign(db, { acrossTenants: () => Promise.reject(new Error('away')) })
    try {
      expect(await metrics()).toMatch(/^askpro_inbox\{state="waiting"\} Nan$/m)
    } finally {
      Object.assign(db, { acrossTenants: ask })
    }
  })
})

describe('Health', () => {
  test('has a check for every dependency', async () => {
    const { body } = await health()
    expect(Object.keys(body.checks).sort()).toEqual(
      [
        'cache',
        'calcom',
        'database',
        'disk',
        'google',
        'jobs',
        'language_model',
        'mail',
        'microsoft',
        'retell',
        'sms',
      ].sort(),
    )
    for (const check of Object.values<Json>(body.checks))
      expect(check).toMatchObject({
        status: expect.stringMatching(/^(ok|degraded|down|not_configured)$/),
        took_ms: expect.any(Number),
        since: expect.stringMatching(/^\d{4}-/),
      })
  })

  test('of the database tells its latency and its connections', async () => {
    expect(await health('database')).toMatchObject({
      status: 200,
      body: {
        status: 'ok',
        checks: { database: { detail: { latency_ms: expect.any(Number), replication: 'not_configured' } } },
      },
    })
  })

  test('of Retell tells how long ago its last event came', async () => {
    const { detail } = (await health('retell')).body.checks.retell
    expect(detail.last_event_age_seconds).toBeLessThan(120)
  })

  test('names no secret, no tenant and no address', async () => {
    const text = JSON.stringify((await health()).body)
    expect(text).not.toMatch(/salon|practice|Morgenrot|Sommer|key_|smtp:\/\/|127\.0\.0\.1|postgres/i)
  })

  test('asks the mail server at most twice a minute, however often it is asked itself', async () => {
    await health('mail')
    const count = (text: string): number =>
      Number(/_count\{provider="smtp",operation="verify",outcome="ok"\} (\d+)/.exec(text)?.[1] ?? 0)
    const before = count(await metrics())
    await Promise.all(Array.from({ length: 20 }, () => health('mail')))
    expect(before).toBeGreaterThan(0)
    expect(count(await metrics())).toBe(before)
  })

  test('knows no check of another name', async () => {
    expect(await health('nothing')).toMatchObject({ status: 404 })
  })
})
