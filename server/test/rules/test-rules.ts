import ts from 'typescript'
import type { FileRule } from './file-rules.ts'
import type { SourceFile } from './repository-files.ts'

/** A call that makes a test or a group of tests, as it stands in the source. */
type TestCall = {
  readonly name: string | null
  /** What follows `test` or `describe`: only, skip, skipIf, each … */
  readonly modifiers: readonly string[]
  /** Names of the groups around it. */
  readonly groups: readonly string[]
  readonly isGroup: boolean
  readonly line: number
  /** Has a comment beside or above it. */
  readonly commented: boolean
}

const TEST_FILE = /\.(test|e2e)\.tsx?$/
const LEAVES_OUT = ['skip', 'skipIf', 'runIf', 'todo', 'fails']

/** Two tests of one name: a failure does not say which, and one of them is probably a copy. */
export const namesEachTestOnce: FileRule = ({ path, text }) => {
  if (!TEST_FILE.test(path)) return []
  const names = testNames({ path, text })
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    name => `${path}: "${name}" twice`,
  )
}

/** A focused test hides all others; one that is left out says in a comment why. */
export const leavesNoTestOut: FileRule = ({ path, text }) => {
  if (!TEST_FILE.test(path)) return []
  return testCalls(path, text).flatMap(call => {
    if (call.modifiers.includes('only')) return [`${path}:${call.line} focuses on one test`]
    const leftOut = call.modifiers.some(modifier => LEAVES_OUT.includes(modifier))
    return leftOut && !call.commented ? [`${path}:${call.line} leaves a test out without saying why`] : []
  })
}

/** Names of the tests of a file, each behind the groups around it. */
export function testNames({ path, text }: SourceFile): string[] {
  return testCalls(path, text)
    .filter(call => !call.isGroup && call.name !== null)
    .map(call => [...call.groups, call.name].join(' › '))
}

function testCalls(path: string, text: string): TestCall[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: TestCall[] = []
  const visit = (node: ts.Node, groups: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? readCall(source, node, groups) : null
    if (call) found.push(call)
    const below = call?.isGroup ? [...groups, call.name ?? '?'] : groups
    ts.forEachChild(node, child => visit(child, below))
  }
  visit(source, [])
  return found
}

/** `test(…)`, `test.skip(…)`, `describe.each(…)(…)`: a chain that begins with one of the three names. */
function readCall(
  source: ts.SourceFile,
  call: ts.CallExpression,
  groups: readonly string[],
): TestCall | null {
  const chain = readChain(call.expression)
  if (!chain || !['test', 'it', 'describe'].includes(chain.root)) return null
  const [title] = call.arguments
  // `test.each(table)` and `test.skipIf(condition)` only prepare the call that has the name.
  if (!title || (call.arguments.length < 2 && !chain.modifiers.includes('todo'))) return null
  const { line } = source.getLineAndCharacterOfPosition(call.getStart())
  const lines = source.text.split('\n')
  return {
    name: ts.isStringLiteralLike(title) ? title.text : title.getText(),
    modifiers: chain.modifiers,
    groups,
    isGroup: chain.root === 'describe',
    line: line + 1,
    commented: [lines[line - 1], lines[line]].some(text => /(^|\s)\/\/\s*\S/.test(text ?? '')),
  }
}

function readChain(node: ts.Expression): { root: string; modifiers: string[] } | null {
  if (ts.isIdentifier(node)) return { root: node.text, modifiers: [] }
  if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node))
    return readChain(ts.isCallExpression(node) ? node.expression : node.tag)
  if (!ts.isPropertyAccessExpression(node)) return null
  const inner = readChain(node.expression)
  return inner && { root: inner.root, modifiers: [...inner.modifiers, node.name.text] }
}
