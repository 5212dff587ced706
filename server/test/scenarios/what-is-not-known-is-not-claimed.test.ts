import { sign } from 'retell-sdk/lib/webhook_auth'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import { WEB_LIMITS } from '../../src/platform/db/connect.ts'
import type { HttpServer } from '../../src/platform/http/http-server.ts'
import { startWorker } from '../../src/platform/jobs/worker.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { RETELL_KEY, testConfig } from '../support/test-config.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import type { Json } from '../support/test-product.ts'

type Answer = { status: number; body: Json }

/** A product without a mail server, whose web part has one database connection that can be taken away. */
let database: TestDatabase
let app: App
let http: HttpServer
const log = createLog({ level: 'silent' })
const config = testConfig()

beforeAll(async () => {
  database = await createTestDatabase()
  app = createApp({
    ...{ config, log, databaseUrl: database.url, undeclaredAnswers: 'throw' },
    outside: { smtpUrl: null, retellSimulatorUrl: null },
    database: { poolSize: 1, limits: WEB_LIMITS, waiting: { most: 100, longestMs: 1000 } },
  })
  http = await app.createHttp()
})
afterAll(async () => {
  await http.close()
  await app.close()
  await database.drop()
})

describe('Free times that cannot be found out, because the database gives no connection', () => {
  let told: Answer
  let listed: Answer
  beforeAll(async () => {
    const authorization = `Bearer ${await apiKey()}`
    const url = '/api/v1/availability?service=Haarschnitt%20Herren&from=2026-11-24&to=2026-11-25'
    ;[told, listed] = await withoutConnection(() =>
      Promise.all([
        tool('call_no_database', 'find_slots', { service: 'Herrenschnitt', when: 'morgen' }),
        http
          .inject({ url, headers: { authorization } })
          .then(response => ({ status: response.statusCode, body: response.json() as Json })),
      ]),
    )
  })

  test('are a failure on the telephone, and neither "free" nor "nothing free"', () => {
    expect(told).toMatchObject({ status: 503, body: { type: '/errors/platform/overloaded' } })
    expect(told.body).not.toHaveProperty('slots')
    expect(told.body).not.toHaveProperty('say')
  })

  test('are a failure over REST, and no empty list', () => {
    expect(listed).toMatchObject({ status: 503, body: { type: '/errors/platform/overloaded' } })
    expect(listed.body).not.toHaveProperty('items')
  })
})

describe('Without a mail server', () => {
  let booked: Json
  beforeAll(async () => {
    const { body } = await tool('call_no_mail', 'find_slots', { service: 'Herrenschnitt' })
    const details = { token: body.slots[0].token, name: 'Petra Vogel', email: 'petra.vogel@example.org' }
    booked = (await tool('call_no_mail', 'book_appointment', details)).body
    const { jobs, metrics, clock } = app.platform
    const worker = await startWorker({ url: database.url, jobs, log, metrics, clock })
    await vi.waitUntil(async () => (await messageState()) !== 'queued', { timeout: 20_000 })
    await worker.stop()
  })

  test('the appointment is booked all the same', () => {
    expect(booked).toMatchObject({ status: 'booked', reference: expect.any(String) })
  })

  test('nobody is told of an e-mail that will not be sent', () => {
    expect(booked.say).toMatch(/gebucht/)
    expect(booked.say).not.toMatch(/E-Mail/)
  })

  test('the receptionist neither asks for an address nor speaks of a confirmation', async () => {
    const said: string[] = []
    const turn = async (path: string, payload: object): Promise<Json> => {
      const headers = { authorization: `Bearer ${await apiKey()}` }
      const { body } = await http.inject({ method: 'POST', url: path, payload, headers })
      const answer = JSON.parse(body) as Json
      said.push(JSON.stringify(answer))
      return answer
    }
    const { call_id: id } = await turn('/api/v1/test-calls', { from: '+491713920018' })
    const say = (text: string) => turn(`/api/v1/test-calls/${id}/turns`, { text })
    await say('Ich möchte einen Herrenschnitt, meine Adresse ist jana.kolb@example.org.')
    for (const text of ['so bald wie möglich', 'den früheren', 'Jana Kolb', 'ja']) await say(text)
    expect(said.join('\n')).toMatch(/gebucht/)
    expect(said.join('\n')).not.toMatch(/E-Mail|Bestätigung/)
  })

  test('a confirmation is recorded as not configured, with the reason', async () => {
    expect(await database.query(MESSAGE)).toEqual([
      { state: 'not_configured', reason: 'SMTP_URL is not set.', sent_at: null },
    ])
  })

  test('the health of mail is "not configured" and not "ok"', async () => {
    const response = await http.inject('/health/mail')
    expect(response.json()).toMatchObject({ status: 'not_configured' })
  })
})

const MESSAGE = `select message.state, message.reason, message.sent_at from message
  where message.state <> 'queued'`

async function messageState(): Promise<unknown> {
  const [message] = await database.query<{ state: string }>(MESSAGE)
  return message?.state ?? 'queued'
}

async function tool(callId: string, name: string, args: object): Promise<Answer> {
  const call = {
    ...{ call_id: callId, call_type: 'phone_call', direction: 'inbound', call_status: 'ongoing' },
    ...{ from_number: '+491713920017', to_number: '+493023125001' },
  }
  const payload = JSON.stringify({ name, call, args })
  const response = await http.inject({
    ...{ method: 'POST', url: '/voice/retell/default/tools', payload },
    headers: {
      'content-type': 'application/json',
      'x-retell-signature': await sign(payload, RETELL_KEY),
    },
  })
  return { status: response.statusCode, body: response.json() }
}

async function apiKey(): Promise<string> {
  const tenant = await app.modules.tenants.findBySlug('salon')
  if (!tenant) throw new Error('The salon is missing.')
  const made = await app.modules.identity.createApiKey({
    ...{ tenantId: tenant.id, scopes: ['all'], name: 'test' },
  })
  return made.key
}

/** Runs `work` while somebody else has the only connection. */
async function withoutConnection<T>(work: () => Promise<T>): Promise<T> {
  const taken = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const holder = app.platform.db.acrossTenants('hold the only connection', async () => {
    taken.resolve()
    await released.promise
  })
  try {
    await taken.promise
    return await work()
  } finally {
    released.resolve()
    await holder
  }
}
