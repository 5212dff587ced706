const NEEDS_CLEANING = /\\u(0000|d[89a-f])/i

/**
 * JSON from outside. NUL and half surrogate pairs, which PostgreSQL cannot store, are removed from every string and
 * every key; keys that would reach an object's prototype are dropped. Throws `SyntaxError` like `JSON.parse`.
 */
export function parseJson(text: string): unknown {
  const risky = NEEDS_CLEANING.test(text) || text.includes('__proto__')
  return risky ? JSON.parse(text, (_key, value) => clean(value)) : JSON.parse(text)
}

/** The reviver works from the inside out, so what an object holds is clean already. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(entries.map(([key, item]) => [storable(key), item]))
}

function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
