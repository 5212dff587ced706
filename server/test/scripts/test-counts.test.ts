import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCounts, closingLine, countStored, countWritten, NO_TESTS } from '../../../scripts/test-counts.ts'
import { ROOT } from '../rules/repository-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'askpro-counts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('The closing line', () => {
  test('sums the runs', () => {
    const sum = addCounts({ passed: 3, failed: 0, skipped: 1 }, { passed: 4, failed: 2, skipped: 0 })
    expect(closingLine(sum)).toBe('7 passed, 2 failed, 1 skipped')
  })

  test('does not speak of skipped tests when there are none', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  })
})

describe('A stored report', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  const store = async (writtenAt: Date): Promise<string> => {
    const file = join(folder, `${writtenAt.getTime()}.json`)
    await writeFile(file, JSON.stringify(report))
    await utimes(file, writtenAt, writtenAt)
    return file
  }

  test('counts what waits among what was skipped', async () => {
    const file = await store(new Date(60_000))
    expect(await countStored(file, { since: 60_000 })).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  test('of an earlier run counts nothing', async () => {
    const file = await store(new Date(30_000))
    expect(await countStored(file, { since: 60_000 })).toEqual(NO_TESTS)
  })

  test('that was never written counts nothing', async () => {
    expect(await countStored(join(folder, 'none.json'), { since: 0 })).toEqual(NO_TESTS)
  })
})

test('The tests of a project are counted without being run', async () => {
  expect(await countWritten(ROOT, 'browser')).toBeGreaterThan(0)
})
