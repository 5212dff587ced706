/** One place in which two documents differ; absent is undefined. */
export type Difference = { readonly path: string; readonly before: unknown; readonly after: unknown }

/**
 * Where `after` differs from `before`, field by field; lists of plain values are compared as a whole, so that a reader
 * sees both. Fields that are null, absent or an empty list are the same: a provider leaves out what is empty.
 */
export function differencesBetween(before: unknown, after: unknown, path = ''): Difference[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
    return keys.flatMap(key =>
      differencesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`),
    )
  }
  if (isListOfRecords(before) && isListOfRecords(after)) return listDifferences(before, after, path)
  return isSame(before, after) ? [] : [{ path, before, after }]
}

/** Of `found`, what `wanted` speaks of: the provider answers with much that nobody decided. */
export function sameFieldsOf(wanted: unknown, found: unknown): unknown {
  if (isRecord(wanted) && isRecord(found))
    return Object.fromEntries(
      Object.keys(wanted).map(key => [key, sameFieldsOf(wanted[key], found[key])] as const),
    )
  if (Array.isArray(wanted) && Array.isArray(found))
    return found.map((item, index) => sameFieldsOf(wanted[index], item))
  return found
}

const LINE_ADDRESS = /^wss?:/i
const SECRET_FIELD = /header|authori[sz]ation|credential|secret|token|password|api_?key/i

/**
 * What of a provider's document may be shown. An address of a line holds a secret, whosever it is, and who adds a tool by
 * hand may have given it a key.
 */
export function withoutSecrets(content: unknown): unknown {
  if (typeof content === 'string') return LINE_ADDRESS.test(content) ? HIDDEN : content
  if (Array.isArray(content)) return content.map(withoutSecrets)
  if (!isRecord(content)) return content
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => [
      key,
      SECRET_FIELD.test(key) && !isEmpty(value) ? HIDDEN : withoutSecrets(value),
    ]),
  )
}

const HIDDEN = '•••'

/** The same text for the same content, whatever the order of its fields. */
export function canonical(content: unknown): string {
  if (Array.isArray(content)) return `[${content.map(canonical).join(',')}]`
  if (!isRecord(content)) return JSON.stringify(content ?? null)
  const fields = Object.keys(content)
    .filter(key => !isEmpty(content[key]))
    .toSorted()
  return `{${fields.map(key => `${JSON.stringify(key)}:${canonical(content[key])}`).join(',')}}`
}

/** Tools and the like are told apart by their name; without one, by their place. */
function listDifferences(before: Named[], after: Named[], path: string): Difference[] {
  const nameOf = (item: Named, index: number) => (typeof item.name === 'string' ? item.name : `${index}`)
  const [left, right] = [before, after].map(list => new Map(list.map((one, at) => [nameOf(one, at), one])))
  const names = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])]
  return names.flatMap(name => differencesBetween(left?.get(name), right?.get(name), `${path}.${name}`))
}

type Named = Record<string, unknown>

function isSame(before: unknown, after: unknown): boolean {
  return (isEmpty(before) && isEmpty(after)) || canonical(before) === canonical(after)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOfRecords(value: unknown): value is Named[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord)
}
