import type { ToolAnswer } from './beats.ts'

/** What names one slot or appointment, and differs between two worlds. */
const NAMES = new Set(['token', 'tokens', 'reference'])

/** Arguments as a script of the simulator writes them: what an earlier answer named is taken from that answer. */
export function asTemplates(args: ToolAnswer, answers: readonly ToolAnswer[]): Record<string, unknown> {
  const paths = new Map(answers.flatMap((answer, index) => namedIn(answer, `a${index}`)))
  const inText = (text: string): string =>
    text
      .split(' ')
      .map(word => (paths.has(word) ? `{{${paths.get(word)}}}` : word))
      .join(' ')
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? inText(value)
        : Array.isArray(value)
          ? value.map(each => inText(String(each)))
          : value,
    ]),
  )
}

/**
 * An answer without what names its slots and appointments, in words too; and without whoever was drawn by lot, who also
 * changes how a sentence names several times.
 */
export function masked({ say, ...answer }: ToolAnswer, drawn: readonly string[]): unknown {
  const named = namedIn(answer, '').flatMap(([name]) => [name, [...name].join(' ')])
  const names = [...named, ...drawn]
  return JSON.parse(
    names.reduce(
      (text, name) => text.replaceAll(name, '#'),
      JSON.stringify({ ...answer, ...(drawn.length > 0 ? {} : { say }) }),
    ),
  )
}

/** Every name of an answer, with the path under which it stands. */
function namedIn(value: unknown, path: string, key = ''): [string, string][] {
  if (typeof value === 'string') return NAMES.has(key) && value !== '' ? [[value, path]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    namedIn(inner, `${path}.${name}`, Array.isArray(value) ? key : name),
  )
}
