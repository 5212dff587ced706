import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
    'of %s tells the browser what it may not do, and to come over TLS',
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
    for (const cookie of cookies)
      expect(cookie).toMatch(/^(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Strict).*Path=\//i)
  })

  test('that leads elsewhere leads to an address of our own', async () => {
    for (const path of ['/', '/app']) {
      const answer = await fetch(product.url + path, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/'])
    }
  })
})
