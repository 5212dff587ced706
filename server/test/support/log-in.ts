import type { Json, TestProduct } from './test-product.ts'

export type Answer = { readonly status: number; readonly body: Json; readonly headers: Headers }

/** A browser without a page: keeps its cookies, and sends the CSRF token once it knows one. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  csrf: string | null = null
  readonly #url: string

  constructor(product: Pick<TestProduct, 'url'>) {
    this.#url = product.url
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(this.csrf === null ? {} : { 'x-csrf-token': this.csrf }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, pair.slice(name.length + 1))
    }
    const text = await response.text()
    const answer = {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      headers: response.headers,
    }
    if (typeof answer.body?.csrf_token === 'string') this.csrf = answer.body.csrf_token
    return answer
  }

  async logIn(email: string, password: string): Promise<Answer> {
    return await this.ask('POST', '/api/v1/session', { email, password })
  }
}

/** Invites somebody and accepts in their place; the browser is logged in. */
export async function joinAs(
  product: TestProduct,
  wish: { slug: string; role: 'owner' | 'manager' | 'staff' | 'viewer'; email: string; password?: string },
): Promise<TestBrowser> {
  const password = wish.password ?? PASSWORD
  const { link } = await product.app.modules.identity.users.invite({
    tenantId: await product.tenantId(wish.slug),
    email: wish.email,
    role: wish.role,
  })
  const browser = new TestBrowser(product)
  const token = decodeURIComponent(new URL(link).hash.slice(1))
  const joined = await browser.ask('POST', '/api/v1/invitations/accept', {
    token,
    name: 'Ina Test',
    password,
  })
  if (joined.status !== 200) throw new Error(`${wish.email} could not join: ${JSON.stringify(joined.body)}`)
  const entered = await browser.logIn(wish.email, password)
  if (entered.status !== 200)
    throw new Error(`${wish.email} could not log in: ${JSON.stringify(entered.body)}`)
  return browser
}

export const PASSWORD = 'vier blaue Scheren'
