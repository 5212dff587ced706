import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { csvText, xlsxBytes } from './table-file.ts'

const table = {
  name: 'Je Tag: Umsatz/Monat',
  head: ['day', 'revenue', 'share'],
  rows: [
    ['2027-03-28', 1234.5, { share: 0.25 }],
    ['=HYPERLINK("http://x")', null, { share: 1 }],
  ],
}

test('a file with semicolons writes numbers with a comma, one with commas with a point', () => {
  expect(csvText(table, ';')).toBe(
    '\u{feff}day;revenue;share\r\n2027-03-28;1234,5;0,25\r\n"\'=HYPERLINK(""http://x"")";;1\r\n',
  )
  expect(csvText(table, ',')).toContain('2027-03-28,1234.5,0.25')
})

test('a workbook has a sheet for each table, numbers as numbers and formulas as text', async () => {
  const parts = partsOf(await xlsxBytes([table, { name: 'Zwei', head: ['a'], rows: [['<b> & \u0001']] }]))
  const sheets = parts.get('xl/workbook.xml') ?? ''
  expect(sheets).toContain('name="Je Tag  Umsatz Monat"')
  expect(sheets).toContain('name="Zwei"')
  const first = parts.get('xl/worksheets/sheet1.xml') ?? ''
  expect(first).toContain('<v>1234.5</v>')
  expect(first).toContain('<v>0.25</v>')
  expect(first).not.toContain('<f>')
  expect([...parts.values()].join('')).toContain('&lt;b&gt; &amp; ')
  expect([...parts.values()].join('')).not.toContain('\u0001')
})

/** The files of an archive by name, read from its directory. */
function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
  while (at >= 0 && zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(begin, begin + size)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    parts.set(name, (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}
