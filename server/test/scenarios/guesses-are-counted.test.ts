import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
  await joinAs(product, { slug: 'salon', role: 'staff', email: TARGET })
})
afterEach(() => product.database.query('delete from login_attempt'))
afterAll(() => product.stop())

const TARGET = 'ziel@salon.example'

describe('Guessing at one account', () => {
  test('locks it after five tries, at the same moment and from many addresses (slot board: tries counted one beside the other)', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => guess(TARGET, { from: `203.0.113.${index}` })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
    expect((await new TestBrowser(product).logIn(TARGET, PASSWORD)).status).toBe(429)
  })

  test('locks it for longer with each further try', async () => {
    const waits: number[] = []
    for (let tries = 0; tries < 5; tries++) await guess(TARGET)
    for (let further = 0; further < 3; further++) {
      waits.push(await lockedFor(TARGET))
      await product.database.query("update login_attempt set locked_until = now() - interval '1 second'")
      await guess(TARGET)
    }
    expect(waits.map(seconds => Math.round(seconds / 10) * 10)).toEqual([30, 60, 120])
  })

  test('is told how long to wait', async () => {
    for (let tries = 0; tries < 5; tries++) await guess(TARGET)
    const refused = await guess(TARGET)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(refused.body).toMatchObject({ type: '/errors/identity/too-many-attempts', retry_after: seconds })
    expect(seconds).toBeGreaterThan(20)
    expect(seconds).toBeLessThanOrEqual(30)
  })

  test('counts for nothing any more once the right password has come', async () => {
    for (let tries = 0; tries < 4; tries++) await guess(TARGET)
    expect((await new TestBrowser(product).logIn(TARGET, PASSWORD)).status).toBe(200)
    for (let tries = 0; tries < 4; tries++) expect((await guess(TARGET)).status).toBe(401)
  })

  test('is also counted where a stolen session asks for the password', async () => {
    const browser = new TestBrowser(product)
    await browser.logIn(TARGET, PASSWORD)
    const answers = []
    for (let tries = 0; tries < 6; tries++)
      answers.push(
        await browser.ask('POST', '/api/v1/profile/password', {
          current: 'geraten',
          wanted: 'ganz neue Worte 1',
        }),
      )
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 429])
  })

  test('leaves nothing readable in the table of tries', async () => {
    await guess(TARGET)
    const rows = await product.database.query<{ subject: string }>('select subject from login_attempt')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/ziel|127[.]0/)
  })
})

describe('Somebody who knows the password', () => {
  test('is not locked out by logging in eight times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => new TestBrowser(product).logIn(TARGET, PASSWORD)),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  })
})

describe('Guessing at many accounts', () => {
  test('locks the address after thirty tries, and no other address', async () => {
    await guess('viele@salon.example', { from: '203.0.113.9' })
    await product.database.query("update login_attempt set failures = 26 where subject like 'address:%'")
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => guess(`viele-${index}@salon.example`, { from: '203.0.113.9' })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
    expect((await guess('anders@salon.example', { from: '203.0.113.10' })).status).toBe(401)
  })
})

describe('Asking for letters', () => {
  test('ends after five for one address, whoever asks', async () => {
    const answers = []
    for (let tries = 0; tries < 6; tries++)
      answers.push(
        await new TestBrowser(product).ask(
          'POST',
          '/api/v1/password-resets',
          { email: TARGET },
          { 'x-forwarded-for': `203.0.113.${tries}` },
        ),
      )
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429])
  })
})

async function guess(email: string, { from }: { from?: string } = {}) {
  const headers: Record<string, string> = from === undefined ? {} : { 'x-forwarded-for': from }
  const body = { email, password: 'geraten geraten' }
  return await new TestBrowser(product).ask('POST', '/api/v1/session', body, headers)
}

async function lockedFor(email: string): Promise<number> {
  const refused = await guess(email)
  expect(refused.status).toBe(429)
  return Number(refused.headers.get('retry-after'))
}
