import { expect, test } from 'vitest'
import { unzip } from '../../../../verify/product/unzip.ts'
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
  const parts = unzip(await xlsxBytes([table, { name: 'Zwei', head: ['a'], rows: [['<b> & \u0001']] }]))
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
