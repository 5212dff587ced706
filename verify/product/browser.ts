import type { Json } from '../fuzz/hostile-values.ts'

export type PageAnswer = { readonly status: number; readonly body: Readonly<Record<string, Json>> }

/** A browser without a page: keeps its cookies, and sends the token for changes once it knows one. */
export class Browser {
  readonly #url: string
  readonly #heard: (request: string, answer: string) => void
  readonly #cookies = new Map<string, string>()
  #csrf = ''

  /** `heard` is told the text of every answer. */
  constructor({ url }: { url: string }, heard: (request: string, answer: string) => void = () => {}) {
    this.#url = url
    this.#heard = heard
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get csrf(): string {
    return this.#csrf
  }

  async ask(method: string, path: string, body?: Json): Promise<PageAnswer> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        cookie: this.cookie,
        'x-csrf-token': this.#csrf,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    const text = await response.text()
    this.#heard(`${method} ${path}`, text)
    const answer = { status: response.status, body: text === '' ? {} : (JSON.parse(text) ?? {}) }
    if (typeof answer.body.csrf_token === 'string') this.#csrf = answer.body.csrf_token
    return answer
  }
}
