import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { BenchResult } from './bench-result.ts'
import { findShops, type Shop } from './harness/bench-shops.ts'
import { FORMS, type Form, lighthouseScores, type Scores } from './harness/lighthouse-scores.ts'
import type { ServedProduct } from './harness/served-product.ts'
import { growthExponent, median, rounded } from './harness/statistics.ts'
import { serveStoredCalls } from './stored/stored-calls.ts'

const STORED = [10_000, 100_000, 1_000_000]
const ROUNDS = 5
const MOST_MS = 1000
const MOST_BYTES = 350_000
const LEAST_SCORE = 90
const PASSWORD = 'sieben leise Kämme'
/** What people open all day, and behind each the heading that it has. */
const PAGES = {
  today: '/',
  calendar: '/calendar',
  calls: '/calls',
  customers: '/customers',
  reports: '/reports',
} as const
type Name = keyof typeof PAGES
const NAMES = Object.keys(PAGES) as Name[]

/** When the largest thing on the page was drawn, and when the page had all it asked for first. */
type Load = { lcpMs: number; doneMs: number }
type Loads = Record<Name, { lcp_ms: number; done_ms: number }>
type Lit = Record<'login' | 'today', Record<Form, Scores>>
type Measured = { loads: Loads; bytes: number; scores: Lit | null }

const NOTES_PAINTS = `
  window.largest = 0
  new PerformanceObserver(list => { for (const entry of list.getEntries()) window.largest = entry.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })`
/** Chromium tells of a paint a while after it. */
const LARGEST = `new Promise(told => {
  const look = () => (window.largest > 0 ? told(window.largest) : setTimeout(look, 20))
  look()
})`
const THERE = `new Promise(there => {
  const look = () => document.querySelector('h1') && !document.querySelector('[aria-busy="true"]')
    ? requestAnimationFrame(() => requestAnimationFrame(() => there(performance.now())))
    : requestAnimationFrame(look)
  look()
})`

/**
 * First loads in Chromium, nothing kept from before, of the busiest of 200 businesses, and what Lighthouse gives the
 * login and the first screen with the most that is stored; the page of booking is not built.
 */
export async function measureWeb(sizes: readonly number[] = STORED): Promise<BenchResult> {
  const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(chromiumPath)) throw new Error(`There is no Chromium at ${chromiumPath}.`)
  const bySize = new Map<number, Measured>()
  for (const stored of sizes) {
    const product = await serveStoredCalls(stored)
    try {
      console.log(`${stored} stored calls`)
      const withScores = stored === sizes.at(-1)
      bySize.set(stored, await measured(product, { chromiumPath, withScores }))
    } finally {
      await product.stop()
    }
  }
  return result(bySize)
}

async function measured(
  product: ServedProduct,
  { chromiumPath, withScores }: { chromiumPath: string; withScores: boolean },
): Promise<Measured> {
  const { url, app } = product
  const [shop] = await findShops(app, 1)
  if (!shop) throw new Error('There is no shop.')
  const account = await ownerOf(product, shop)
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
  const first = await firstLoads(browser, url, account).finally(() => browser.close())
  if (!withScores) return { ...first, scores: null }
  const enter = (context: BrowserContext) => logIn(context, url, account)
  const options = { chromiumPath, rounds: ROUNDS }
  const login = told('login', await lighthouseScores(`${url}/app/login`, options))
  const today = told('today', await lighthouseScores(`${url}/app/`, { ...options, enter }))
  return { ...first, scores: { login, today } }
}

/** A bench that stops later has said this much. */
function told(name: keyof Lit, byForm: Record<Form, Scores>): Record<Form, Scores> {
  for (const form of FORMS) console.log(`${name} on a ${form}: ${JSON.stringify(byForm[form])}`)
  return byForm
}

type Account = { readonly email: string; readonly password: string }

async function ownerOf({ app, url }: ServedProduct, { tenantId }: Shop): Promise<Account> {
  const account = { email: `inhaber-${Date.now()}@salon.example`, password: PASSWORD }
  const { link } = await app.modules.identity.users.invite({ tenantId, email: account.email, role: 'owner' })
  const body = {
    token: decodeURIComponent(new URL(link).hash.slice(1)),
    name: 'Ina Test',
    password: PASSWORD,
  }
  const joined = await fetch(`${url}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!joined.ok) throw new Error(`Joining answered ${joined.status}.`)
  return account
}

async function firstLoads(
  browser: Browser,
  url: string,
  account: Account,
): Promise<{ loads: Loads; bytes: number }> {
  const loads = new Map<Name, Load[]>(NAMES.map(name => [name, []]))
  let bytes = 0
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const name of NAMES) {
      const page = await enter(browser, url, account)
      const load = await open(page, `${url}/app${PAGES[name]}`)
      if (round === 0 && name === 'today') bytes = await scriptBytes(page)
      // The first round warms.
      if (round > 0) loads.get(name)?.push(load)
      await page.context().close()
    }
  const medians = Object.fromEntries(
    NAMES.map(name => {
      const of = loads.get(name) ?? []
      const [lcp, done] = [median(of.map(one => one.lcpMs)), median(of.map(one => one.doneMs))]
      console.log(
        `${name.padEnd(10)} largest paint ${rounded(lcp, 0)} ms, everything there ${rounded(done, 0)} ms`,
      )
      return [name, { lcp_ms: rounded(lcp, 0), done_ms: rounded(done, 0) }]
    }),
  ) as Loads
  console.log(`script of the first screen ${bytes} bytes, compressed`)
  return { loads: medians, bytes }
}

async function enter(browser: Browser, url: string, account: Account): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })
  await logIn(page.context(), url, account)
  await page.addInitScript(NOTES_PAINTS)
  return page
}

async function logIn(context: BrowserContext, url: string, account: Account): Promise<void> {
  const entered = await context.request.post(`${url}/api/v1/session`, { data: account })
  if (!entered.ok()) throw new Error(`Logging in answered ${entered.status()}.`)
}

async function open(page: Page, address: string): Promise<Load> {
  await page.goto(address)
  const doneMs = Number(await page.evaluate(THERE))
  return { lcpMs: Number(await page.evaluate(LARGEST)), doneMs }
}

async function scriptBytes(page: Page): Promise<number> {
  const loaded = (await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter(name => /\\.js$/.test(name))`,
  )) as string[]
  let bytes = 0
  for (const address of new Set(loaded))
    bytes += gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length
  return bytes
}

function result(bySize: ReadonlyMap<number, Measured>): BenchResult {
  const all = [...bySize]
  const slowest = Math.max(...all.flatMap(([, { loads }]) => NAMES.map(name => loads[name].lcp_ms)))
  const bytes = Math.max(...all.map(([, measured]) => measured.bytes))
  const scores = all.flatMap(([, measured]) => measured.scores ?? [])
  const worst = Math.min(
    ...scores.flatMap(byPage =>
      Object.values(byPage)
        .flatMap(byForm => Object.values(byForm))
        .flatMap(Object.values),
    ),
  )
  const growth = Object.fromEntries(
    NAMES.map(name => [
      name,
      growthExponent(all.map(([size, { loads }]) => ({ size, cost: loads[name].done_ms }))),
    ]),
  )
  const most = Math.max(...bySize.keys())
  return {
    bench: 'web',
    ours: {
      stored: Object.fromEntries(all.map(([size, { loads }]) => [size, loads])),
      first_screen_script_bytes: bytes,
      exponents: growth,
      lighthouse: scores[0] ?? null,
    },
    reference: {},
    ratio: rounded(slowest / MOST_MS),
    target: `largest paint < ${MOST_MS} ms on every page (median of ${ROUNDS}) with up to ${most} stored calls; first screen ≤ ${MOST_BYTES} bytes of script; Lighthouse ≥ ${LEAST_SCORE} in every category, login and first screen, phone and desktop (median of ${ROUNDS})`,
    holds: slowest < MOST_MS && bytes <= MOST_BYTES && worst >= LEAST_SCORE,
  }
}
