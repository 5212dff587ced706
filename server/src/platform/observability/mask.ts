/**
 * Removes secrets and personal data from what is logged or recorded. Works by key: everything that may name
 * a person, reach one, or open a door is replaced; the rest is kept so that a log stays useful.
 */
const SECRET_KEYS = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'x-retell-signature',
  'x-csrf-token',
  'api_key',
  'apikey',
  'key',
  'password',
  'secret',
  'access_token',
  'token',
  'after_slot',
  'before_slot',
  'sealed',
])
const PERSONAL_KEYS = new Set([
  'name',
  'customer_name',
  'caller_name',
  'attendee_name',
  'phone',
  'email',
  'e164',
  'from',
  'from_number',
  'note',
  'recipient',
  'transcript',
  'transcript_object',
  'transcript_with_tool_calls',
  'text',
  'reason',
])
const LONGEST_STRING = 500
const DEEPEST = 6

/** A copy of `value` in which secrets read `[secret]` and personal data `[personal]`. */
export function mask(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.length > LONGEST_STRING ? `${value.slice(0, LONGEST_STRING)}…` : value
  if (value === null || typeof value !== 'object') return value
  if (depth >= DEEPEST) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, 50).map(item => mask(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskField(key, item, depth)]))
}

function maskField(key: string, value: unknown, depth: number): unknown {
  const plain = key.toLowerCase()
  if (SECRET_KEYS.has(plain)) return value == null ? value : '[secret]'
  if (PERSONAL_KEYS.has(plain)) return value == null || value === '' ? value : '[personal]'
  return mask(value, depth + 1)
}

/**
 * A copy of an answer without what the question said of a person: secrets are gone, and so is every value that
 * stood under a personal key in `question`, wherever the answer repeats it ("… auf den Namen [personal]").
 */
export function maskEcho(answer: unknown, question: unknown): unknown {
  return withoutWords(answer, personalWords(question))
}

function personalWords(value: unknown, depth = 0): string[] {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return []
  return Object.entries(value).flatMap(([key, item]) =>
    PERSONAL_KEYS.has(key.toLowerCase()) && typeof item === 'string' && item.trim().length > 1
      ? [item.trim().replaceAll(/\s+/g, ' ')]
      : personalWords(item, depth + 1),
  )
}

function withoutWords(value: unknown, words: readonly string[], depth = 0): unknown {
  if (typeof value === 'string') {
    const short = value.length > LONGEST_STRING ? `${value.slice(0, LONGEST_STRING)}…` : value
    return words.reduce((text, word) => text.replaceAll(word, '[personal]'), short)
  }
  if (value === null || typeof value !== 'object') return value
  if (depth >= DEEPEST) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, 50).map(item => withoutWords(item, words, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_KEYS.has(key.toLowerCase()) ? '[secret]' : withoutWords(item, words, depth + 1),
    ]),
  )
}
