import { describe, expect, test } from 'vitest'
import { promiseProblems, proofNames, type Repository } from './promise-rules.ts'

const files = [
  { path: 'server/src/book.ts', text: 'export function bookedAnswer() {}' },
  {
    path: 'server/src/book.test.ts',
    text: "describe('A slot', () => { test('is \"taken\" once', () => {}) })",
  },
  { path: 'server/src/random.test.ts', text: "import fc from 'fast-check'" },
]
const repository: Repository = {
  files,
  schema: 'constraint allocation_no_overlap EXCLUDE\nCREATE FUNCTION public.enqueue_job(x json)',
  proofs: ['crash'],
  records: '| 2026-11-21 | `crash --seed 7` | holds |',
}

const parts = {
  enforced: '`allocation_no_overlap`, `enqueue_job()`, `bookedAnswer` in `server/src/book.ts`.',
  tested: '\n- `server/src/book.test.ts`: "A slot › is "taken" once"',
  proved: '`npm run verify -- crash`.',
  figures: '2026-11-21: none lost (`crash --seed 7`).',
}

function page(changed: Partial<typeof parts> = {}, numbers = [1, 2, 3, 4, 5, 6, 7, 8]): string {
  const { enforced, tested, proved, figures } = { ...parts, ...changed }
  const body = `\n\n**Enforced by.** ${enforced}\n\n**Tested by.** ${tested}\n\n**Proved by.** ${proved}\n\n**Last figures.** ${figures}\n`
  return `# Promises\n\n${numbers.map(number => `## ${number}. Something${body}`).join('\n')}`
}

/** What is wrong with the first promise; all eight are the same. */
function problems(changed: Partial<typeof parts>): string[] {
  return promiseProblems(page(changed), repository).filter(problem => problem.startsWith('1: '))
}

describe('The page of promises', () => {
  test('is good when everything is where it says', () => {
    expect(promiseProblems(page(), repository)).toEqual([])
  })

  test.each([
    ['seven promises', [1, 2, 3, 4, 5, 6, 7]],
    ['nine promises', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['promises in another order', [2, 1, 3, 4, 5, 6, 7, 8]],
    ['no promise', []],
  ])('with %s is found', (_what, numbers) => {
    expect(promiseProblems(page({}, numbers), repository).join()).toMatch(/numbered/)
  })
})

describe('A promise', () => {
  test.each<[string, Partial<typeof parts>, string]>([
    ['without what enforces it', { enforced: '' }, 'it does not say "Enforced by"'],
    ['without figures', { figures: '' }, 'it does not say "Last figures"'],
    ['with a constraint that is gone', { enforced: '`allocation_no_over`' }, 'not in server/schema.sql'],
    ['with a file that is gone', { enforced: '`server/src/gone.ts`' }, 'server/src/gone.ts does not exist'],
    [
      'with a function that is gone',
      { enforced: '`booked` in `server/src/book.ts`' },
      'booked is in no file',
    ],
    ['without a test', { tested: 'by hand' }, 'it quotes no test'],
    [
      'with a test that is gone',
      { tested: '\n- `server/src/book.test.ts`: "A slot › is free"' },
      'has no test "A slot › is free"',
    ],
    [
      'with a test out of its group',
      { tested: '\n- `server/src/book.test.ts`: "is "taken" once"' },
      'has no test',
    ],
    ['with a test nobody can find', { tested: `${parts.tested}\n- the others` }, 'a line of its tests'],
    ['with a proof that is gone', { proved: '`npm run verify -- crush`' }, 'there is no proof "crush"'],
    ['without a proof', { proved: 'Nothing, `server/src/book.test.ts`.' }, 'no proof and no property test'],
    [
      'with figures of a run that is not recorded',
      { figures: '2026-11-21 `crash --seed 8`' },
      'no run is recorded',
    ],
    ['with figures of no date', { figures: 'none lost' }, 'its figures have no date'],
  ])('%s is found', (_what, changed, problem) => {
    expect(problems(changed).join()).toContain(problem)
  })

  test('may be proved by a property test', () => {
    expect(problems({ proved: 'No long proof. `server/src/random.test.ts`, 200 cases.' })).toEqual([])
  })
})

test('a proof is one that is exported and in the list', () => {
  const proof = (constant: string, name: string) => ({
    path: `verify/${name}.ts`,
    text: `export const ${constant}: Proof = {\n  name: '${name}',`,
  })
  const run = { path: 'verify/run.ts', text: 'const proofs: readonly Proof[] = [crash, slowClients]' }
  expect(
    proofNames([run, proof('crash', 'crash'), proof('slowClients', 'slow-clients'), proof('other', 'other')]),
  ).toEqual(['crash', 'slow-clients'])
})
