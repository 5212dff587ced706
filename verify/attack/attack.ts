import { setTimeout as wait } from 'node:timers/promises'
import { createDice } from '../dice.ts'
import { readOperations } from '../fuzz/api-operations.ts'
import { createSender } from '../fuzz/send-request.ts'
import { openTwoBusinesses, type TwoBusinesses } from '../fuzz/two-businesses.ts'
import { onFreshProduct } from '../product/fresh-product.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { type Attacker, gatherAttackers } from './attackers.ts'
import { attackCalendars } from './calendar-attacks.ts'
import { createMatrix } from './matrix.ts'
import { expectedOutcome, outcomeOf } from './outcome.ts'
import { type PermissionPage, type RouteNeed, readPermissionPage } from './permission-page.ts'
import { attackLine, attackSigned } from './voice-attacks.ts'

const AT_ONCE = 6
const MOST_ATTEMPTS = 5
const SHOWN_PROBLEMS = 40
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Pools of things that belong to a location. */
const OF_A_LOCATION = [
  'absences',
  'appointments',
  'callback-requests',
  'calls',
  'closures',
  'hours-exceptions',
  'resources',
  'staff',
  'wishes',
]
const NOBODYS_ID = '01900000-0000-7000-8000-000000000000'

export type AttackPlan = {
  readonly seed: number
  /** How many requests; null: every one of everybody. */
  readonly operations: number | null
}

export const attack: Proof = {
  name: 'attack',
  summary:
    'everybody at every route: each answer as docs/permissions.md says, and nothing of another business.',
  run: ({ operations, seed }) => proveAttack({ seed, operations }),
}

/** Asks for everything as everybody, of the product on a fresh data directory; kept, and named, if anything does not hold. */
export async function proveAttack(plan: AttackPlan): Promise<ProofResult> {
  const environment = { RETELL_API_KEY: RETELL_KEY, LOG_LEVEL: 'error' }
  return await onFreshProduct({ name: 'attack', environment }, product => carryOut(plan, product))
}

async function carryOut(plan: AttackPlan, product: ProductProcess): Promise<ProofResult> {
  const page = await readPermissionPage()
  const document = await fetch(`${product.url}/api/openapi.json`)
  const operations = readOperations(await document.json())
  const businesses = await openTwoBusinesses(product, operations)
  const attackers = await gatherAttackers(product)
  const requests = page.routes.flatMap(route =>
    attackers.filter(attacker => isWorthTrying(route, attacker)).map(attacker => ({ route, attacker })),
  )
  const chosen = plan.operations === null ? requests : pickSome(requests, plan.operations, plan.seed)
  const matrix = createMatrix()
  const sender = createSender(product.url)
  const problems = [...undocumented(page, operations), ...missing(page)]
  let foreignThings = 0
  await inParallel(chosen, async ({ route, attacker }) => {
    const target = targetOf(route, attacker, businesses)
    const answer = await ask(sender, { route, attacker, path: target.path })
    const came = outcomeOf(route.need.kind, answer)
    const expected = expectedOutcome(page, route, { ...attacker.standing, ...foreign(attacker) })
    matrix.count(attacker.name, needName(route), came)
    const what = `${route.method} ${target.path} as ${attacker.name}`
    if (came !== expected) problems.push(`${what}: ${came}, not ${expected} (${answer.status})`)
    if (target.isForeign) foreignThings += 1
    problems.push(...strangeThings(answer, { what, target, attacker, businesses }))
  })
  sender.close()
  const signed = page.routes
    .filter(({ need }) => need.kind === 'signed' && need.by === 'retell')
    .map(({ url }) => url)
  for (const { what, came, expected } of [
    ...(await attackSigned(product, signed)),
    ...(await attackLine(product)),
    ...(await attackCalendars(product, businesses)),
  ]) {
    matrix.count(
      what.replace(/POST \/(?!webhooks\/(?:calcom|google|microsoft))\S+,/, 'telephone,'),
      'a signature or secret',
      came,
    )
    if (came !== expected) problems.push(`${what}: ${came}, not ${expected}`)
  }
  console.log(matrix.text())
  return {
    ...{ verify: 'attack', seed: plan.seed, routes: page.routes.length, attackers: attackers.length },
    ...{ requests: chosen.length, things_of_others: foreignThings, outcomes: matrix.totals() },
    problems_found: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
    holds: problems.length === 0,
  }
}

/** Whoever logs out in the middle could not go on. */
function isWorthTrying({ method, url }: RouteNeed, { standing }: Attacker): boolean {
  return standing.kind !== 'session' || `${method} ${url}` !== 'DELETE /api/v1/session'
}

type Target = { readonly path: string; readonly isForeign: boolean }

/** Of the salon: what can only be read by itself, everything by the other business and another location. Else an id of nobody. */
function targetOf(
  { method, url, need }: RouteNeed,
  { business, limited }: Attacker,
  businesses: TwoBusinesses,
): Target {
  const things = businesses.things.salon
  const pool = /\/([\w-]+)\/:/.exec(url)?.[1] ?? ''
  // A customer is of the whole business, and their history is what of it happened here.
  const isTheirs = need.kind === 'tenant' && need.atLocations === 'theirs' && OF_A_LOCATION.includes(pool)
  const elsewhere = limited === true && isTheirs
  const real = (things.get(pool) ?? [])[0]
  const aims = real !== undefined && (business === 'practice' || elsewhere || method === 'GET')
  const path = url
    .replace(/:connection/, 'default')
    .replace(/:\w+/, aims ? encodeURIComponent(real) : NOBODYS_ID)
    .replaceAll(/:\w+/g, NOBODYS_ID)
    .replace('*', 'index.html')
  return { path, isForeign: aims && (business === 'practice' || elsewhere) }
}

/** An answer to the practice, or to another location, that has a thing of the salon in it, or does something with one. */
function strangeThings(
  answer: { status: number; body: string },
  about: { what: string; target: Target; attacker: Attacker; businesses: TwoBusinesses },
): string[] {
  const { what, target, attacker, businesses } = about
  if (attacker.business !== 'practice' && !attacker.limited) return []
  const things = businesses.things.salon
  const pools = attacker.limited ? OF_A_LOCATION : ['ids']
  const ids = pools.flatMap(pool => things.get(pool) ?? []).filter(id => UUID.test(id))
  const shown = ids.filter(id => answer.body.includes(id) && !target.path.includes(id))
  return [
    ...(target.isForeign && answer.status < 400 ? [`${what}: answered ${answer.status}`] : []),
    ...shown.map(id => `${what}: shows ${id} of ${attacker.limited ? 'another location' : 'the salon'}`),
  ]
}

async function ask(
  sender: ReturnType<typeof createSender>,
  { route, attacker, path }: { route: RouteNeed; attacker: Attacker; path: string },
): Promise<{ status: number; body: string }> {
  const takesBody = ['POST', 'PUT', 'PATCH'].includes(route.method)
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sender.send({
      method: route.method,
      path,
      headers: {
        'x-forwarded-for': '203.0.113.80',
        ...(takesBody ? { 'content-type': 'application/json' } : {}),
        ...attacker.headers,
      },
      body: takesBody ? '{}' : null,
    })
    if (answer === 'refused') throw new Error(`${route.method} ${path} was not answered.`)
    // A machine with too much to do says so before it looks at who asks.
    if (answer.status !== 503 || attempt >= MOST_ATTEMPTS) return answer
    await wait(2000)
  }
}

function undocumented(page: PermissionPage, operations: ReadonlyArray<{ method: string; path: string }>) {
  const known = new Set(
    page.routes.map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`),
  )
  return operations
    .map(({ method, path }) => `${method} ${path}`)
    .filter(route => !known.has(route))
    .map(route => `${route} is not in docs/permissions.md`)
}

function missing({ routes, granted }: PermissionPage): string[] {
  return routes.length > 100 && granted.size > 5 ? [] : ['docs/permissions.md could not be read']
}

function foreign({ foreignPage }: Attacker) {
  return foreignPage === undefined ? {} : { foreignPage }
}

function needName({ need }: RouteNeed): string {
  return need.kind === 'tenant' ? need.permission : need.kind
}

function pickSome<T>(items: readonly T[], wanted: number, seed: number): T[] {
  const dice = createDice(seed)
  return items
    .map(item => ({ item, at: dice.next() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, wanted)
    .map(({ item }) => item)
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await work(next)
    }),
  )
}
