import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { fileQuery, sendTables, TABLE_TYPES } from '../../../platform/files/send-table.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import { idempotencyHeaders, onceForKey } from '../../../platform/http/idempotency.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Columns, IMPORT_FIELDS, readColumns } from '../domain/import-columns.ts'
import { LINE_PROBLEMS } from '../domain/import-line.ts'
import { customerErrors } from '../errors.ts'
import { exportCustomers } from './export-customers.ts'
import { type ImportReport, importCustomers } from './import-customers.ts'
import { type CsvFile, decodeCsv, readCsv } from './read-csv.ts'

/** Ten thousand lines of five hundred characters. */
const FILE_LIMIT = 5 * 1024 * 1024

const results = z.enum(['added', 'filled', 'unchanged', 'duplicate', 'rejected'])
const reportShape = z.object({
  mode: z.enum(['preview', 'commit']),
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()),
  ignored_columns: z.array(z.string()),
  counts: z.record(results, z.number()),
  lines: z.array(
    z.object({
      line: z.number(),
      name: z.string(),
      result: results,
      customer_id: z.uuid().nullable(),
      same_as_line: z.number().nullable(),
      problems: z.array(z.enum(LINE_PROBLEMS)),
    }),
  ),
})
const { badCsv, tooManyLines, tooManyCustomers } = customerErrors

/** Customers as a file, in and out. */
export function transferRoutes({ db, clock }: Platform) {
  return async (app: HttpServer): Promise<void> => {
    app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, decodeCsv(bytes as Buffer)),
    )

    app.post('/api/v1/customers/import', {
      bodyLimit: FILE_LIMIT,
      config: { access: { kind: 'tenant', scope: 'write' }, errors: [badCsv, tooManyLines] },
      schema: {
        headers: idempotencyHeaders,
        consumes: ['text/csv'],
        querystring: z.object({ mode: z.enum(['preview', 'commit']).default('preview') }),
        body: z.string().min(1),
        response: { 200: reportShape },
      },
      handler: async (request, reply) => {
        const { mode } = request.query
        const { columns, lines } = requireFile(readCsv(request.body))
        const { tenantId, actor } = principalOf(request)
        const file = { columns, lines, mode }
        const answer = await db.inTenant(tenantId, tx =>
          onceForKey(tx, { request, reply, clock }, async () => ({
            status: 200,
            body: present(await importCustomers(tx, file, { actor, at: clock.now() }), file),
          })),
        )
        return answer.body as z.infer<typeof reportShape>
      },
    })

    app.get('/api/v1/customers/export', {
      config: { access: { kind: 'tenant', scope: 'read' }, errors: [tooManyCustomers] },
      schema: {
        produces: TABLE_TYPES,
        querystring: z.object({ q: z.string().trim().max(200).optional(), ...fileQuery }),
        response: { 200: z.any() },
      },
      handler: async (request, reply) => {
        const { q, format, delimiter } = request.query
        const table = await db.readTenant(principalOf(request).tenantId, tx =>
          exportCustomers(tx, q === undefined || q === '' ? null : q),
        )
        if (table === null) throw new AppError(tooManyCustomers)
        return await sendTables(reply, [table], { name: 'customers', format, delimiter })
      },
    })
  }
}

function requireFile(file: CsvFile): {
  columns: Columns
  lines: Extract<CsvFile, { kind: 'file' }>['lines']
} {
  switch (file.kind) {
    case 'empty':
      throw new AppError(badCsv, 'The file is empty.')
    case 'too_long':
      throw new AppError(tooManyLines)
    case 'unreadable':
      throw new AppError(badCsv, `Line ${file.line} cannot be read: a quote is left open, or it is too long.`)
    case 'file': {
      const columns = readColumns(file.head)
      if (!columns) throw new AppError(badCsv, 'No column of the first line is called "name".')
      return { columns, lines: file.lines }
    }
    default:
      return file satisfies never
  }
}

function present(
  report: ImportReport,
  file: { columns: Columns; mode: 'preview' | 'commit' },
): z.infer<typeof reportShape> {
  const counts = { added: 0, filled: 0, unchanged: 0, duplicate: 0, rejected: 0 }
  for (const line of report.lines) counts[line.result] += 1
  return {
    mode: file.mode,
    columns: [...file.columns.fields],
    ignored_columns: [...file.columns.ignored],
    counts,
    lines: report.lines.map(line => ({
      line: line.line,
      name: line.name,
      result: line.result,
      customer_id: line.customerId,
      same_as_line: line.sameAsLine,
      problems: [...line.problems],
    })),
  }
}
