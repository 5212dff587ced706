import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinAs, type TestBrowser } from '../support/log-in.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

/** Who reads a stream is asked for again with every sign of life, each twenty seconds. */
const TWO_SIGNS_MS = 41_000

let product: TestProduct
const leaving = new AbortController()
const ended: Record<string, boolean> = {
  removed: false,
  demoted: false,
  'logged out': false,
  unchanged: false,
}

beforeAll(async () => {
  product = await startProduct()
  const owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'chefin@salon.example' })
  const people = new Map<string, TestBrowser>()
  for (const fate of Object.keys(ended)) {
    const email = `${fate.replace(' ', '-')}@salon.example`
    const browser = await joinAs(product, { slug: 'salon', role: 'manager', email })
    people.set(fate, browser)
    void follow(browser).then(() => {
      ended[fate] = !leaving.signal.aborted
    })
  }
  const { items } = (await owner.ask('GET', '/api/v1/users')).body
  const path = (fate: string): string =>
    `/api/v1/users/${items.find((one: { email: string }) => one.email === `${fate}@salon.example`).id}`
  await owner.ask('DELETE', path('removed'))
  await owner.ask('PATCH', path('demoted'), { role: 'viewer' })
  await people.get('logged out')?.ask('DELETE', '/api/v1/session')
  await wait(TWO_SIGNS_MS)
})
afterAll(async () => {
  leaving.abort()
  await product.stop()
})

/** Resolves when the stream has ended. */
async function follow(browser: TestBrowser): Promise<void> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const stream = await fetch(`${product.url}/api/v1/live`, { headers: { cookie }, signal: leaving.signal })
  expect(stream.status).toBe(200)
  const reader = stream.body?.getReader()
  while (reader && !(await reader.read().catch(() => ({ done: true }))).done);
}

test('whoever was removed hears nothing more', () => {
  expect(ended.removed).toBe(true)
})

test('whoever has another role must ask again', () => {
  expect(ended.demoted).toBe(true)
})

test('whoever logged out hears nothing more', () => {
  expect(ended['logged out']).toBe(true)
})

test('everybody else goes on hearing', () => {
  expect(ended.unchanged).toBe(false)
})
