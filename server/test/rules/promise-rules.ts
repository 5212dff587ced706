import type { SourceFile } from './repository-files.ts'
import { testNames } from './test-rules.ts'

/** Rules about docs/promises.md: whatever it names between backticks or quotes is where it says. */

const PROMISES = 8
const PARTS = ['Enforced by', 'Tested by', 'Proved by', 'Last figures'] as const

type Part = (typeof PARTS)[number]
type Promised = { readonly number: number; readonly parts: ReadonlyMap<Part, string>; readonly text: string }

/** What the page may name. */
export type Repository = {
  readonly files: readonly SourceFile[]
  readonly schema: string
  /** Names that `npm run verify --` knows. */
  readonly proofs: readonly string[]
  /** The texts in which the runs are recorded. */
  readonly records: string
}

/** What is not true in the page of promises. */
export function promiseProblems(page: string, repository: Repository): string[] {
  const promises = readPromises(page)
  const numbers = promises.map(promise => promise.number).join(' ')
  const wanted = Array.from({ length: PROMISES }, (_, index) => index + 1).join(' ')
  return [
    ...(numbers === wanted ? [] : [`the promises are numbered "${numbers}" and not "${wanted}"`]),
    ...promises.flatMap(promise =>
      [
        ...partProblems(promise),
        ...nameProblems(promise, repository),
        ...testProblems(promise, repository),
        ...proofProblems(promise, repository),
      ].map(problem => `${promise.number}: ${problem}`),
    ),
  ]
}

/** Names of the proofs in the list of `verify/run.ts`, read from the files that export them. */
export function proofNames(files: readonly SourceFile[]): string[] {
  const run = files.find(({ path }) => path === 'verify/run.ts')?.text ?? ''
  const listed: readonly string[] = /const proofs[^=]*= \[([^\]]*)\]/.exec(run)?.[1]?.match(/\w+/g) ?? []
  return files
    .filter(({ path }) => path.startsWith('verify/'))
    .flatMap(({ text }) => [...text.matchAll(/export const (\w+): Proof = \{\s*name: '([^']+)'/g)])
    .filter(([, constant = '']) => listed.includes(constant))
    .map(([, , name = '']) => name)
}

function readPromises(page: string): Promised[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map(text => ({
      number: Number.parseInt(text, 10),
      text,
      parts: new Map(
        PARTS.map(part => [part, partOf(text, part)] as const).filter(([, found]) => found !== ''),
      ),
    }))
}

/** From its bold name to the next one. */
function partOf(text: string, part: Part): string {
  const [, behind = ''] = text.split(`\n**${part}.**`)
  return (behind.split(/^\*\*/m)[0] ?? '').trim()
}

function partProblems({ parts }: Promised): string[] {
  return PARTS.filter(part => !parts.has(part)).map(part => `it does not say "${part}"`)
}

/** What stands between backticks, each of it somewhere. */
function nameProblems({ text }: Promised, repository: Repository): string[] {
  const names = [...new Set([...text.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''))]
  const named = repository.files.filter(({ path }) => names.includes(path))
  return names
    .filter(name => !name.startsWith('npm run '))
    .flatMap(name => nameProblem(name, repository, named) ?? [])
}

/** A path exists, a run is recorded, snake_case is in the schema, and the rest is in a file that the promise names. */
function nameProblem(name: string, repository: Repository, named: readonly SourceFile[]): string | null {
  const { files, schema, records } = repository
  const word = name.replace(/\(\)$/, '')
  if (name.includes('/')) {
    const exists = files.some(({ path }) => path === name || path.startsWith(`${name}/`))
    return exists ? null : `${name} does not exist`
  }
  if (name.includes(' --')) return records.includes(`\`${name}\``) ? null : `no run is recorded as ${name}`
  if (/^[a-z]+(_[a-z0-9]+)+$/.test(word))
    return hasWord(schema, word) ? null : `${name} is not in server/schema.sql`
  return named.some(file => hasWord(file.text, word)) ? null : `${name} is in no file that it names`
}

function testProblems({ parts }: Promised, { files }: Repository): string[] {
  const quoted = [...(parts.get('Tested by') ?? '').matchAll(/^- `([^`]+)`: "(.+)"\.?$/gm)]
  const lines = (parts.get('Tested by') ?? '').split('\n').filter(line => line.startsWith('- '))
  return [
    ...(quoted.length === 0 ? ['it quotes no test'] : []),
    ...(quoted.length === lines.length ? [] : ['a line of its tests is not `file`: "name"']),
    ...quoted.flatMap(([, path = '', name = '']) => {
      const file = files.find(candidate => candidate.path === path)
      return file && !testNames(file).includes(name) ? [`${path} has no test "${name}"`] : []
    }),
  ]
}

function proofProblems({ parts }: Promised, { files, proofs }: Repository): string[] {
  const text = parts.get('Proved by') ?? ''
  const commands = [...text.matchAll(/`npm run verify -- ([\w-]+)/g)].map(match => match[1] ?? '')
  const properties = files.filter(
    file => text.includes(`\`${file.path}\``) && file.text.includes('fast-check'),
  )
  const figures = parts.get('Last figures') ?? ''
  return [
    ...commands.filter(name => !proofs.includes(name)).map(name => `there is no proof "${name}"`),
    ...(commands.length + properties.length > 0 ? [] : ['no proof and no property test is named']),
    ...(/\d{4}-\d{2}-\d{2}/.test(figures) ? [] : ['its figures have no date']),
  ]
}

function hasWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
  return new RegExp(`(?<![\\w])${escaped}(?![\\w])`).test(text)
}
