import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, chromium } from 'playwright-core'
import { median, rounded } from './statistics.ts'

export const FORMS = ['phone', 'desktop'] as const
export type Form = (typeof FORMS)[number]
/** In percent, as Lighthouse shows them. */
export type Scores = Record<Category, number>

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Category = (typeof CATEGORIES)[number]
const PROGRAM = join(import.meta.dirname, '../../node_modules/lighthouse/cli/index.js')
const MOST_BYTES = 50_000_000
/** The browser lost the beginning of the trace, and Lighthouse asks for another run: now and then, on a busy machine. */
const WORTH_ANOTHER_RUN = 'NO_NAVSTART'
const MOST_RUNS = 3
const run = promisify(execFile)

/**
 * Medians of what Lighthouse gives a page in each category, with its own throttling: a slow phone on a slow network, or
 * a computer. `enter` may log in first; nothing of an earlier run is kept in the browser's cache. Runs without a result
 * are tried again, twice at most.
 */
export async function lighthouseScores(
  address: string,
  options: { chromiumPath: string; rounds: number; enter?: (context: BrowserContext) => Promise<void> },
): Promise<Record<Form, Scores>> {
  const port = await freePort()
  const context = await chromium.launchPersistentContext('', {
    executablePath: options.chromiumPath,
    args: ['--no-sandbox', `--remote-debugging-port=${port}`, '--accept-lang=de-DE'],
    locale: 'de-DE',
  })
  try {
    await options.enter?.(context)
    const runs: Record<Form, Scores[]> = { phone: [], desktop: [] }
    for (let round = 0; round < options.rounds; round += 1)
      for (const form of FORMS) runs[form].push(await scoresOf(address, port, form))
    return { phone: medians(runs.phone), desktop: medians(runs.desktop) }
  } finally {
    await context.close()
  }
}

type Report = {
  readonly finalDisplayedUrl: string
  readonly runtimeError?: { readonly code: string; readonly message: string }
  readonly categories: Record<Category, { readonly score: number | null }>
}

async function scoresOf(address: string, port: number, form: Form): Promise<Scores> {
  for (let runs = 1; ; runs += 1) {
    const report = await reportOf(address, port, form)
    if (report.runtimeError?.code === WORTH_ANOTHER_RUN && runs < MOST_RUNS) continue
    if (report.runtimeError) throw new Error(`Lighthouse: ${report.runtimeError.message}`)
    if (report.finalDisplayedUrl !== address)
      throw new Error(`${address} led to ${report.finalDisplayedUrl}.`)
    return byCategory(category => rounded((report.categories[category].score ?? 0) * 100, 0))
  }
}

/** Its program and not its module: in a process of its own it does not share the processor's time with what drives it. */
async function reportOf(address: string, port: number, form: Form): Promise<Report> {
  const args = [
    PROGRAM,
    address,
    `--port=${port}`,
    '--output=json',
    '--quiet',
    `--only-categories=${CATEGORIES.join()}`,
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
  ]
  try {
    const { stdout } = await run(process.execPath, args, { maxBuffer: MOST_BYTES })
    return JSON.parse(stdout) as Report
  } catch (error) {
    // With a failure of its own it ends as failed, and has written its report before.
    const { stdout } = error as { stdout?: string }
    if (!stdout) throw error
    return JSON.parse(stdout) as Report
  }
}

const medians = (runs: readonly Scores[]): Scores =>
  byCategory(category => median(runs.map(scores => scores[category])))

const byCategory = (scoreOf: (category: Category) => number): Scores =>
  Object.fromEntries(CATEGORIES.map(category => [category, scoreOf(category)])) as Scores

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  await new Promise(closed => server.close(closed))
  return port
}
