import type { Query } from '../product/embedded-postgres.ts'
import type { FaultyGoogle } from './faulty-google.ts'
import type { Told } from './random-work.ts'

type Row = {
  id: string
  reference: string
  link_id: string
  state: string
  appointment_id: string
  appointment_state: string
  starts_at: Date
  ends_at: Date
  desired_state: string
  asked: boolean
}

/**
 * What is not as it should be: an appointment elsewhere than its business was told, or a calendar that neither agrees
 * with the appointment nor has a person asked about it, or an appointment that stands somewhere twice.
 */
export async function differences(given: {
  query: Query
  google: FaultyGoogle
  calendars: ReadonlyMap<string, string>
  told: Told
}): Promise<string[]> {
  const { query, google, calendars, told } = given
  const entries = await query<Row>(`
    select sync_entry.id, sync_entry.reference, sync_entry.link_id, sync_entry.state, sync_entry.appointment_id,
      appointment.state as appointment_state, appointment.starts_at, appointment.ends_at, sync_entry.desired_state,
      exists (select from calendar_conflict
        where calendar_conflict.entry_id = sync_entry.id and calendar_conflict.state = 'open') as asked
    from sync_entry join appointment on appointment.id = sync_entry.appointment_id`)
  const standing = new Map(
    [...calendars].map(([linkId, calendar]) => [
      linkId,
      Map.groupBy(google.standing(calendar), event => event.reference),
    ]),
  )
  return [
    ...(await untold(query, told)),
    ...missing(told, new Set(entries.map(entry => entry.appointment_id))),
    ...doubled(standing),
    ...entries.flatMap(entry => differenceOf(entry, standing.get(entry.link_id)?.get(entry.reference) ?? [])),
  ]
}

function differenceOf(entry: Row, events: ReadonlyArray<{ startsAt: number; endsAt: number }>): string[] {
  if (entry.asked) return []
  const [event] = events
  const isWanted = entry.appointment_state !== 'cancelled' && entry.desired_state !== 'cancelled'
  if (!isWanted)
    return event === undefined ? [] : [`${entry.id} (${entry.state}): cancelled, and stands there`]
  if (event === undefined) return [`${entry.id} (${entry.state}): does not stand there`]
  const agrees = event.startsAt === entry.starts_at.getTime() && event.endsAt === entry.ends_at.getTime()
  return agrees && entry.state === 'in_step' ? [] : [`${entry.id} (${entry.state}): stands elsewhere`]
}

function doubled(standing: ReadonlyMap<string, ReadonlyMap<string | null, readonly unknown[]>>): string[] {
  return [...standing].flatMap(([linkId, byReference]) =>
    [...byReference].flatMap(([reference, events]) =>
      reference !== null && events.length > 1
        ? [`${linkId}: ${reference} stands there ${events.length} times`]
        : [],
    ),
  )
}

function missing(told: Told, entered: ReadonlySet<string>): string[] {
  return [...told].flatMap(([id, start]) =>
    start === null || entered.has(id) ? [] : [`${id}: was never entered for a calendar`],
  )
}

async function untold(query: Query, told: Told): Promise<string[]> {
  const rows = await query<{ id: string; state: string; starts_at: Date }>(
    'select appointment.id, appointment.state, appointment.starts_at from appointment',
  )
  const known = new Map(rows.map(row => [row.id, row.state === 'cancelled' ? null : row.starts_at.getTime()]))
  return [...told].flatMap(([id, start]) =>
    known.get(id) === start ? [] : [`${id}: is at ${known.get(id)}, and ${start} was told`],
  )
}
