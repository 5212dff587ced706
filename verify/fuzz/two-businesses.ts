import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProductProcess } from '../product/product-process.ts'
import type { ApiOperation } from './api-operations.ts'
import type { Caller, FuzzRequest } from './fuzz-request.ts'
import { addThings, type KnownThings } from './known-things.ts'

type Slug = 'salon' | 'practice'

/** Two businesses of one product: their keys, and what each of them has. */
export type TwoBusinesses = {
  readonly things: Readonly<Record<Slug, KnownThings>>
  /** What must appear in no answer. */
  readonly secrets: readonly string[]
  headersOf(caller: Caller): Record<string, string>
  /** Looks at every list again: what was made since can be tried too. */
  lookAround(): Promise<void>
}

export async function openTwoBusinesses(
  product: ProductProcess,
  operations: readonly ApiOperation[],
): Promise<TwoBusinesses> {
  const keys = { salon: await newKey(product, 'salon'), practice: await newKey(product, 'practice') }
  const things: Record<Slug, KnownThings> = { salon: new Map(), practice: new Map() }
  const headers: Record<Caller, Record<string, string>> = {
    salon: { authorization: `Bearer ${keys.salon}` },
    practice: { authorization: `Bearer ${keys.practice}` },
    'salon-session': await logIn(product),
    'wrong-key': { authorization: `Bearer ${keys.salon.slice(0, -4)}AAAA` },
    nobody: {},
  }
  const lists = operations.filter(
    ({ method, path }) => method === 'GET' && !path.includes('{') && !/live$/.test(path),
  )
  const businesses: TwoBusinesses = {
    things,
    secrets: [
      keys.salon,
      keys.practice,
      (await readFile(join(product.dataDir, 'secret-key'), 'utf8')).trim(),
    ],
    headersOf: caller => headers[caller],
    lookAround: async () => {
      if (await isOver(product.url, headers['salon-session'])) headers['salon-session'] = await logIn(product)
      for (const slug of ['salon', 'practice'] as const)
        await lookAt(product.url, { lists, headers: headers[slug], things: things[slug] })
    },
  }
  await makeSomething(product.url, headers, businesses)
  return businesses
}

/** Whose things a request meets. */
export function businessOf(sent: FuzzRequest): { own: Slug; other: Slug } {
  return sent.caller === 'practice'
    ? { own: 'practice', other: 'salon' }
    : { own: 'salon', other: 'practice' }
}

async function newKey(product: ProductProcess, slug: Slug): Promise<string> {
  const created = await product.command(['api-key', 'create', '--tenant', slug, '--scope', 'all'])
  return (created as { key: string }).key
}

async function logIn(product: ProductProcess): Promise<Record<string, string>> {
  const password = (await readFile(join(product.dataDir, 'demo-password'), 'utf8')).trim()
  const answer = await fetch(`${product.url}/api/v1/session`, {
    method: 'POST',
    // From an address of its own: that of the hostile requests may be locked by what they guessed.
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.1' },
    body: JSON.stringify({ email: 'salon@demo.example', password }),
  })
  const { csrf_token } = (await answer.json()) as { csrf_token?: string }
  const [cookie = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';')
  return { cookie, ...(csrf_token === undefined ? {} : { 'x-csrf-token': csrf_token }) }
}

async function isOver(url: string, headers: Record<string, string>): Promise<boolean> {
  return (await fetch(`${url}/api/v1/session`, { headers })).status === 401
}

/** An appointment, a hold and a test call of each, so that there is something to go wrong with. */
async function makeSomething(
  url: string,
  headers: Readonly<Record<Caller, Record<string, string>>>,
  businesses: TwoBusinesses,
): Promise<void> {
  await businesses.lookAround()
  for (const slug of ['salon', 'practice'] as const) {
    const things = businesses.things[slug]
    const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { ...headers[slug], 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return (await answer.json()) as Record<string, unknown>
    }
    const [token, another] = things.get('tokens') ?? []
    await post('/api/v1/appointments', { token, customer: { name: 'Petra Lindner', phone: '+491713920011' } })
    await post('/api/v1/holds', { token: another })
    const call = await post('/api/v1/test-calls', {})
    addThings(things, 'test-calls', [String(call.call_id)])
  }
  await businesses.lookAround()
}

async function lookAt(
  url: string,
  look: {
    readonly lists: readonly ApiOperation[]
    readonly headers: Record<string, string>
    readonly things: KnownThings
  },
): Promise<void> {
  const { things } = look
  const get = async (path: string): Promise<ReadonlyArray<Record<string, unknown>>> => {
    const answer = await fetch(url + path, { headers: look.headers })
    // A file to be saved, such as all customers, lists nothing.
    if (!answer.headers.get('content-type')?.includes('json')) {
      await answer.body?.cancel()
      return []
    }
    const body = (await answer.json()) as {
      items?: Array<Record<string, unknown>>
      next_cursor?: string | null
    }
    if (typeof body.next_cursor === 'string') addThings(things, 'cursors', [body.next_cursor])
    return Array.isArray(body.items) ? body.items : []
  }
  for (const { path, parameters } of look.lists) {
    const limited = parameters.some(parameter => parameter.name === 'limit')
    const items = await get(limited ? `${path}?limit=100` : path)
    const ids = items.map(item => item.id).filter(id => typeof id === 'string')
    addThings(things, path.split('/').at(-1) ?? 'ids', ids)
    addThings(things, 'ids', ids)
    if (path.endsWith('/services'))
      addThings(
        things,
        'service-names',
        items.map(item => String(item.name)),
      )
  }
  const day = Temporal.Now.plainDateISO('UTC')
  for (const id of things.get('services') ?? []) {
    const range = `from=${day.add({ days: 2 })}&to=${day.add({ days: 20 })}&limit=60`
    const slots = await get(`/api/v1/availability?service=${encodeURIComponent(id)}&${range}`)
    addThings(
      things,
      'tokens',
      slots.map(slot => String(slot.token)),
    )
  }
}
