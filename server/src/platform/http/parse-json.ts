const NEEDS_CLEANING = /\\u(0000|d[89a-f])/i

/**
 * JSON from outside. NUL and half surrogate pairs, which PostgreSQL cannot store, are removed from every string;
 * keys that would reach an object's prototype are dropped. Throws `SyntaxError` like `JSON.parse`.
 */
export function parseJson(text: string): unknown {
  const risky = NEEDS_CLEANING.test(text) || text.includes('__proto__')
  return risky ? JSON.parse(text, clean) : JSON.parse(text)
}

function clean(key: string, value: unknown): unknown {
  if (key === '__proto__') return undefined
  return typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value
}
