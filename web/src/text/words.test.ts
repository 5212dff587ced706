import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { wordFor, words } from './words.ts'

const folder = join(import.meta.dirname, '..')
const files = globSync('**/*.{ts,tsx}', { cwd: folder })
  .filter(path => !path.includes('.test.') && !/^text\/(de|en)\b/.test(path))
  .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
const sources = files.map(({ text }) => text).join('\n')

const isUsed = (path: string, group?: string) =>
  new RegExp(`\\bwords\\.${path}\\b`).test(sources) || (group !== undefined && isTakenWhole(group))

const isTakenWhole = (group: string) => new RegExp(`\\bwords\\.${group}(\\[|, )`).test(sources)

test('no sentence waits in the table that nobody says', () => {
  const unused = Object.entries(words).flatMap(([group, said]) =>
    typeof said === 'object'
      ? Object.keys(said)
          .filter(name => !isUsed(`${group}.${name}`, group))
          .map(name => `${group}.${name}`)
      : isUsed(group)
        ? []
        : [group],
  )
  expect(unused).toEqual([])
})

test('no module keeps a sentence that was read before the language was known', () => {
  expect(files.flatMap(({ path, text }) => keptWords(path, text))).toEqual([])
})

test('the rule about kept sentences knows one when it sees one', () => {
  expect(keptWords('a.tsx', 'const label = words.today.title')).toEqual(['a.tsx:1'])
  expect(keptWords('a.tsx', 'const A = () => words.today.title')).toEqual([])
})

/** Each language's leaves by their path, sentences with their arguments filled in. */
const leavesOf = (value: unknown, path: string): [path: string, text: string][] => {
  if (typeof value === 'function') return [[path, String(value('X'))]]
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${path}.${name}`))
}
const german = leavesOf(de, '')
const english = leavesOf(en, '')

test('both languages say the same things', () => {
  expect(english.map(([path]) => path).toSorted()).toEqual(german.map(([path]) => path).toSorted())
})

test('no sentence is empty, and none has lost what is put into it', () => {
  const texts = new Map(english)
  const wrong = german.filter(([path, text]) => {
    const other = texts.get(path) ?? ''
    return text === '' || other === '' || /[X#]/.test(text) !== /[X#]/.test(other)
  })
  expect(wrong).toEqual([])
})

test('English has no German letters and no German quotation marks', () => {
  const names = new Set(['.account.language', '.account.languageNames.de'])
  expect(english.filter(([path, text]) => !names.has(path) && /[äöüÄÖÜß„]/.test(text))).toEqual([])
})

test('a name from outside that every object knows is no word', () => {
  expect(wordFor(words.channel, 'constructor')).toBeUndefined()
  expect(wordFor(words.channel, 'email')).toBe('E-Mail')
})

test('every job of the server has a name that people understand', () => {
  const server = join(folder, '../../server/src')
  const code = globSync('**/*.ts', { cwd: server })
    .filter(path => !path.endsWith('.test.ts') && !path.endsWith('events.ts'))
    .map(path => readFileSync(join(server, path), 'utf8'))
    .join('\n')
  const defined = [
    / name: '([a-z]+\.[a-z-]+)',\n +(?:payload|cadence):?/g,
    // Messaging defines its jobs by functions of its own.
    /follow\(\w+, '([a-z]+\.[a-z-]+)'/g,
    /defineSending\(\{\s+name: '([a-z]+\.[a-z-]+)'/g,
    /\btell\(\w+, '([a-z]+\.[a-z-]+)'/g,
  ]
  const names = defined.flatMap(pattern => [...code.matchAll(pattern)].map(([, name = '']) => name))
  expect(names).toContain('messaging.send-confirmation')
  expect(names.filter(name => wordFor(words.jobs.name, name) === undefined)).toEqual([])
})

function keptWords(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const kept: string[] = []
  const look = (node: ts.Node) => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'words') {
      kept.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return kept
}
