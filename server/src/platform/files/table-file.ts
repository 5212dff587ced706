import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { toCell } from './csv-cell.ts'

/** A share is a part of one: spreadsheets show it as a percentage. */
export type TableCell = string | number | { readonly share: number } | null

export type Table = {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: ReadonlyArray<readonly TableCell[]>
}

export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
export const CSV_DELIMITERS = [';', ','] as const
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number]

/**
 * A table as CSV. The mark in front tells spreadsheets that it is UTF-8. Those that expect a semicolon expect a comma in
 * numbers.
 */
export function csvText({ head, rows }: Omit<Table, 'name'>, delimiter: CsvDelimiter): string {
  const lines = [head, ...rows].map(row => row.map(cell => csvCell(cell, delimiter)).join(delimiter))
  return `\u{feff}${lines.join('\r\n')}\r\n`
}

/** Tables as a workbook, a sheet each. What is text stays text, whatever it begins with. */
export async function xlsxBytes(tables: readonly Table[]): Promise<Buffer> {
  return await writeXlsxFile(
    tables.map(({ name, head, rows }) => ({
      sheet: sheetName(name),
      stickyRowsCount: 1,
      columns: head.map((title, index) => ({ width: widthOf(title, rows, index) })),
      data: [
        head.map(value => ({ value, fontWeight: 'bold' as const })),
        ...rows.map(row => row.map(xlsxCell)),
      ],
    })),
  ).toBuffer()
}

function csvCell(cell: TableCell, delimiter: CsvDelimiter): string {
  const value = typeof cell === 'object' && cell !== null ? cell.share : cell
  if (typeof value !== 'number') return toCell(value, delimiter)
  const text = String(Number(value.toFixed(4)))
  return delimiter === ';' ? text.replace('.', ',') : text
}

function xlsxCell(cell: TableCell): SheetData[number][number] {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: textOf(cell), type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: cell.share, type: Number, format: '0.0%' }
}

/** What XML cannot hold, or a cell not all of. */
function textOf(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .slice(0, 32_767)
}

/** At most 31 characters, and none of those that separate sheets in formulas. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}

function widthOf(title: string, rows: Table['rows'], index: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => {
    const cell = row[index]
    return Math.max(most, typeof cell === 'string' ? cell.length : 8)
  }, title.length)
  return Math.min(60, longest + 2)
}
