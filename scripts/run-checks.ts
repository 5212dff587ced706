import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CHROMIUM, ensureProgram, RADICALE } from './debian-programs.ts'
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

const CHECKS: readonly Check[] = [
  { name: 'types of server, sandbox and tools', extent: 'quick', run: () => program('tsc', '-p', '.') },
  { name: 'types of the web application', extent: 'quick', run: () => program('tsc', '-p', 'web') },
  { name: 'lint and format', extent: 'quick', run: () => program('biome', 'ci', ...plainWhenPiped()) },
  { name: 'unused files, exports and packages', extent: 'whole', run: () => program('knip') },
  { name: 'import arrows', extent: 'quick', run: () => run('npm', ['run', '--silent', 'arrows']) },
  {
    name: 'generated files',
    extent: 'whole',
    run: () => run(process.execPath, ['scripts/generate.ts', '--check']),
  },
  { name: 'unit tests', extent: 'quick', run: () => tests('unit') },
  { name: 'database tests', extent: 'whole', run: databaseTests },
  { name: 'browser tests', extent: 'whole', run: browserTests },
]

/** Runs the checks in order up to the first that fails, and returns the exit code. The last line counts the tests. */
export async function runChecks(options: { extent: 'quick' | 'whole' }): Promise<number> {
  await mkdir(REPORTS, { recursive: true })
  const wanted = CHECKS.filter(check => options.extent === 'whole' || check.extent === 'quick')
  let sum = NO_TESTS
  for (const check of wanted) {
    console.log(`\n── ${check.name}`)
    const startedAt = performance.now()
    const { code, counts } = await check.run()
    // A check that fails without a failed test is counted too: no last line may look like success.
    sum = addCounts(sum, code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`── ${check.name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
    if (code !== 0) {
      console.log(`\nStopped at the first failure: ${check.name}.\n${closingLine(sum)}`)
      return 1
    }
  }
  console.log(`\n${closingLine(sum)}`)
  return 0
}

/** Without a CalDAV server the tests that need one are skipped, each by its name. */
async function databaseTests(): Promise<Outcome> {
  const radicale = await ensureProgram(RADICALE)
  if (radicale.path !== null) return tests('database', { [RADICALE.variable]: radicale.path })
  console.log(`${radicale.reason} The tests before a CalDAV server are skipped.`)
  return mayBeSkipped() ? tests('database') : { code: 1, counts: NO_TESTS }
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
  return run(bin(name), args)
}

/** Output goes straight to the terminal: nothing is held back, colours included. */
function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
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

/** Biome colours its output even into a file. */
function plainWhenPiped(): string[] {
  return process.stdout.isTTY ? [] : ['--colors=off']
}
