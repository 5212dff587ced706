import fc from 'fast-check'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Texts that have broken somebody's system before. */
const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '\u202e‮',
  '🙂'.repeat(80),
  'Zoë\u0301'.normalize('NFD'),
  "'; drop table appointment; --",
  "' or '1'='1",
  '1; select pg_sleep(3)',
  '$1',
  '%s%s%n',
  '{{constructor.constructor("return process")()}}',
  '#{7*7}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '|| id',
  '`id`',
  'a\r\nx-injected: 1',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e400',
  '9223372036854775808',
  '0x10',
  'true',
  '[]',
  '{}',
  '2026-02-30',
  '2026-13-45',
  '0000-00-00',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.000000001Z',
  '2026-11-24T25:61:61Z',
  '2026-03-29T02:30:00',
  '2026-11-24T09:00:00+99:99',
  'Europe/Atlantis',
  '+49 30 23125 000 000 000 000',
  'ask_00000000_0000000000000000000000000000000000000000',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
]
const HOSTILE_NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.1,
  1.5,
  255,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e308,
  5e-324,
]
const LONG = 5_000
/** Above what any route reads. */
const HUGE = 1_200_000

/** Texts of any Unicode, boundary lengths and known troublemakers; rarely one that is too large for every route. */
export function hostileText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
    { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 10, arbitrary: fc.integer({ min: 1, max: LONG }).map(length => 'x'.repeat(length)) },
    {
      weight: 8,
      arbitrary: fc
        .constantFrom(1, 60, 100, 200, 201, 255, 256, 600, 601, 2000, 2001)
        .map(times => 'ä'.repeat(times)),
    },
    { weight: 1, arbitrary: fc.constant('y'.repeat(HUGE)) },
  )
}

/** Any JSON at all: wrong types, deep nesting, wide objects, keys that reach prototypes. */
export function hostileValue(): fc.Arbitrary<Json> {
  return fc.oneof(
    { weight: 8, arbitrary: hostileText() },
    { weight: 4, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [[]], [null], { id: null }) },
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_NUMBERS) },
    { weight: 1, arbitrary: fc.array(hostileText(), { maxLength: 5 }) },
    {
      weight: 1,
      arbitrary: fc.dictionary(hostileText(), fc.constantFrom<Json>(null, 1, 'x'), { maxKeys: 4 }),
    },
    { weight: 1, arbitrary: fc.integer({ min: 10, max: 2_000 }).map(nested) },
    {
      weight: 1,
      arbitrary: fc.constant<Json>(JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}')),
    },
  )
}

function nested(depth: number): Json {
  let value: Json = 'x'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** The value with one place in it made hostile: a leaf replaced, a property dropped, doubled or added. */
export function spoiled(value: Json): fc.Arbitrary<Json> {
  if (value === null || typeof value !== 'object') return hostileValue()
  if (Array.isArray(value))
    return value.length === 0
      ? hostileValue()
      : spoiled(value[0] ?? null).map(first => [first, ...value.slice(1)])
  const keys = Object.keys(value)
  if (keys.length === 0) return hostileValue()
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...keys)
        .chain(key => spoiled(value[key] ?? null).map(worse => ({ ...value, [key]: worse }))),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...keys)
        .map(key => Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(hostileText(), hostileValue()).map(([key, extra]) => ({ ...value, [key]: extra })),
    },
    { weight: 1, arbitrary: hostileValue() },
  )
}
