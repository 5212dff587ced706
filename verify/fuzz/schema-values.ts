import fc from 'fast-check'
import type { JsonSchema } from './api-operations.ts'
import type { Json } from './hostile-values.ts'
import { placeIn } from './known-things.ts'

/** Values that a schema allows, of a kind that gets past the door: a `token` is a real token, `from` a near day. */
export function valuesOf(schema: JsonSchema, name: string): fc.Arbitrary<Json> {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives && alternatives.length > 0)
    return fc.oneof(...alternatives.map(alternative => valuesOf(alternative, name)))
  if (schema.allOf && schema.allOf.length > 0)
    return fc
      .tuple(...schema.allOf.map(part => valuesOf(part, name)))
      .map(parts => Object.assign({}, ...parts))
  if (schema.const !== undefined) return fc.constant(schema.const as Json)
  if (schema.enum && schema.enum.length > 0) return fc.constantFrom(...(schema.enum as Json[]))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objectsOf(schema)
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 5),
      })
    case 'integer':
      return boundedNumbers(schema).map(Math.round)
    case 'number':
      return boundedNumbers(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return textsOf(schema, name)
  }
}

function objectsOf(schema: JsonSchema): fc.Arbitrary<Json> {
  const properties = Object.entries(schema.properties ?? {})
  const required = new Set(schema.required ?? [])
  const entries = properties.map(([name, property]) =>
    required.has(name)
      ? valuesOf(property, name).map(value => [name, value] as const)
      : fc.option(
          valuesOf(property, name).map(value => [name, value] as const),
          { nil: null },
        ),
  )
  return fc
    .tuple(...entries)
    .map(pairs => Object.fromEntries(pairs.filter(pair => pair !== null)) as Record<string, Json>)
}

function boundedNumbers(schema: JsonSchema): fc.Arbitrary<number> {
  const min = Math.max(schema.minimum ?? 0, -1e6)
  const max = Math.min(schema.maximum ?? 1000, 1e6)
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min: Math.ceil(min), max: Math.floor(max) }))
}

/** By name first: a text that only looks right is refused at the door, and nothing behind it is tried. */
const BY_NAME: ReadonlyArray<readonly [RegExp, () => fc.Arbitrary<string>]> = [
  [/(^|_)token$/, () => placeIn('tokens')],
  [/^cursor$/, () => placeIn('cursors')],
  [/^service(_id)?$/, () => placeIn('services')],
  [/^(staff|resource)(_id)?$/, () => placeIn('staff')],
  [/(^|_)id$/, () => placeIn('ids')],
  [/email$/, () => fc.integer({ min: 1, max: 9999 }).map(number => `fuzz-${number}@example.org`)],
  [/(phone|^from$|^to$)/, () => fc.oneof(nearDays(), phoneNumbers())],
  [/(_at|date|day|from|to|since|until)$/, nearDays],
  [/zone$/, () => fc.constantFrom('Europe/Berlin', 'UTC', 'America/New_York', 'Asia/Kathmandu')],
  [/name$/, () => fc.constantFrom('Petra Lindner', 'Lukas Brandt', 'Sabine Böhm', "Séan O'Neill")],
]

function textsOf(schema: JsonSchema, name: string): fc.Arbitrary<string> {
  const [, named] = BY_NAME.find(([pattern]) => pattern.test(name)) ?? []
  if (named) return named()
  if (schema.format === 'uuid') return placeIn('ids')
  if (schema.format === 'date' || schema.format === 'date-time') return nearDays()
  const maxLength = Math.min(schema.maxLength ?? 40, 3000)
  const minLength = Math.min(schema.minLength ?? 0, maxLength)
  return fc.oneof(
    fc.string({ minLength, maxLength: Math.min(maxLength, 40) }),
    fc.constantFrom(minLength, maxLength).map(length => 'a'.repeat(length)),
    fc.constantFrom('Ich möchte einen Termin morgen um zehn', 'Ja bitte', 'Herrenschnitt', 'abends'),
  )
}

function nearDays(): fc.Arbitrary<string> {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map(days => Temporal.Now.plainDateISO('UTC').add({ days }).toString())
  return fc.oneof(
    day,
    day.map(date => `${date}T09:00:00+01:00`),
    day.map(date => `${date}T22:59:59.999Z`),
  )
}

function phoneNumbers(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 99 }).map(number => `+4917139200${String(number).padStart(2, '0')}`)
}
