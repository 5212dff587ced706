import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { BenchResult } from './bench-result.ts'
import { findShops, type Shop } from './harness/bench-shops.ts'
import type { ServedProduct } from './harness/served-product.ts'
import { median, rounded } from './harness/statistics.ts'
import { serveStoredCalls } from './stored/stored-calls.ts'

const STORED = 1_000_000
const ROUNDS = 5
const MOST_MS = 1000
const MOST_BYTES = 350_000
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

/** First loads in Chromium, nothing kept from before, of the busiest of 200 businesses; the page of booking is not built. */
export async function measureWeb(): Promise<BenchResult> {
  const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(chromiumPath)) throw new Error(`There is no Chromium at ${chromiumPath}.`)
  const product = await serveStoredCalls(STORED)
  try {
    const [shop] = await findShops(product.app, 1)
    if (!shop) throw new Error('There is no shop.')
    const account = await ownerOf(product, shop)
    const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
    try {
      return await measured(browser, product.url, account)
    } finally {
      await browser.close()
    }
  } finally {
    await product.stop()
  }
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

async function measured(browser: Browser, url: string, account: Account): Promise<BenchResult> {
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
  ) as Record<Name, { lcp_ms: number; done_ms: number }>
  console.log(`script of the first screen ${bytes} bytes, compressed`)
  return result(medians, bytes)
}

async function enter(browser: Browser, url: string, account: Account): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })
  const entered = await page.request.post(`${url}/api/v1/session`, { data: account })
  if (!entered.ok()) throw new Error(`Logging in answered ${entered.status()}.`)
  await page.addInitScript(NOTES_PAINTS)
  return page
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

function result(medians: Record<Name, { lcp_ms: number; done_ms: number }>, bytes: number): BenchResult {
  const slowest = Math.max(...NAMES.map(name => medians[name].lcp_ms))
  return {
    bench: 'web',
    ours: { ...medians, first_screen_script_bytes: bytes },
    reference: {},
    ratio: rounded(slowest / MOST_MS),
    target: `largest paint < ${MOST_MS} ms on every page (median of ${ROUNDS}) with ${STORED} stored calls; first screen ≤ ${MOST_BYTES} bytes of script`,
    holds: slowest < MOST_MS && bytes <= MOST_BYTES,
  }
}
