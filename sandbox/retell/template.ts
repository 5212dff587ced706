/**
 * Templates of scripts: `{{free.slots.0.token}}` is what the tool saved as `free` answered under that path,
 * `{{a.b|c.d}}` the first of several paths that exists. A template that is the whole string keeps the type of
 * its value; inside a longer string only strings and numbers can be spoken.
 */

/** Names and what they stand for: answers of tools by their `save`, and the call's dynamic variables. */
export type Scope = Readonly<Record<string, unknown>>

export type Resolved<T> = { kind: 'resolved'; value: T } | { kind: 'missing'; path: string }

const TEMPLATE = /\{\{\s*([^{}]+?)\s*\}\}/g
const WHOLE = /^\{\{\s*([^{}]+?)\s*\}\}$/

/** Fills the templates of a sentence. */
export function fillSentence(sentence: string, scope: Scope): Resolved<string> {
  let missing: string | null = null
  const value = sentence.replace(TEMPLATE, (whole, paths: string) => {
    const found = lookUp(paths, scope)
    if (typeof found === 'string' || typeof found === 'number') return String(found)
    missing ??= paths
    return whole
  })
  return missing === null ? { kind: 'resolved', value } : { kind: 'missing', path: missing }
}

/** Fills the templates of every string in a JSON value. */
export function fillValue(value: unknown, scope: Scope): Resolved<unknown> {
  if (typeof value === 'string') return fillString(value, scope)
  if (Array.isArray(value))
    return fillEntries(value.entries(), scope, entries => entries.map(([, item]) => item))
  if (value !== null && typeof value === 'object')
    return fillEntries(Object.entries(value), scope, entries => Object.fromEntries(entries))
  return { kind: 'resolved', value }
}

/** Fills what is known and leaves the rest in braces, as Retell does with dynamic variables. */
export function fillKnown(sentence: string, variables: Readonly<Record<string, string>>): string {
  return sentence.replace(
    TEMPLATE,
    (whole, name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined) ?? whole,
  )
}

/** The same for every string in a JSON value. */
export function fillKnownIn(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return fillKnown(value, variables)
  if (Array.isArray(value)) return value.map(item => fillKnownIn(item, variables))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillKnownIn(item, variables)]))
}

function fillString(text: string, scope: Scope): Resolved<unknown> {
  const paths = WHOLE.exec(text)?.[1]
  if (paths === undefined) return fillSentence(text, scope)
  const value = lookUp(paths, scope)
  return value === undefined ? { kind: 'missing', path: paths } : { kind: 'resolved', value }
}

function fillEntries<K, T>(
  entries: Iterable<[K, unknown]>,
  scope: Scope,
  build: (filled: [K, unknown][]) => T,
): Resolved<T> {
  const filled: [K, unknown][] = []
  for (const [key, item] of entries) {
    const result = fillValue(item, scope)
    if (result.kind === 'missing') return result
    filled.push([key, result.value])
  }
  return { kind: 'resolved', value: build(filled) }
}

function lookUp(paths: string, scope: Scope): unknown {
  for (const path of paths.split('|')) {
    const value = path
      .trim()
      .split('.')
      .reduce<unknown>(
        (held, key) => (isContainer(held) && Object.hasOwn(held, key) ? held[key] : undefined),
        scope,
      )
    if (value !== undefined && value !== null) return value
  }
  return undefined
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object'
}
