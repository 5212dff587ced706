import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../verify/product/authenticator.ts'
import { type App, createApp } from '../../src/app.ts'
import type { HttpServer } from '../../src/platform/http/http-server.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { testConfig } from '../support/test-config.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const OLD = Buffer.alloc(32, 7)
const NEW = Buffer.alloc(32, 8)

type Keys = { secretKey: Buffer; otherKeys: { older: Buffer[]; next: Buffer[] } }
type Process = { readonly url: string; readonly app: App; readonly http: HttpServer }

/** The first process runs with the old key alone; the others are further web processes on its database. */
let product: TestProduct
const processes: Process[] = []

beforeAll(async () => {
  product = await startProduct()
})
afterAll(async () => {
  for (const { http, app } of processes) {
    await http.close()
    await app.close()
  }
  await product.stop()
})

async function startWith({ secretKey, otherKeys }: Keys): Promise<Process> {
  const config = testConfig()
  const app = createApp({
    config: { ...config, secrets: { ...config.secrets, secretKey, otherKeys } },
    databaseUrl: product.database.url,
    log: createLog({ level: 'silent', destination: 'stderr' }),
    outside: { smtpUrl: product.mail.smtpUrl, retellSimulatorUrl: product.retell.url },
    undeclaredAnswers: 'throw',
  })
  const http = await app.createHttp()
  const started = { app, http, url: await http.listen({ port: 0, host: '127.0.0.1' }) }
  app.modules.ops.health.setServing(true)
  processes.push(started)
  return started
}

/** The same cookies at another process. */
function at({ url }: { url: string }, browser: TestBrowser): TestBrowser {
  const there = new TestBrowser({ url })
  for (const [name, value] of browser.cookies) there.cookies.set(name, value)
  there.csrf = browser.csrf
  return there
}

async function get(url: string, path: string, key: string): Promise<{ status: number; body: Json }> {
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } })
  return { status: answer.status, body: await answer.json() }
}

describe('Replacing the secret key', () => {
  test('under load fails no request, whichever process answers', async () => {
    const session = await joinAs(product, { slug: 'salon', role: 'owner', email: 'last@salon.example' })
    const [accepting, rotated] = [
      await startWith({ secretKey: OLD, otherKeys: { older: [], next: [NEW] } }),
      await startWith({ secretKey: NEW, otherKeys: { older: [OLD], next: [] } }),
    ]
    const sessionOfNew = new TestBrowser(rotated)
    await sessionOfNew.logIn('last@salon.example', PASSWORD)
    const statuses: number[] = []
    await Promise.all(
      Array.from({ length: 6 }, async (_, worker) => {
        for (let round = 0; round < 20; round++) {
          const there = (worker + round) % 2 === 0 ? accepting : rotated
          const browser = at(there, worker % 2 === 0 ? session : sessionOfNew)
          statuses.push((await get(there.url, '/api/v1/services', product.keys.salon)).status)
          statuses.push((await browser.ask('PATCH', '/api/v1/settings', { understanding: 'rules' })).status)
          statuses.push((await browser.ask('GET', '/api/v1/session')).status)
        }
      }),
    )
    expect(statuses).toHaveLength(360)
    expect(statuses.filter(status => status !== 200)).toEqual([])
  }, 60_000)
})

describe('What was made before', () => {
  let rotated: Process
  beforeAll(async () => {
    rotated = await startWith({ secretKey: NEW, otherKeys: { older: [OLD], next: [] } })
  })

  test('still opens: places, invitations, second factors, backup codes, and changes by an old session', async () => {
    const browser = await joinAs(product, { slug: 'salon', role: 'staff', email: 'zwei@salon.example' })
    const begun = await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
    const uri = begun.body.totp_uri
    await browser.ask('POST', '/api/v1/profile/second-factor/confirm', { code: codeOf(uri) })

    const byCode = new TestBrowser(rotated)
    expect((await byCode.logIn('zwei@salon.example', PASSWORD)).status).toBe(202)
    const entered = await byCode.ask('POST', '/api/v1/session/second-factor', { code: codeOf(uri, 1) })
    expect(entered.status).toBe(200)

    const byBackup = new TestBrowser(rotated)
    await byBackup.logIn('zwei@salon.example', PASSWORD)
    const code = begun.body.backup_codes[0]
    const opened = await byBackup.ask('POST', '/api/v1/session/second-factor', {
      code,
      method: 'backup_code',
    })
    expect(opened.status).toBe(200)
    const again = new TestBrowser(rotated)
    await again.logIn('zwei@salon.example', PASSWORD)
    const used = await again.ask('POST', '/api/v1/session/second-factor', { code, method: 'backup_code' })
    expect(used.status).toBe(401)

    const halfIn = new TestBrowser(product)
    await halfIn.logIn('zwei@salon.example', PASSWORD)
    const finished = await at(rotated, halfIn).ask('POST', '/api/v1/session/second-factor', {
      code: begun.body.backup_codes[1],
      method: 'backup_code',
    })
    expect(finished.status).toBe(200)

    await browser.ask('GET', '/api/v1/session')
    const changed = await at(rotated, browser).ask('POST', '/api/v1/profile/password', {
      current: PASSWORD,
      wanted: 'fünf grüne Kämme',
    })
    expect(changed.status).toBeLessThan(300)

    const { link } = await product.app.modules.identity.users.invite({
      tenantId: await product.tenantId('salon'),
      email: 'drei@salon.example',
      role: 'viewer',
    })
    const token = decodeURIComponent(new URL(link).hash.slice(1))
    const joined = await new TestBrowser(rotated).ask('POST', '/api/v1/invitations/accept', {
      ...{ token, name: 'Drei Test', password: PASSWORD },
    })
    expect(joined.status).toBe(200)
  }, 60_000)

  test('a slot token of the old key is booked', async () => {
    const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 3 })
    const range = `from=${day}&to=${day.add({ days: 7 })}`
    const accepting = await startWith({ secretKey: OLD, otherKeys: { older: [], next: [NEW] } })
    const path = `/api/v1/availability?service=F%C3%B6hnen&${range}`
    const { body } = await get(accepting.url, path, product.keys.salon)
    const answer = await fetch(`${rotated.url}/api/v1/appointments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.keys.salon}`, 'content-type': 'application/json' },
      body: JSON.stringify({ token: body.items[0].token, customer: { name: 'Petra Lindner' } }),
    })
    expect(answer.status).toBe(201)
  })

  test('a key that was used since outlives the old secret key, one that was not does not', async () => {
    const make = async (name: string): Promise<string> => {
      const wish = { tenantId: await product.tenantId('garage'), scopes: ['all' as const], name }
      return (await product.app.modules.identity.createApiKey(wish)).key
    }
    const [used, unused] = [await make('used'), await make('unused')]
    expect((await get(rotated.url, '/api/v1/services', used)).status).toBe(200)
    await rotated.http.close()
    await rotated.app.close()
    processes.splice(processes.indexOf(rotated), 1)
    const alone = await startWith({ secretKey: NEW, otherKeys: { older: [], next: [] } })
    expect((await get(alone.url, '/api/v1/services', used)).status).toBe(200)
    expect((await get(alone.url, '/api/v1/services', unused)).status).toBe(401)
  })
})
