import type { Query } from '../product/embedded-postgres.ts'
import { brokenInvariants } from '../product/invariants.ts'
import type { Promised } from './clients.ts'

type Row = { id: string; note: string; state: string; starts_at: Date; version: number }

/** Row by row: what was answered is there once and as it was last answered, and nothing else is. */
export async function reckon(query: Query, promised: Promised): Promise<string[]> {
  const rows = await query<Row>(
    'select appointment.id, appointment.note, appointment.state, appointment.starts_at, appointment.version from appointment',
  )
  const byKey = Map.groupBy(rows, row => row.note)
  const told = promised.appointments.flatMap(known => {
    const found = byKey.get(known.key) ?? []
    const [row] = found
    if (!row || found.length > 1) return [`${known.key} was booked once and is there ${found.length} times.`]
    const is = [row.id, row.state, row.starts_at.getTime(), row.version].join(' ')
    const was = [known.id, known.state, known.startsAt, known.version].join(' ')
    return is === was ? [] : [`${known.key} was last told as ${was}, and is ${is}.`]
  })
  const refused = promised.refusedKeys.flatMap(key =>
    byKey.has(key) ? [`${key} was refused, and is there.`] : [],
  )
  const heard = new Set(promised.appointments.map(known => known.key))
  const untold = rows.flatMap(row =>
    heard.has(row.note) ? [] : [`${row.note} is there, and nobody was told.`],
  )
  const dead = await query<{ last_error: string }>(
    'select job.last_error from graphile_worker._private_jobs as job where job.attempts >= job.max_attempts',
  )
  return [
    ...promised.problems,
    ...told,
    ...refused,
    ...untold,
    ...dead.map(job => `A job is dead: ${job.last_error}`),
    ...(await brokenInvariants(query)),
  ]
}
