import { posix } from 'node:path'
import type { SourceFile } from './repository-files.ts'

const MOST_FILES_OF_A_CALL = 10

/** Links of a document that lead nowhere in the repository. */
export function linkProblems({ path, text }: SourceFile, paths: readonly string[]): string[] {
  const there = new Set(paths.flatMap(withFolders))
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(match => match[1]?.replace(/#.*$/, '') ?? '')
    .filter(link => link !== '' && !/^[a-z]+:/.test(link))
    .filter(link => !there.has(resolved(path, link)))
    .map(link => `${path} links to ${link}, which is not there`)
}

/** The way of a call is told in few files, or it is not simple; and they exist, or it is not true. */
export function phoneCallProblems(text: string, paths: readonly string[]): string[] {
  const named = [...new Set([...text.matchAll(/`([\w./-]+\.(?:ts|tsx|sql))`/g)].map(match => match[1] ?? ''))]
  const missing = named.filter(path => !paths.includes(path)).map(path => `${path} does not exist`)
  if (named.length === 0) return ['it names no file']
  return named.length > MOST_FILES_OF_A_CALL
    ? [`it names ${named.length} files, more than ${MOST_FILES_OF_A_CALL}`, ...missing]
    : missing
}

/** Tests and files that the page of security names and that are not there; `s/` stands for the scenarios. */
export function securityProblems(text: string, paths: readonly string[]): string[] {
  const named = [...text.matchAll(/`((?:s|server|web|verify|contract)\/[\w./-]+\.\w+)`/g)]
    .map(match => match[1] ?? '')
    .map(path => path.replace(/^s\//, 'server/test/scenarios/'))
  const missing = [...new Set(named)].filter(path => !paths.includes(path))
  return named.length === 0 ? ['it names no file'] : missing.map(path => `${path} does not exist`)
}

/** Decisions that the index does not list under their own title, and lines of it that lead to none. */
export function decisionProblems(index: string, decisions: readonly SourceFile[]): string[] {
  const listed = new Map(
    [...index.matchAll(/^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$/gm)].map(
      ([, number = '', name = '', title = '']) => [name, `# ${number} ${title}`] as const,
    ),
  )
  const titles = new Map(
    decisions.map(({ path, text }) => [posix.basename(path), text.split('\n')[0] ?? ''] as const),
  )
  return [
    ...[...titles]
      .filter(([name, title]) => listed.get(name) !== title)
      .map(
        ([name, title]) => `the index has ${name} as "${listed.get(name) ?? 'nothing'}", it is "${title}"`,
      ),
    ...[...listed.keys()]
      .filter(name => !titles.has(name))
      .map(name => `the index has ${name}, which is not there`),
    ...[...titles]
      .filter(([name, title]) => title.slice(2, 6) !== name.slice(0, 4))
      .map(([name, title]) => `${name} calls itself "${title}"`),
  ]
}

/** Names that a document should have between backticks, at the beginning or alone, and has not. */
export function missingNames({ path, text }: SourceFile, names: readonly string[]): string[] {
  return names
    .filter(name => !new RegExp(`\`${name.replaceAll('.', '[.]')}(?![\\w-])`).test(text))
    .map(name => `${path} does not have ${name}`)
}

/** The variables of the environment that `config.ts` reads. */
export function variablesOf(config: string): string[] {
  return [...config.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(match => match[1] ?? '')
}

/** Variables that the example does not set. */
export function exampleProblems(example: string, variables: readonly string[]): string[] {
  const set = [...example.matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].map(match => match[1] ?? '')
  return [
    ...variables.filter(name => !set.includes(name)).map(name => `${name} is not in the example`),
    ...set
      .filter(name => !variables.includes(name))
      .map(name => `${name} is in the example and read by nobody`),
  ]
}

/** Numbered without gaps and named alike; a file that is named otherwise would never be applied. */
export function migrationProblems(names: readonly string[]): string[] {
  return names.toSorted().flatMap((name, index) => {
    const number = /^(\d{4})_[a-z0-9]+(_[a-z0-9]+)*\.sql$/.exec(name)?.[1]
    if (number === undefined) return [`${name} is not NNNN_what.sql`]
    return Number(number) === index + 1 ? [] : [`${name} should have number ${index + 1}`]
  })
}

function resolved(from: string, link: string): string {
  const path = link.startsWith('/') ? link.slice(1) : posix.join(posix.dirname(from), link)
  return path.replace(/\/$/, '')
}

function withFolders(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
