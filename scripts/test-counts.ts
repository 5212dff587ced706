import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type TestCounts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: 0 }

/** What Vitest's JSON reporter stores, as far as it is counted here. */
type StoredReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

export function addCounts(left: TestCounts, right: TestCounts): TestCounts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

/** The plain line that closes a run, for people and for programs that read only that. */
export function closingLine(counts: TestCounts): string {
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`
}

/** The counts of a stored report; none when the run ended before it wrote one. */
export async function countStored(file: string, options: { since: number }): Promise<TestCounts> {
  const written = await stat(file).catch(() => null)
  if (!written || written.mtimeMs < options.since) return NO_TESTS
  const report = JSON.parse(await readFile(file, 'utf8')) as StoredReport
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** How many tests a project has in its files, without running any. */
export async function countWritten(root: string, project: string): Promise<number> {
  const vitest = join(root, 'node_modules/.bin/vitest')
  const args = ['list', '--project', project, '--static-parse', '--json']
  const { stdout } = await promisify(execFile)(vitest, args, { cwd: root })
  return (JSON.parse(stdout) as unknown[]).length
}
