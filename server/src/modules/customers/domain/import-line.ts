import { fromCell } from './csv-cell.ts'
import type { Columns, ImportField } from './import-columns.ts'
import { tidyName } from './person-name.ts'

export const LINE_PROBLEMS = [
  'wrong_number_of_fields',
  'name_missing',
  'name_too_long',
  'bad_phone',
  'too_many_phones',
  'bad_email',
  'bad_language',
  'bad_date',
  'unknown_tier',
  'notes_too_long',
] as const
export type LineProblem = (typeof LINE_PROBLEMS)[number]

export type ImportedPerson = {
  readonly name: string
  readonly phones: readonly string[]
  readonly email: string | null
  readonly language: string | null
  readonly dateOfBirth: string | null
  readonly tierId: string | null
  readonly notes: string | null
}

export type ReadLine =
  | { readonly kind: 'person'; readonly person: ImportedPerson }
  | { readonly kind: 'rejected'; readonly name: string; readonly problems: readonly LineProblem[] }

/** What only others can say about a text; null: it is none. */
export type CellReaders = {
  phone(text: string): string | null
  email(text: string): string | null
  tier(name: string): string | null
}

const LANGUAGE: Readonly<Record<string, string>> = {
  de: 'de',
  deutsch: 'de',
  german: 'de',
  en: 'en',
  englisch: 'en',
  english: 'en',
}
const MOST_PHONES = 20
const LONGEST_NOTES = 5000
const LONGEST_NAME = 200

/** One line of a file, as a person or with everything that is wrong with it. */
export function readLine(cells: readonly string[], columns: Columns, readers: CellReaders): ReadLine {
  const all = (wanted: ImportField): string[] =>
    cells.flatMap((cell, index) => (columns.fields[index] === wanted ? [fromCell(cell)] : [])).filter(Boolean)
  const one = (wanted: ImportField): string => all(wanted)[0] ?? ''
  const problems = new Set<LineProblem>()
  const read = <T>(text: string, reader: (text: string) => T | null, problem: LineProblem): T | null => {
    if (text === '') return null
    const value = reader(text)
    if (value === null) problems.add(problem)
    return value
  }
  if (cells.length !== columns.fields.length) problems.add('wrong_number_of_fields')
  const said = one('name') || [one('first_name'), one('last_name')].filter(Boolean).join(' ')
  const name = tidyName(said)
  if (name === '') problems.add('name_missing')
  if (said.length > LONGEST_NAME) problems.add('name_too_long')
  const numbers = all('phone').flatMap(text => text.split(/[;,|\n]/).map(part => fromCell(part)))
  const phones = numbers.filter(Boolean).map(text => read(text, readers.phone, 'bad_phone'))
  if (phones.length > MOST_PHONES) problems.add('too_many_phones')
  const notes = one('notes')
  if (notes.length > LONGEST_NOTES) problems.add('notes_too_long')
  const person: ImportedPerson = {
    name,
    phones: [...new Set(phones.filter(phone => phone !== null))],
    email: read(one('email'), readers.email, 'bad_email'),
    language: read(one('language'), text => LANGUAGE[text.toLowerCase()] ?? null, 'bad_language'),
    dateOfBirth: read(one('date_of_birth'), dateMeant, 'bad_date'),
    tierId: read(one('vip_tier'), readers.tier, 'unknown_tier'),
    notes: notes || null,
  }
  return problems.size === 0
    ? { kind: 'person', person }
    : { kind: 'rejected', name, problems: [...problems] }
}

/** `1980-03-07` or `7.3.1980`; null for anything that is no date of our time. */
export function dateMeant(text: string): string | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (!german && !iso) return null
  try {
    const date = german
      ? Temporal.PlainDate.from(
          { year: Number(german[3]), month: Number(german[2]), day: Number(german[1]) },
          { overflow: 'reject' },
        )
      : Temporal.PlainDate.from(text)
    return date.year >= 1900 && date.year < 2200 ? date.toString() : null
  } catch {
    return null
  }
}
