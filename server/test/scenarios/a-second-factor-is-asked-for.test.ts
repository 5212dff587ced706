import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../verify/product/authenticator.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

describe('An authenticator', () => {
  test('is asked for after the password, and opens with the code of the moment', async () => {
    const { uri } = await withFactor('totp@salon.example')
    const browser = new TestBrowser(product)
    const first = await browser.logIn('totp@salon.example', PASSWORD)
    expect([first.status, first.body]).toEqual([202, { next: 'second_factor' }])
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(401)
    const wrong = await giveCode(browser, '000000')
    expect([wrong.status, wrong.body.type]).toEqual([401, '/errors/identity/wrong-code'])
    const right = await giveCode(browser, codeOf(uri, 1))
    expect([right.status, right.body.user.second_factor]).toEqual([200, 'on'])
  })

  test('is not in force before its first code was right', async () => {
    const browser = await joinAs(product, { slug: 'salon', role: 'staff', email: 'begonnen@salon.example' })
    await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
    const wrong = await browser.ask('POST', '/api/v1/profile/second-factor/confirm', { code: '000000' })
    expect(wrong.status).toBe(401)
    expect((await new TestBrowser(product).logIn('begonnen@salon.example', PASSWORD)).status).toBe(200)
  })

  test('opens nothing with a code that was used, not even in the same half minute', async () => {
    const { uri } = await withFactor('zweimal@salon.example')
    const code = codeOf(uri, 1)
    const one = await halfIn('zweimal@salon.example')
    const other = await halfIn('zweimal@salon.example')
    expect((await giveCode(one, code)).status).toBe(200)
    const again = await giveCode(other, code)
    expect([again.status, again.body.type]).toEqual([401, '/errors/identity/wrong-code'])
  })

  test('opens nothing with the code that confirmed it', async () => {
    const { confirmedBy } = await withFactor('gesehen@salon.example')
    expect((await giveCode(await halfIn('gesehen@salon.example'), confirmedBy)).status).toBe(401)
  })

  test('opens one login when one code comes three times at once', async () => {
    const { uri } = await withFactor('gleichzeitig@salon.example')
    const code = codeOf(uri, 1)
    const browsers = await Promise.all(Array.from({ length: 3 }, () => halfIn('gleichzeitig@salon.example')))
    const answers = await Promise.all(browsers.map(browser => giveCode(browser, code)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401])
  })

  test('has a secret that the database does not hold in readable form', async () => {
    const { uri } = await withFactor('geheim@salon.example')
    const secret = Buffer.from(new URL(uri).searchParams.get('secret') ?? '')
    const [row] = await product.database.query<{ secret: string }>(
      "select secret from user_second_factor join user_account on user_account.id = user_id where email = 'geheim@salon.example'",
    )
    expect(row?.secret).toBeTruthy()
    expect(row?.secret).not.toContain(secret.toString())
  })
})

describe('Backup codes', () => {
  test('open once each, and are stored as hashes that open nothing', async () => {
    const { codes } = await withFactor('notfall@salon.example')
    const [code = ''] = codes
    const open = async (given: string): Promise<number> =>
      (await giveCode(await halfIn('notfall@salon.example'), given, 'backup_code')).status
    expect([await open(code), await open(code)]).toEqual([200, 401])
    const stored = await storedCodes('notfall@salon.example')
    for (const plain of codes) expect(JSON.stringify(stored)).not.toContain(plain)
    expect(stored).toHaveLength(codes.length - 1)
    expect(await open(stored[0] ?? '')).toBe(401)
  })

  test('open one login when one comes three times at once', async () => {
    const { codes } = await withFactor('notfall-eilig@salon.example')
    const browsers = await Promise.all(Array.from({ length: 3 }, () => halfIn('notfall-eilig@salon.example')))
    const answers = await Promise.all(
      browsers.map(browser => giveCode(browser, codes[0] ?? '', 'backup_code')),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await storedCodes('notfall-eilig@salon.example')).toHaveLength(codes.length - 1)
  })

  test('are made anew with the password, and the old ones open nothing', async () => {
    const { browser, codes } = await withFactor('neue-codes@salon.example')
    await browser.ask('GET', '/api/v1/session')
    const made = await browser.ask('POST', '/api/v1/profile/backup-codes', { password: PASSWORD })
    const fresh = made.body.backup_codes as string[]
    const open = async (given = ''): Promise<number> =>
      (await giveCode(await halfIn('neue-codes@salon.example'), given, 'backup_code')).status
    expect([await open(codes[0]), await open(fresh[0])]).toEqual([401, 200])
  })
})

describe('Whoever lost phone and codes', () => {
  test('gets in with the password once an operator took the factor away, and old sessions have ended', async () => {
    const { browser } = await withFactor('verloren@salon.example')
    expect(await product.app.modules.identity.users.resetSecondFactor('Verloren@salon.example')).toBe('reset')
    expect((await browser.ask('GET', '/api/v1/session')).status).toBe(401)
    expect((await new TestBrowser(product).logIn('verloren@salon.example', PASSWORD)).status).toBe(200)
  })
})

describe('Guesses at the second factor', () => {
  test('lock it after five, in whatever way, at the same moment and from many addresses', async () => {
    const { uri } = await withFactor('raten@salon.example')
    const browsers = await Promise.all(Array.from({ length: 8 }, () => halfIn('raten@salon.example')))
    const answers = await Promise.all(
      browsers.map((browser, index) =>
        browser.ask(
          'POST',
          '/api/v1/session/second-factor',
          index % 2
            ? { code: `00000${index % 10}`, method: 'totp' }
            : { code: 'aaaaa-bbbbb', method: 'backup_code' },
          { 'x-forwarded-for': `203.0.113.${index}` },
        ),
      ),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    const locked = answers.filter(({ status }) => status === 429)
    expect(locked).toHaveLength(3)
    expect(Number(locked[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    // Also for the right one, and for a new challenge.
    expect((await giveCode(await halfIn('raten@salon.example'), codeOf(uri, 1))).status).toBe(429)
  })
})

describe('A business that asks for a second factor', () => {
  test('opens everything once it is set up, and nothing before', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('garage@demo.example', 'test-password')
    const manager = await joinAs(product, {
      slug: 'garage',
      role: 'manager',
      email: 'pflicht@garage.example',
    })
    await owner.ask('PUT', '/api/v1/login-rules', { second_factor_roles: ['manager'] })
    expect((await manager.ask('GET', '/api/v1/services')).status).toBe(403)
    expect((await manager.ask('GET', '/api/v1/session')).body.user.second_factor).toBe('needed')
    await setUp(manager)
    await manager.ask('GET', '/api/v1/session')
    expect((await manager.ask('GET', '/api/v1/services')).status).toBe(200)
    const off = await manager.ask('POST', '/api/v1/profile/second-factor/disable', { password: PASSWORD })
    expect([off.status, off.body.type]).toEqual([409, '/errors/identity/second-factor-required'])
  })

  test('asks nobody of another business', async () => {
    const other = await joinAs(product, { slug: 'salon', role: 'manager', email: 'frei@salon.example' })
    expect((await other.ask('GET', '/api/v1/services')).status).toBe(200)
  })
})

describe('An operator', () => {
  test('always needs a second factor, and then every business is open', async () => {
    const browser = await joinAs(product, { slug: 'garage', role: 'viewer', email: 'betrieb@askpro.example' })
    expect(await product.app.modules.identity.users.setOperator('betrieb@askpro.example', 'operator')).toBe(
      'changed',
    )
    expect((await browser.ask('GET', '/api/v1/services')).status).toBe(403)
    await setUp(browser)
    await browser.ask('GET', '/api/v1/session')
    const practice = await browser.ask('PATCH', '/api/v1/session', { tenant: 'practice' })
    expect([practice.status, practice.body.user.role]).toEqual([200, 'operator'])
    const services = (await browser.ask('GET', '/api/v1/services')).body.items.map((item: Json) => item.name)
    expect(services).toContain('Kontrolle')
  })
})

async function setUp(browser: TestBrowser) {
  const begun = await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
  const confirmedBy = codeOf(begun.body.totp_uri)
  const confirmed = await browser.ask('POST', '/api/v1/profile/second-factor/confirm', { code: confirmedBy })
  expect([begun.status, confirmed.status]).toEqual([200, 204])
  return { uri: begun.body.totp_uri as string, codes: begun.body.backup_codes as string[], confirmedBy }
}

/** Somebody whose account has one; the code of the present half minute is used, that of the next counts already. */
async function withFactor(email: string) {
  const browser = await joinAs(product, { slug: 'salon', role: 'staff', email })
  return { browser, ...(await setUp(browser)) }
}

/** The password was right, the code is still to come. */
async function halfIn(email: string): Promise<TestBrowser> {
  const browser = new TestBrowser(product)
  const answer = await browser.logIn(email, PASSWORD)
  expect([answer.status, answer.body]).toEqual([202, { next: 'second_factor' }])
  return browser
}

async function giveCode(browser: TestBrowser, code: string, method: 'totp' | 'backup_code' = 'totp') {
  return await browser.ask('POST', '/api/v1/session/second-factor', { code, method })
}

async function storedCodes(email: string): Promise<string[]> {
  const rows = await product.database.query<{ email: string; backup_codes: string }>(
    'select email, backup_codes from user_second_factor join user_account on user_account.id = user_id',
  )
  return JSON.parse(rows.find(row => row.email === email)?.backup_codes ?? '[]')
}
