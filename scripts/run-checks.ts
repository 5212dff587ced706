import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CHROMIUM, ensureProgram, RADICALE, REDIS } from './debian-programs.ts'
import {
  addCounts,
  closingLine,
  countStored,
  countWritten,
  NO_TESTS,
  type TestCounts,
} from './test-counts.ts'

const ROOT = join(import.meta.dirname, '..')
const REPORTS = join(ROOT, 'tmp/test-reports')
/** Every test file and every process that a test starts loads the same packages. */
const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, 'tmp/compile-cache') }

/** One check: its exit code, and the tests it counted where it runs any. */
type Outcome = { readonly code: number; readonly counts: TestCounts }
type Check = {
  readonly name: string
  readonly extent: 'quick' | 'whole'
  run(): Promise<Outcome>
}

/** Each uses one processor for itself, and says little: two at a time, each told as a whole. */
const READING: readonly Check[] = [
  { name: 'types of server, sandbox and tools', extent: 'quick', run: () => program('tsc', '-p', '.') },
  { name: 'types of the web application', extent: 'quick', run: () => program('tsc', '-p', 'web') },
  { name: 'lint and format', extent: 'quick', run: () => program('biome', 'ci', '--colors=off') },
  { name: 'unused files, exports and packages', extent: 'whole', run: () => program('knip') },
  { name: 'import arrows', extent: 'quick', run: () => quietly('npm', ['run', '--silent', 'arrows']) },
  {
    name: 'generated files',
    extent: 'whole',
    run: () => quietly(process.execPath, ['scripts/generate.ts', '--check']),
  },
]
/** They use all there is, and are watched while they run. */
const RUNNING: readonly Check[] = [
  { name: 'unit tests', extent: 'quick', run: () => tests('unit') },
  { name: 'database tests', extent: 'whole', run: databaseTests },
  { name: 'browser tests', extent: 'whole', run: browserTests },
]
const AT_ONCE = 2

/** Runs the checks up to the first that fails, and returns the exit code. The last line counts the tests. */
export async function runChecks(options: { extent: 'quick' | 'whole' }): Promise<number> {
  await mkdir(REPORTS, { recursive: true })
  const isWanted = ({ extent }: Check): boolean => options.extent === 'whole' || extent === 'quick'
  const told = { sum: NO_TESTS, failed: null as string | null }
  const queue = READING.filter(isWanted)
  const readOn = async (): Promise<void> => {
    for (let check = queue.shift(); check && told.failed === null; check = queue.shift())
      await carryOut(check, told)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, readOn))
  for (const check of RUNNING.filter(isWanted)) {
    if (told.failed !== null) break
    console.log(`\n── ${check.name}`)
    await carryOut(check, told)
  }
  if (told.failed !== null) console.log(`\nStopped at the first failure: ${told.failed}.`)
  console.log(`\n${closingLine(told.sum)}`)
  return told.failed === null ? 0 : 1
}

async function carryOut(check: Check, told: { sum: TestCounts; failed: string | null }): Promise<void> {
  const startedAt = performance.now()
  const { code, counts } = await check.run()
  // A check that fails without a failed test is counted too: no last line may look like success.
  told.sum = addCounts(told.sum, code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
  if (code !== 0) told.failed ??= check.name
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`── ${check.name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
}

/** Without a CalDAV server or Redis the tests that need one are skipped, each by its name. */
async function databaseTests(): Promise<Outcome> {
  const found: Record<string, string> = {}
  for (const wanted of [RADICALE, REDIS]) {
    const program = await ensureProgram(wanted)
    if (program.path !== null) {
      found[wanted.variable] = program.path
      continue
    }
    console.log(`${program.reason} The tests before ${wanted.title} are skipped.`)
    if (!mayBeSkipped()) return { code: 1, counts: NO_TESTS }
  }
  return tests('database', found)
}

async function browserTests(): Promise<Outcome> {
  const chromium = await ensureProgram(CHROMIUM)
  if (chromium.path !== null) return tests('browser', { [CHROMIUM.variable]: chromium.path })
  console.log(`${chromium.reason} The browser tests are skipped.`)
  if (!mayBeSkipped()) return { code: 1, counts: NO_TESTS }
  return { code: 0, counts: { ...NO_TESTS, skipped: await countWritten(ROOT, 'browser') } }
}

/** A machine that decides what is merged must not pass what it did not look at. */
function mayBeSkipped(): boolean {
  return process.env.CI !== 'true'
}

async function tests(project: string, environment: Record<string, string> = {}): Promise<Outcome> {
  const report = join(REPORTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const startedAt = Date.now()
  const { code } = await run(bin('vitest'), ['run', '--project', project, ...reporters], {
    ...COMPILED,
    ...environment,
  })
  return { code, counts: await countStored(report, { since: startedAt }) }
}

function program(name: string, ...args: string[]): Promise<Outcome> {
  return quietly(bin(name), args)
}

/** What it said is told when it has ended: two at once would mix their lines. */
function quietly(command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', part => {
        said += String(part)
      })
    child.once('error', reject)
    child.once('close', code => {
      if (said.trim() !== '') console.log(`\n${said.trim()}`)
      resolve({ code: code ?? 1, counts: NO_TESTS })
    })
  })
}

/** Output goes straight to the terminal: nothing is held back, colours included. */
function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    child.once('error', reject)
    child.once('close', code => resolve({ code: code ?? 1, counts: NO_TESTS }))
  })
}

function bin(name: string): string {
  return join(ROOT, 'node_modules/.bin', name)
}
