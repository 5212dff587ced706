import { posix } from 'node:path'
import type { SourceFile } from './repository-files.ts'

const MOST_FILES_OF_A_CALL = 10

/** Links of a document that lead nowhere in the repository. */
export function linkProblems({ path, text }: SourceFile, paths: readonly string[]): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(match => match[1]?.replace(/#.*$/, '') ?? '')
    .filter(link => link !== '' && !/^[a-z]+:/.test(link))
    .filter(link => !isThere(resolved(path, link), paths))
    .map(link => `${path} links to ${link}, which is not there`)
}

/** Files and folders that a document names between backticks and that are nowhere; their path may begin anywhere. */
export function fileProblems({ path, text }: SourceFile, paths: readonly string[]): string[] {
  const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.{},*-]+)*\/?)`/g)].map(match => match[1] ?? '')
  return [...new Set(named)]
    .filter(name => FILE.test(name) || IN_A_FOLDER_OF_OURS.test(name))
    .filter(name => !PATTERN.test(name))
    .flatMap(withoutBraces)
    .filter(name => !endsSomewhere(name.replace(/^s\//, 'server/test/scenarios/').replace(/\/$/, ''), paths))
    .map(name => `${path} names ${name}, which is not there`)
}

const FILE = /[\w}]\.(?:ts|tsx|mjs|sql|css|md|sh|html)$/
const IN_A_FOLDER_OF_OURS = /^(?:server|web|sandbox|bench|verify|scripts|docs|contract|bin)\//
/** Stands for several, or for what somebody else will name. */
const PATTERN = /\*|NNNN|^web\/dist/

/** What can be run, by its name. */
export type Runnable = {
  readonly scripts: readonly string[]
  readonly commands: readonly string[]
  readonly proofs: readonly string[]
  readonly benches: readonly string[]
}

/** Scripts, commands, proofs and benches that a document says can be run and that are not there. */
export function commandProblems({ path, text }: SourceFile, runnable: Runnable): string[] {
  const wrong = [...text.matchAll(/npm run ([a-z:]+)(?: -- ([a-z][a-z-]*))?/g)].filter(
    ([, script = '', name]) =>
      !runnable.scripts.includes(script) ||
      (name !== undefined && script === 'verify' && !runnable.proofs.includes(name)) ||
      (name !== undefined && script === 'bench' && !runnable.benches.includes(name)),
  )
  const unheardOf = [
    ...text.matchAll(/(?:bin\/askpro|`askpro|npm run askpro --) ([a-z-]+)(?: ([a-z-]+))?/g),
  ].filter(
    ([, first = '', second = '']) =>
      !runnable.commands.includes(first) && !runnable.commands.includes(`${first} ${second}`),
  )
  return [...wrong, ...unheardOf].map(([words]) => `${path} runs "${words}", which is not there`)
}

/** Names of the benches in the list of `bench/run.ts`. */
export function benchNames(run: string): string[] {
  return [...run.matchAll(/^ {2}'?([a-z-]+)'?: measure\w+,$/gm)].map(match => match[1] ?? '')
}

/** Folders beside a README that it does not name. */
export function folderProblems({ path, text }: SourceFile, paths: readonly string[]): string[] {
  const here = `${posix.dirname(path)}/`
  const folders = paths
    .filter(one => one.startsWith(here) && one.slice(here.length).includes('/'))
    .map(one => one.slice(here.length).split('/')[0] ?? '')
  return [...new Set(folders)]
    .filter(folder => !new RegExp(`\`${folder}(?:/[\\w./-]*)?\``).test(text))
    .map(folder => `${path} does not name its folder ${folder}`)
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

/** A file, or a folder with files. */
function isThere(name: string, paths: readonly string[]): boolean {
  return paths.some(path => path === name || path.startsWith(`${name}/`))
}

/** The same, whatever folders the path has in front. */
function endsSomewhere(name: string, paths: readonly string[]): boolean {
  return paths.some(path => `/${path}/`.includes(`/${name}/`))
}

/** "jobs/{queue,lane}.ts" is two. */
function withoutBraces(name: string): string[] {
  const [, before = '', choices, behind = ''] = /^(.*)\{(.*)\}(.*)$/.exec(name) ?? []
  return choices === undefined ? [name] : choices.split(',').map(choice => `${before}${choice}${behind}`)
}
