import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../verify/product/authenticator.ts'
import { type App, createApp } from '../../src/app.ts'
import { sealEvents } from '../../src/platform/audit/seal-events.ts'
import { verifyChain } from '../../src/platform/audit/verify-chain.ts'
import { createKeyRing } from '../../src/platform/crypto/key-ring.ts'
import type { HttpServer } from '../../src/platform/http/http-server.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { runCommand } from '../support/run-command.ts'
import { testConfig } from '../support/test-config.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')
const [OLD, NEW] = ['07'.repeat(32), '08'.repeat(32)]
const key = (hex: string): Buffer => Buffer.from(hex, 'hex')
const secretOf = (id: string): string => `webhook-secret-of-${id}`
const CONNECTIONS = 120

/** Has the old secret key, and accepts the new one. */
let product: TestProduct
let dataDir: string
const ids = Array.from({ length: CONNECTIONS }, () => randomUUID())
const others: { app: App; http: HttpServer; url: string }[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  const secrets = { ...testConfig().secrets, otherKeys: { older: [], next: [key(NEW)] } }
  product = await startProduct({ config: { secrets } })
  dataDir = await mkdtemp(join(tmpdir(), 'askpro-secrets-'))
  const { sealer } = createKeyRing(key(OLD))
  const rows = ids.map(id => {
    const secrets = { kind: 'api_key', apiKey: 'cal_test_0123456789', webhookSecret: secretOf(id) }
    return { id, sealed: sealer.seal(JSON.stringify(secrets), `calendar_connection/${id}`) }
  })
  await product.database.query(
    `insert into calendar_connection (tenant_id, id, provider, name, sealed_secrets, created_at)
     select $1, row.id, 'calcom', 'Cal.com', row.sealed, now()
     from jsonb_to_recordset($2::jsonb) as row (id uuid, sealed text)`,
    [await product.tenantId('salon'), JSON.stringify(rows)],
  )
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const { app, http } of others) {
    await http.close()
    await app.close()
  }
  await product.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** A further web process on the same database. */
async function startWith(secretKey: string, older: string[]): Promise<{ url: string }> {
  const config = testConfig()
  const otherKeys = { older: older.map(key), next: [] }
  const app = createApp({
    config: { ...config, secrets: { ...config.secrets, secretKey: key(secretKey), otherKeys } },
    databaseUrl: product.database.url,
    log: createLog({ level: 'silent', destination: 'stderr' }),
    outside: { smtpUrl: product.mail.smtpUrl, retellSimulatorUrl: product.retell.url },
    undeclaredAnswers: 'throw',
  })
  const http = await app.createHttp()
  const started = { app, http, url: await http.listen({ port: 0, host: '127.0.0.1' }) }
  app.modules.ops.health.setServing(true)
  others.push(started)
  return started
}

const environment = () => ({
  DATA_DIR: dataDir,
  DATABASE_URL: product.database.url,
  DATABASE_OWNER_URL: product.database.ownerUrl,
  ASKPRO_SECRET_KEY: NEW,
  ASKPRO_SECRET_KEY_OLDER: OLD,
})

/** A process of its own, which can be killed. */
function beginRotation(): { child: ChildProcess; ended: Promise<unknown> } {
  const env = { PATH: process.env.PATH, ...environment() }
  const child = spawn(process.execPath, [MAIN, 'secrets', 'rotate', '--new-keys'], { env, stdio: 'ignore' })
  children.push(child)
  return { child, ended: once(child, 'close') }
}

async function rotate(...words: string[]): Promise<Json> {
  const { code, out, error } = await runCommand(['secrets', 'rotate', ...words, '--json'], environment())
  expect([code, error]).toEqual([0, ''])
  return JSON.parse(out)
}

/** A webhook of Cal.com: whoever takes it has opened the secret of its connection. */
async function hook(url: string, id: string): Promise<number> {
  const body = JSON.stringify({ triggerEvent: 'PING', createdAt: randomUUID() })
  const signature = createHmac('sha256', secretOf(id)).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-cal-signature-256': signature }
  const answer = await fetch(`${url}/webhooks/calcom/${id}`, { method: 'POST', headers, body })
  await answer.body?.cancel()
  return answer.status
}

async function countSealed(like: string): Promise<number> {
  const [row] = await product.database.query<{ count: string }>(
    'select count(*) from calendar_connection where sealed_secrets like $1',
    [like],
  )
  return Number(row?.count)
}

async function currentKey(): Promise<string> {
  const [row] = await product.database.query<{ id: string }>(
    'select id from tenant_key where retired_at is null and tenant_id = $1',
    [await product.tenantId('salon')],
  )
  return row?.id ?? 'none'
}

describe('Sealing secrets anew', () => {
  test('under load fails no request; killed in the middle it goes on, and the old secret key is needed no longer', async () => {
    const browser = await joinAs(product, { slug: 'salon', role: 'staff', email: 'zwei@salon.example' })
    const { body } = await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
    await browser.ask('POST', '/api/v1/profile/second-factor/confirm', { code: codeOf(body.totp_uri) })

    const both = [product, await startWith(NEW, [OLD])]
    const load = new AbortController()
    const statuses: number[] = []
    const asking = Array.from({ length: 2 }, async (_, worker) => {
      for (let round = worker; !load.signal.aborted; round += 7) {
        statuses.push(await hook(both[round % 2]?.url ?? '', ids[round % ids.length] ?? ''))
        // Enough to meet every batch, and something of the processor is left for the rotation.
        await wait(40)
      }
    })

    const first = beginRotation()
    while ((await countSealed('t1.%')) === 0) await wait(5)
    first.child.kill('SIGKILL')
    await first.ended
    const second = await rotate('--new-keys')
    const sealedWith = await currentKey()
    const third = await rotate()
    load.abort()
    await Promise.all(asking)

    expect(statuses.length).toBeGreaterThan(50)
    expect(statuses.filter(status => status !== 204)).toEqual([])
    expect(second).toMatchObject({ unreadable: 0 })
    // Nothing was left over, and the key of an hour ago was not replaced again.
    expect(third).toMatchObject({ new_keys: 0, sealed: 0, keys_sealed: 0, unreadable: 0 })
    expect(await countSealed(`t1.${sealedWith}.%`)).toBe(CONNECTIONS)

    const alone = await startWith(NEW, [])
    const last = await Promise.all(ids.slice(0, 40).map(id => hook(alone.url, id)))
    expect(last.filter(status => status !== 204)).toEqual([])
    const person = new TestBrowser(alone)
    await person.logIn('zwei@salon.example', PASSWORD)
    const entered = await person.ask('POST', '/api/v1/session/second-factor', {
      code: codeOf(body.totp_uri, 1),
    })
    expect(entered.status).toBe(200)
  }, 300_000)

  test('leaves the record of changes verifiable with the new secret key alone', async () => {
    const { db } = product.app.platform
    const tenantId = await product.tenantId('garage')
    const verify = () => db.inTenant(tenantId, tx => verifyChain(tx, createKeyRing(key(NEW))))
    await sealEvents(product.app.platform)
    expect((await verify()).problems).not.toEqual([])
    expect(await rotate('--tenant', 'garage')).toMatchObject({ chains_signed: 1 })
    expect((await verify()).problems).toEqual([])
  }, 120_000)

  test('keeps the keys of a voice connection of one business with the keys of that business', async () => {
    const { connections } = product.app.modules.voice
    const owner = await product.tenantId('garage')
    await connections.save({ slug: 'garage', provider: 'retell', keys: ['key_of_the_garage'], owner })
    const [row] = await product.database.query<{ sealed_keys: string }>(
      `select sealed_keys from voice_connection where slug = 'garage'`,
    )
    expect(row?.sealed_keys).toMatch(/^t1\./)
    expect((await connections.find('garage'))?.keys).toEqual(['key_of_the_garage'])
  })
})
