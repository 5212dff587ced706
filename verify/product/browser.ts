import { createHmac } from 'node:crypto'
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

/** The code that an authenticator shows now (RFC 6238) for the address of its QR code. */
export function codeOf(totpUri: string): string {
  const secret = base32(new URL(totpUri).searchParams.get('secret') ?? '')
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', secret).update(step).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '')]
    .map(sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
