import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../verify/product/authenticator.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct({
    config: { publicUrl: 'https://praxis.askpro.example', operatorAddresses: ['198.51.100.0/24'] },
    web: true,
  })
})
afterAll(() => product.stop())

describe('Operators', () => {
  test('may do anything from their addresses only', async () => {
    const browser = await joinAs(product, { slug: 'salon', role: 'staff', email: 'ops@askpro.example' })
    await product.app.modules.identity.users.setOperator('ops@askpro.example', 'operator')
    const from = (address: string) =>
      browser.ask('GET', '/api/v1/session', undefined, { 'x-forwarded-for': address })
    expect((await from('198.51.100.20')).status).toBe(200)
    const elsewhere = await from('203.0.113.20')
    expect([elsewhere.status, elsewhere.body.type]).toEqual([403, '/errors/access/not-allowed'])
  })
})

describe('Every answer', () => {
  test.each(['/api/v1/settings', '/health/live', '/app/', '/nothing', '/%E0%A4%A'])(
    'of %s tells the browser what it may not do, and to come over TLS (slot board: scripts inside of pages)',
    async path => {
      const { headers } = await fetch(product.url + path)
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  test('sets cookies that no script reads and no other site sends, over TLS only', async () => {
    await joinAs(product, { slug: 'practice', role: 'staff', email: 'kekse@praxis.example' })
    const answer = await new TestBrowser(product).ask('POST', '/api/v1/session', {
      email: 'kekse@praxis.example',
      password: PASSWORD,
    })
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Strict).*Path=\/(;|$)/i)
      expect(cookie).toMatch(/^__Host-askpro/)
      expect(cookie).not.toMatch(/domain/i)
    }
  })

  test('that leads elsewhere leads to an address of our own', async () => {
    for (const path of ['/', '/app']) {
      const answer = await fetch(product.url + path, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/'])
    }
  })
})

describe('Where https is served', () => {
  const SESSION = '__Host-askpro_session'
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await joinAs(product, { slug: 'salon', role: 'owner', email: 'wirt@salon.example' })
  })

  test('a session under the plain name, which a neighbouring host could plant, is nobody’s', async () => {
    const value = browser.cookies.get(SESSION) ?? ''
    const planted = await fetch(`${product.url}/api/v1/session`, {
      headers: { cookie: `askpro_session=${value}` },
    })
    const own = await fetch(`${product.url}/api/v1/session`, { headers: { cookie: `${SESSION}=${value}` } })
    expect([planted.status, own.status]).toEqual([401, 200])
  })

  test('a session still changes nothing without its token, nor for a page of somebody else', async () => {
    const change = (headers: Record<string, string>) =>
      browser.ask('PATCH', '/api/v1/profile', { name: 'Mara' }, headers)
    const answers = [
      await change({ 'x-csrf-token': '' }),
      await change({ origin: 'http://praxis.askpro.example' }),
      await change({ origin: 'https://praxis.askpro.example' }),
    ]
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual([
      [403, '/errors/access/csrf'],
      [403, '/errors/access/foreign-page'],
      [200, undefined],
    ])
  })

  test('the second step of a login finds the first by its cookie, and both end with logging out', async () => {
    const begun = await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
    const code = codeOf(begun.body.totp_uri)
    await browser.ask('POST', '/api/v1/profile/second-factor/confirm', { code })
    const other = new TestBrowser(product)
    expect((await other.logIn('wirt@salon.example', PASSWORD)).status).toBe(202)
    expect([...other.cookies.keys()]).toContain('__Host-askpro.two_factor')
    const next = { code: codeOf(begun.body.totp_uri, 1) }
    expect((await other.ask('POST', '/api/v1/session/second-factor', next)).status).toBe(200)
    expect((await other.ask('DELETE', '/api/v1/session')).status).toBe(204)
    expect([...other.cookies.keys()]).toEqual(['__Host-askpro_device'])
  })
})
