import { expect, test } from 'vitest'
import { decodeCsv, MOST_LINES, readCsv } from './read-csv.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test.each([
  ['UTF-8', Buffer.from('Müller')],
  ['UTF-8 with its mark', Buffer.from('\u{feff}Müller')],
  ['Windows-1252', bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72)],
  ['UTF-16, as spreadsheets write it', Buffer.from('\u{feff}Müller', 'utf16le')],
])('umlauts arrive from %s', (_encoding, file) => {
  expect(readCsv(decodeCsv(file))).toMatchObject({ kind: 'file', head: ['Müller'] })
})

test.each([';', ',', '\t'])('a file separated by "%s" has its fields', delimiter => {
  const file = readCsv(
    `${['name', 'phone'].join(delimiter)}\r\n"Lindner${delimiter} Petra"${delimiter}030\r\n`,
  )
  expect(file).toMatchObject({
    head: ['name', 'phone'],
    lines: [{ number: 2, cells: [`Lindner${delimiter} Petra`, '030'] }],
  })
})

test('a quoted field may have quotes and line breaks, and the next line keeps its number', () => {
  const file = readCsv('name;notes\n"A ""B"" C";"one\ntwo"\nLast;x\n')
  expect(file).toMatchObject({
    lines: [{ cells: ['A "B" C', 'one\ntwo'] }, { number: 4, cells: ['Last', 'x'] }],
  })
})

test('a quote that is never closed is named, not swallowed', () => {
  expect(readCsv('name;notes\nPetra;"open\nand on\n').kind).toBe('unreadable')
})

test('a field of a hundred thousand characters stops the reading', () => {
  expect(readCsv(`name;notes\nPetra;${'x'.repeat(100_000)}\n`).kind).toBe('unreadable')
})

test('nothing is an empty file, and a line too many is too long', () => {
  expect(readCsv('').kind).toBe('empty')
  expect(readCsv(`name\n${'Petra\n'.repeat(MOST_LINES)}`).kind).toBe('file')
  expect(readCsv(`name\n${'Petra\n'.repeat(MOST_LINES + 1)}`).kind).toBe('too_long')
})
