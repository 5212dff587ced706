import { join } from 'node:path'
import axe from 'axe-core'
import type { Page, Request } from 'playwright-core'

/** How wide somebody's screen is. */
export const WIDTHS = { phone: 375, tablet: 820, desktop: 1280 } as const
export type Width = keyof typeof WIDTHS

/** Axe takes longer than all else: on a tablet nothing is drawn that neither of the others has, and colours are the same everywhere. */
const LOOKED_THROUGH: Readonly<Record<Width, ReadonlyArray<'light' | 'dark'>>> = {
  phone: ['light'],
  tablet: [],
  desktop: ['light', 'dark'],
}

const PICTURES = process.env.PICTURES_DIR
/** More than this and what somebody wanted to press has moved away (the limit of issue and guide alike). */
const MOST_SHIFT = 0.05
const NOTES_SHIFTS = `
  window.shifts = []
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput)
        window.shifts.push({
          value: entry.value,
          what: entry.sources.map(({ node }) => node?.className || node?.nodeName).join(', '),
        })
  }).observe({ type: 'layout-shift', buffered: true })`
const DRAWN = 'new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))'
const SETTLED = `Promise.allSettled(document.getAnimations()
  .filter(motion => motion.effect?.getComputedTiming().endTime !== Infinity)
  .map(motion => motion.finished))`
/** The content security policy forbids what would wait in a shorter way. */
const THERE = `new Promise(there => {
  const look = () =>
    document.querySelector('h1') && !document.querySelector('[aria-busy="true"]') ? there() : requestAnimationFrame(look)
  look()
})`
const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** A page that is looked at for what would be wrong for whoever uses it. */
export type LookedAtPage = {
  readonly page: Page
  /** Opens an address and says all that is wrong with what is there at this width. */
  problemsAt(address: string, name: string): Promise<string[]>
}

export async function lookAt(page: Page, width: Width): Promise<LookedAtPage> {
  const open = new Set<Request>()
  const failed: string[] = []
  await page.addInitScript(NOTES_SHIFTS)
  page.on('request', request => request.url().endsWith('/live') || open.add(request))
  page.on('requestfinished', request => open.delete(request))
  page.on('requestfailed', request => {
    const given = request.failure()?.errorText ?? ''
    // Whoever goes to another page has the stream of the last one end.
    if (open.delete(request) && given !== 'net::ERR_ABORTED') failed.push(`${given} ${request.url()}`)
  })
  page.on('response', response => {
    // Before the login the page asks who is logged in.
    if (response.status() >= 400 && response.status() !== 401)
      failed.push(`${response.status()} ${response.url()}`)
  })

  const still = async (): Promise<void> => {
    await page.evaluate(THERE)
    for (let quiet = 0; quiet < 3; quiet = open.size === 0 ? quiet + 1 : 0) await page.evaluate(DRAWN)
    await page.evaluate(SETTLED)
  }
  const seen = async (name: string, rules?: string[]): Promise<string[]> => {
    await page.evaluate(DRAWN)
    await page.evaluate(SETTLED)
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
    const { violations } = (await page.evaluate(
      `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })})`,
    )) as axe.AxeResults
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${name}: ${id}: ${node.target.join(' ')} ${node.html}`),
    )
  }

  return {
    page,
    problemsAt: async (address, name) => {
      failed.length = 0
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(address)
      await still()
      const problems = await shiftsOf(page, name)
      const wider = Number(await page.evaluate(WIDER))
      if (wider > 0) problems.push(`${name}: ${wider} pixels wider than the screen`)
      await page.evaluate(axe.source)
      for (const theme of PICTURES ? (['light', 'dark'] as const) : LOOKED_THROUGH[width]) {
        await page.emulateMedia({ colorScheme: theme })
        // Of the same page in dark only colours differ.
        problems.push(...(await seen(`${name}-${theme}`, theme === 'dark' ? ['color-contrast'] : undefined)))
      }
      return [...problems, ...failed.map(said => `${name}: ${said}`)]
    },
  }
}

async function shiftsOf(page: Page, name: string): Promise<string[]> {
  const shifts = (await page.evaluate('window.shifts')) as Array<{ value: number; what: string }>
  const sum = shifts.reduce((before, { value }) => before + value, 0)
  if (sum <= MOST_SHIFT) return []
  return [`${name}: what is there moves by ${sum.toFixed(3)}: ${shifts.map(({ what }) => what).join(' | ')}`]
}
