import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import type { OutgoingEvent } from '../port.ts'
import type { SyncEntry } from './entry-store.ts'

type Facts = {
  reference: string
  service: string
  attendee: string
  note: string | null
  zone: string
  address: string | null
  email: string | null
  phone: string | null
  language: 'de' | 'en'
  tenant: string
}

const WORDS = {
  de: { appointment: 'Termin', phone: 'Telefon', note: 'Notiz', kept: 'Eingetragen von AskProAI.' },
  en: { appointment: 'Appointment', phone: 'Phone', note: 'Note', kept: 'Entered by AskProAI.' },
} as const

/** The appointment as it should stand in the other calendar. */
export async function outgoingEvent(
  tx: Tx,
  entry: Pick<SyncEntry, 'appointmentId' | 'reference' | 'desired'>,
  settings: unknown,
): Promise<OutgoingEvent> {
  const facts = await readFacts(tx, entry.appointmentId)
  const words = WORDS[facts.language]
  const lines = [
    `${words.appointment} ${facts.reference}`,
    ...(facts.phone === null ? [] : [`${words.phone}: ${facts.phone}`]),
    ...(facts.note === null ? [] : [`${words.note}: ${facts.note}`]),
    words.kept,
  ]
  const { startsAt, endsAt, state } = entry.desired
  return {
    reference: entry.reference,
    startsAt,
    endsAt,
    zone: facts.zone,
    title: `${facts.service}: ${facts.attendee}`,
    description: lines.join('\n'),
    location: facts.address,
    state: state === 'requested' ? 'requested' : 'confirmed',
    attendee: { name: facts.attendee, email: facts.email, phone: facts.phone, locale: facts.language },
    settings,
  }
}

async function readFacts(tx: Tx, id: AppointmentId): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select appointment.reference, service_version.name as service, appointment.attendee_name as attendee,
      appointment.note, location.time_zone as zone, location.address,
      coalesce(appointment.contact_email, customer.email) as email,
      coalesce(appointment.contact_phone, (
        select customer_phone.e164 from customer_phone
        where customer_phone.tenant_id = appointment.tenant_id and customer_phone.customer_id = appointment.customer_id
        order by customer_phone.is_primary desc, customer_phone.e164 limit 1)) as phone,
      case when customer.language = 'en' then 'en' else 'de' end as language
    from appointment
    join location on location.tenant_id = appointment.tenant_id and location.id = appointment.location_id
    join customer on customer.tenant_id = appointment.tenant_id and customer.id = appointment.customer_id
    join service_version on service_version.tenant_id = appointment.tenant_id
      and service_version.service_id = appointment.service_id
      and service_version.version = appointment.service_version
    where appointment.tenant_id = ${tx.tenantId} and appointment.id = ${id}
  `.execute(tx)
  const [facts] = rows
  if (!facts) throw new Error('An appointment of the ledger is not there.')
  return facts
}
