/**
 * The whole truth, in order, stopping at the first failure: types, form, arrows, generated files, then the tests.
 * `--quick` is the part that takes less than a minute.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'

const quick = process.argv.includes('--quick')
const bin = name => join('node_modules/.bin', name)
const reports = mkdtempSync(join(tmpdir(), 'askpro-reports-'))
const counts = { passed: 0, failed: 0, skipped: 0 }
const begun = Date.now()

step('Types', () => run(bin('tsc'), ['-p', '.']) && run(bin('tsc'), ['-p', 'web']))
step('Form (Biome)', () => run(bin('biome'), ['ci', '--diagnostic-level=error', '.']))
step('Import arrows', () =>
  run(bin('depcruise'), [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err',
    'server',
    'sandbox',
    'web/src',
  ]),
)
if (!quick) step('Generated files', () => run(process.execPath, ['scripts/generate.ts', '--check']))
step('Unit tests', () => vitest('unit'))
if (!quick) {
  step('Database and scenario tests', () => vitest('database'))
  const chromium = findChromium()
  if (chromium) step('Browser tests', () => vitest('browser', { CHROMIUM_PATH: chromium }))
  else skipBrowser()
}
finish(0)

function vitest(project, env = {}) {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const ok = run(bin('vitest'), ['run', '--project', project, ...reporters], env)
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += numFailedTests
    counts.skipped += numPendingTests
  }
  return ok
}

function skipBrowser() {
  console.log('\n▸ Browser tests: skipped, because there is no Chromium. Install it, or set CHROMIUM_PATH.')
}

function step(name, work) {
  const from = Date.now()
  console.log(`\n▸ ${name}`)
  const ok = work()
  console.log(`  ${ok ? 'ok' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(1)} s)`)
  if (!ok) finish(1)
}

function run(command, args, env = {}) {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

function finish(code) {
  rmSync(reports, { recursive: true, force: true })
  console.log(
    `\n${code === 0 ? 'Everything holds' : 'Something does not hold'} (${((Date.now() - begun) / 1000).toFixed(0)} s)`,
  )
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  console.log(`${counts.passed} passed, ${Math.max(counts.failed, code)} failed${skipped}`)
  process.exit(code)
}
