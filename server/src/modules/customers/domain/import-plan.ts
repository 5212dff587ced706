import type { CustomerId } from '../../../platform/ids/ids.ts'
import type { ImportedPerson } from './import-line.ts'
import { comparableName } from './person-name.ts'

/** A record that shares a number or an address with the file. */
export type KnownPerson = {
  readonly id: CustomerId
  readonly name: string
  readonly email: string | null
  readonly notes: string | null
  readonly dateOfBirth: string | null
  readonly tierId: string | null
  readonly phones: readonly string[]
}

type Line = { readonly line: number; readonly person: ImportedPerson; readonly customerId: CustomerId }
export type Planned =
  | (Line & { readonly result: 'added' | 'unchanged' })
  /** What the record lacks and the file has. */
  | (Line & {
      readonly result: 'filled'
      readonly fields: readonly string[]
      readonly newPhones: readonly string[]
    })
  | (Line & { readonly result: 'duplicate'; readonly sameAsLine: number })

/**
 * What becomes of each line: the first line of a person adds or fills, later lines of the same person are duplicates.
 * The same person is the same name, and a number or address in common; without either, each line is somebody new,
 * because a name identifies nobody (failure 84).
 */
export function planImport(
  lines: ReadonlyArray<{ line: number; person: ImportedPerson }>,
  known: readonly KnownPerson[],
  newCustomerId: () => CustomerId,
): Planned[] {
  const byKey = new Map<string, KnownPerson>()
  for (const person of known) for (const key of keysOf(person)) if (!byKey.has(key)) byKey.set(key, person)
  const seen = new Map<string, { line: number; customerId: CustomerId }>()
  return lines.map(({ line, person }) => {
    const keys = keysOf(person)
    const earlier = keys.map(key => seen.get(key)).find(entry => entry !== undefined)
    const record = keys.map(key => byKey.get(key)).find(entry => entry !== undefined)
    const customerId = earlier?.customerId ?? record?.id ?? newCustomerId()
    for (const key of keys) if (!seen.has(key)) seen.set(key, earlier ?? { line, customerId })
    if (earlier) return { line, person, customerId, result: 'duplicate', sameAsLine: earlier.line }
    if (!record) return { line, person, customerId, result: 'added' }
    const newPhones = person.phones.filter(phone => !record.phones.includes(phone))
    const fields = [...lacking(record, person), ...(newPhones.length > 0 ? ['phones'] : [])]
    return fields.length === 0
      ? { line, person, customerId, result: 'unchanged' }
      : { line, person, customerId, result: 'filled', fields, newPhones }
  })
}

const FIELDS = ['email', 'notes', 'dateOfBirth', 'tierId'] as const

function lacking(record: KnownPerson, person: ImportedPerson): string[] {
  return FIELDS.filter(field => record[field] === null && person[field] !== null)
}

function keysOf(person: { name: string; phones: readonly string[]; email: string | null }): string[] {
  const name = comparableName(person.name)
  return [...person.phones, ...(person.email === null ? [] : [person.email.toLowerCase()])].map(
    contact => `${contact}/${name}`,
  )
}
