import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import {
  CSV_DELIMITERS,
  type CsvDelimiter,
  csvText,
  TABLE_FORMATS,
  type Table,
  type TableFormat,
  xlsxBytes,
} from './table-file.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} satisfies Record<TableFormat, string>

/** More in one file than anybody looks through are refused. */
export const MOST_ROWS = 10_000

/** How a file is wanted, in the query of its route. */
export const fileQuery = {
  format: z.enum(TABLE_FORMATS).default('csv'),
  delimiter: z.enum(CSV_DELIMITERS).default(';'),
}

/** What a route that sends a table declares as `produces`. */
export const TABLE_TYPES = ['text/csv', TYPES.xlsx]

/** Answers with a file to be saved; as CSV the first table alone. */
export async function sendTables(
  reply: FastifyReply,
  tables: readonly [Table, ...Table[]],
  file: { name: string; format: TableFormat; delimiter: CsvDelimiter },
): Promise<unknown> {
  const { name, format, delimiter } = file
  const content = format === 'csv' ? csvText(tables[0], delimiter) : await xlsxBytes(tables)
  return reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .serializer((text: unknown) => String(text))
    .send(content)
}
