import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCell } from '../../../platform/files/csv-cell.ts'
import { fromCell } from './csv-cell.ts'
import { readColumns } from './import-columns.ts'
import { type CellReaders, dateMeant, readLine } from './import-line.ts'

const readers: CellReaders = {
  phone: text => (/^\+\d+$/.test(text) ? text : null),
  email: text => (text.includes('@') ? text : null),
  tier: name => (name === 'Gold' ? 'tier-id' : null),
}
const columnsOf = (...head: string[]) => {
  const columns = readColumns(head)
  if (!columns) throw new Error('No name in the head.')
  return columns
}

test('columns are known by German and English titles, however they are written', () => {
  const { fields, ignored } = columnsOf(
    'Vorname',
    'NACHNAME',
    'E-Mail',
    'Telefon',
    'Geburts-Datum',
    'Schuhgröße',
  )
  expect(fields).toEqual(['first_name', 'last_name', 'email', 'phone', 'date_of_birth', null])
  expect(ignored).toEqual(['Schuhgröße'])
})

test('a file without a column for the name is no list of customers', () => {
  expect(readColumns(['Telefon', 'E-Mail'])).toBeNull()
})

test('a line becomes a person with every number of every column', () => {
  const read = readLine(
    ['Petra', 'Lindner', '+4930231250 | +491713920011', '+491713920012', '7.3.1980', 'Gold'],
    columnsOf('Vorname', 'Nachname', 'Telefon', 'Handy', 'Geburtstag', 'VIP'),
    readers,
  )
  expect(read).toEqual({
    kind: 'person',
    person: {
      name: 'Petra Lindner',
      phones: ['+4930231250', '+491713920011', '+491713920012'],
      email: null,
      language: null,
      dateOfBirth: '1980-03-07',
      tierId: 'tier-id',
      notes: null,
    },
  })
})

test('everything that is wrong with a line is named at once', () => {
  const read = readLine(
    [' ', 'nummer', 'adresse', 'klingonisch', '31.2.1980', 'Platin', 'n'.repeat(5001)],
    columnsOf('name', 'phone', 'email', 'language', 'birthday', 'tier', 'notes'),
    readers,
  )
  expect(read.kind === 'rejected' ? read.problems.toSorted() : read).toEqual([
    'bad_date',
    'bad_email',
    'bad_language',
    'bad_phone',
    'name_missing',
    'notes_too_long',
    'unknown_tier',
  ])
})

test('a line with a field too many or too few is rejected', () => {
  const columns = columnsOf('name', 'email')
  expect(readLine(['Petra'], columns, readers)).toMatchObject({ problems: ['wrong_number_of_fields'] })
  expect(readLine(['Petra', 'a@b', 'x'], columns, readers)).toMatchObject({
    problems: ['wrong_number_of_fields'],
  })
})

test.each([
  ['1980-03-07', '1980-03-07'],
  ['07.03.1980', '1980-03-07'],
  ['29.2.2024', '2024-02-29'],
  ['29.2.2023', null],
  ['7.3.80', null],
  ['1880-01-01', null],
  ['morgen', null],
])('the date of birth "%s" is %s', (text, date) => {
  expect(dateMeant(text)).toBe(date)
})

test.each(['=1+1', '+49', '-1', '@sum', '\tx', '\rx'])('no spreadsheet runs "%s" of an export', text => {
  expect(toCell(text, ';').replace(/^"/, '').startsWith("'")).toBe(true)
})

test('what is exported is read back as it was, formulas too', () => {
  const text = fc.string({ unit: 'grapheme' }).map(said => said.trim())
  fc.assert(
    fc.property(text, said => {
      fc.pre(!said.startsWith("'") && !said.includes('\u0000') && said.isWellFormed())
      const cell = toCell(said, ';')
      const unquoted = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect(fromCell(unquoted)).toBe(said)
    }),
  )
})
