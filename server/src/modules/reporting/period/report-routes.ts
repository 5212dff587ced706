import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { fileQuery, sendTables, TABLE_TYPES } from '../../../platform/files/send-table.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { Platform } from '../../../platform/platform.ts'
import { LONGEST_PERIOD_DAYS, lengthOf, type Period } from '../domain/report-period.ts'
import { reportingErrors } from '../errors.ts'
import type { ReportingNeighbours } from '../neighbours.ts'
import { presentReport, reportShape } from './present-report.ts'
import { type Report, readReport } from './read-report.ts'
import { reportTables } from './report-tables.ts'

const wish = z.object({
  from: z.iso.date(),
  to: z.iso.date().describe('The last day.'),
  staff: z.uuid().optional().describe('Only of this person, to whom no call belongs.'),
  location: z.uuid().optional().describe('Only of this location.'),
})
const config = {
  access: { kind: 'tenant', scope: 'read', reach: 'location' },
  errors: [reportingErrors.badPeriod, reportingErrors.unknownPart],
} as const

const [EARLIEST_YEAR, LATEST_YEAR] = [2000, 2199]

/** The figures of a period, and the same as a file. */
export function reportRoutes({ db, clock }: Platform, neighbours: ReportingNeighbours) {
  return (app: HttpServer): void => {
    app.get('/api/v1/reports/period', {
      config,
      schema: { querystring: wish, response: { 200: reportShape } },
      handler: async request => {
        const { query } = request
        const report = await db.readTenant(principalOf(request).tenantId, tx => read(tx, query))
        return presentReport(report, clock.now())
      },
    })

    app.get('/api/v1/reports/period/export', {
      config,
      schema: {
        produces: TABLE_TYPES,
        querystring: wish.extend({
          ...fileQuery,
          language: z.enum(['de', 'en']).default('de'),
        }),
        response: { 200: z.any() },
      },
      handler: async (request, reply) => {
        const { format, delimiter, language, ...query } = request.query
        const report = await db.readTenant(principalOf(request).tenantId, tx => read(tx, query))
        const name = `report-${report.period.from}-${report.period.to}`
        return await sendTables(reply, reportTables(report, language), { name, format, delimiter })
      },
    })
  }

  async function read(tx: Tx, query: z.infer<typeof wish>): Promise<Report> {
    const { timeZone } = await neighbours.tenants.read(tx)
    const report = await readReport(tx, neighbours, {
      period: periodOf(query),
      only: { staffId: query.staff ?? null, locationId: query.location ?? null },
      now: clock.now(),
      zone: timeZone,
    })
    if (report === null) throw new AppError(reportingErrors.unknownPart)
    return report
  }
}

/** Throws `reporting/bad-period`. */
function periodOf(wanted: { from: string; to: string }): Period {
  const chosen = { from: Temporal.PlainDate.from(wanted.from), to: Temporal.PlainDate.from(wanted.to) }
  const days = lengthOf(chosen)
  if (days < 1) throw new AppError(reportingErrors.badPeriod, '"to" must not be before "from".')
  if (days > LONGEST_PERIOD_DAYS)
    throw new AppError(reportingErrors.badPeriod, `Ask for at most ${LONGEST_PERIOD_DAYS} days at once.`)
  if (chosen.from.year < EARLIEST_YEAR || chosen.to.year > LATEST_YEAR)
    throw new AppError(reportingErrors.badPeriod, `Ask for days from ${EARLIEST_YEAR} to ${LATEST_YEAR}.`)
  return chosen
}
