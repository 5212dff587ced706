import type { Query } from '../product/embedded-postgres.ts'
import { brokenInvariants } from '../product/invariants.ts'
import type { ApiBooking, Ledger, PhoneBooking } from './ledger.ts'
import type { DeliveredMail } from './mail-collector.ts'

export type Account = {
  readonly webhooksProcessed: number
  readonly bookedRows: number
  readonly mailsSent: number
  /** Deliveries beyond the first of one Message-ID. */
  readonly mailsRepeated: number
  readonly problems: string[]
}

type AppointmentRow = {
  id: string
  reference: string
  starts_at: Date
  note: string | null
  contact_email: string | null
  provider_call_id: string | null
  allocations: number
}

/** Compares what was promised with what is in the database and in the mailbox, row by row. */
export async function holdToAccount(
  query: Query,
  ledger: Ledger,
  mails: readonly DeliveredMail[],
): Promise<Account> {
  const appointments = await readAppointments(query)
  const webhooks = await lostWebhooks(query, ledger)
  const messages = await messageProblems(query, mails)
  const distinct = new Set(mails.map(mail => mail.messageId))
  return {
    webhooksProcessed: webhooks.processed,
    bookedRows: appointments.length,
    mailsSent: distinct.size,
    mailsRepeated: mails.length - distinct.size,
    problems: [
      ...ledger.problems,
      ...webhooks.problems,
      ...phoneProblems(ledger, appointments),
      ...apiProblems(ledger, appointments),
      ...unannounced(ledger, appointments),
      ...messages,
      ...(await brokenInvariants(query)),
    ],
  }
}

async function readAppointments(query: Query): Promise<AppointmentRow[]> {
  return await query<AppointmentRow>(`
    select appointment.id, appointment.reference, appointment.starts_at, appointment.note,
      appointment.contact_email, call.provider_call_id,
      (select count(*)::int from allocation
       where allocation.tenant_id = appointment.tenant_id
         and allocation.appointment_id = appointment.id) as allocations
    from appointment
    left join call on call.tenant_id = appointment.tenant_id and call.id = appointment.call_id
    where appointment.source in ('phone', 'api')`)
}

async function lostWebhooks(
  query: Query,
  ledger: Ledger,
): Promise<{ processed: number; problems: string[] }> {
  const rows = await query<{ event_key: string; entries: number; error: string | null; processed: boolean }>(`
    select inbox.event_key, inbox.error, inbox.processed_at is not null as processed,
      (select count(*)::int from call_event
       join call on call.tenant_id = call_event.tenant_id and call.id = call_event.call_id
       where call_event.kind = 'webhook' and call_event.name = split_part(inbox.event_key, '/', 1)
         and call.provider_call_id = split_part(inbox.event_key, '/', 2)) as entries
    from inbox where inbox.source = 'retell/default'`)
  const stored = new Map(rows.map(row => [row.event_key, row]))
  const problems = [...ledger.webhooks].flatMap(key => {
    const row = stored.get(key)
    if (!row) return [`${key} was acknowledged and is not stored.`]
    if (!row.processed) return row.error === null ? [`${key} is not processed.`] : []
    return row.entries === 1 ? [] : [`${key} is in the timeline ${row.entries} times.`]
  })
  return { processed: rows.filter(row => row.processed).length, problems }
}

function phoneProblems(ledger: Ledger, appointments: readonly AppointmentRow[]): string[] {
  const ofCall = Map.groupBy(appointments, row => row.provider_call_id)
  const promised = ledger.phoneBookings.flatMap((booking: PhoneBooking) => {
    const rows = ofCall.get(booking.providerCallId) ?? []
    const [row] = rows
    if (!row || rows.length > 1)
      return [`${booking.providerCallId} was booked once and has ${rows.length} rows.`]
    const same =
      row.reference === booking.reference &&
      row.starts_at.getTime() === Date.parse(booking.startsAt) &&
      row.contact_email === booking.email
    return same ? needsAllocations(row) : [`${booking.providerCallId} was told something else than its row.`]
  })
  const refused = ledger.refusedCalls.flatMap(id =>
    ofCall.has(id) ? [`${id} was told that nothing is booked, and has an appointment.`] : [],
  )
  return [...promised, ...refused]
}

function apiProblems(ledger: Ledger, appointments: readonly AppointmentRow[]): string[] {
  const ofKey = Map.groupBy(appointments, row => row.note)
  const promised = ledger.apiBookings.flatMap((booking: ApiBooking) => {
    const rows = ofKey.get(booking.key) ?? []
    const [row] = rows
    if (!row || rows.length > 1) return [`${booking.key} was answered 201 and has ${rows.length} rows.`]
    const same = row.id === booking.id && row.reference === booking.reference
    return same ? needsAllocations(row) : [`${booking.key} was told something else than its row.`]
  })
  const refused = ledger.refusedKeys.flatMap(key =>
    ofKey.has(key) ? [`${key} was refused, and has an appointment.`] : [],
  )
  return [...promised, ...refused]
}

function needsAllocations(row: AppointmentRow): string[] {
  return row.allocations > 0 ? [] : [`Appointment ${row.reference} takes no place.`]
}

/** Everything begun was answered, so an appointment of which nobody heard is one too many. */
function unannounced(ledger: Ledger, appointments: readonly AppointmentRow[]): string[] {
  const heard = new Set([...ledger.phoneBookings, ...ledger.apiBookings].map(booking => booking.reference))
  return appointments.flatMap(row =>
    heard.has(row.reference) ? [] : [`Appointment ${row.reference} exists, and nobody was told.`],
  )
}

async function messageProblems(query: Query, mails: readonly DeliveredMail[]): Promise<string[]> {
  const rows = await query<{
    reference: string
    wanted: string | null
    state: string | null
    recipient: string | null
    provider_id: string | null
  }>(`
    select appointment.reference, appointment.contact_email as wanted,
      message.state, message.recipient, message.provider_id
    from appointment
    left join message on message.tenant_id = appointment.tenant_id and message.appointment_id = appointment.id
    where appointment.source in ('phone', 'api')`)
  const delivered = Map.groupBy(mails, mail => mail.messageId)
  const known = new Set(rows.map(row => row.provider_id))
  const missing = rows.flatMap(row => {
    if (row.state === null) return [`Nobody thought of a message about ${row.reference}.`]
    if (row.wanted !== null && row.recipient !== row.wanted)
      return [`${row.reference} is not confirmed to its address.`]
    if (row.recipient === null) return []
    if (row.state !== 'sent') return [`The mail about ${row.reference} is ${row.state}.`]
    const copies = delivered.get(row.provider_id) ?? []
    if (copies.length === 0) return [`The mail about ${row.reference} never arrived.`]
    return copies.some(copy => copy.to !== row.recipient)
      ? [`The mail about ${row.reference} went astray.`]
      : []
  })
  const strange = mails.flatMap(mail =>
    known.has(mail.messageId) ? [] : [`A mail to ${mail.to} belongs to no message: ${mail.messageId}.`],
  )
  return [...missing, ...strange]
}
