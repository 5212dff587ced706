import { expect, test } from 'vitest'
import { fixedClock } from '../../platform/time/clock.ts'
import { createHealth, type HealthCheck } from './health.ts'

const clock = fixedClock('2026-11-20T10:00:00Z')
const health = (checks: Record<string, HealthCheck>) => createHealth({ clock }, { version: 'test', checks })

test('a check that hangs is down, and holds up no other', async () => {
  const begun = performance.now()
  const report = await health({ database: async () => 'ok', mail: () => new Promise(() => {}) }).all()
  expect(report.checks).toMatchObject({
    database: { status: 'ok' },
    mail: { status: 'down', detail: { problem: 'no answer in time' } },
  })
  expect(performance.now() - begun).toBeLessThan(4000)
})

test('a check that throws is down, and says nothing of why', async () => {
  const broken = async (): Promise<'ok'> => {
    throw new Error('password=geheim')
  }
  const report = await health({ database: async () => 'ok', mail: broken }).all()
  expect(report).toMatchObject({ status: 'degraded', checks: { mail: { status: 'down' } } })
  expect(JSON.stringify(report)).not.toContain('geheim')
})

test('without its database the product is down', async () => {
  expect((await health({ database: async () => 'down', mail: async () => 'ok' }).all()).status).toBe('down')
})

test('what is not configured is no fault', async () => {
  const report = await health({ database: async () => 'ok', sms: async () => 'not_configured' }).all()
  expect(report.status).toBe('ok')
})

test('a slow database still serves', async () => {
  const slow = health({ database: async () => ({ status: 'degraded', detail: { latency_ms: 1500 } }) })
  slow.setServing(true)
  expect(await slow.isReady()).toBe(true)
})

test('since when it is so stays until it changes', async () => {
  let status: 'ok' | 'down' = 'ok'
  const changing = health({ database: async () => status })
  await changing.all()
  clock.advance(60_000)
  expect((await changing.all()).checks.database?.since).toBe('2026-11-20T10:00:00Z')
  status = 'down'
  expect((await changing.all()).checks.database?.since).toBe('2026-11-20T10:01:00Z')
})
