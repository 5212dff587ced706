import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { AppointmentView } from '../scheduling/index.ts'
import type { Tenant } from '../tenants/index.ts'

export type Confirmation = {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly filename: string; readonly content: string }
}

/** The e-mail that confirms an appointment, in German, with the calendar entry. Pure. */
export function renderConfirmation(facts: {
  tenant: Tenant
  appointment: AppointmentView
  customerEmail: string
  now: Temporal.Instant
}): Confirmation {
  const { tenant, appointment } = facts
  const when = germanDateTime(appointment.startsAt, appointment.zone)
  const rows: Array<[label: string, value: string]> = [
    ['Leistung', appointment.service.name],
    ['Wann', `${when} Uhr`],
    ['Dauer', `${appointment.service.minutes} Minuten`],
    ...(appointment.staff.length > 0
      ? [['Bei', appointment.staff.map(person => person.name).join(', ')] as [string, string]]
      : []),
    ['Für', appointment.attendeeName],
    ['Preis', germanPrice(appointment.service.priceMinor, appointment.service.currency)],
    ...(tenant.address ? [['Wo', tenant.address] as [string, string]] : []),
    ['Terminnummer', appointment.reference],
  ]
  const hello = `Guten Tag ${appointment.attendeeName},`
  const intro = `Ihr Termin bei ${tenant.name} ist bestätigt.`
  const outro = 'Die Kalenderdatei im Anhang trägt den Termin in Ihren Kalender ein.'
  return {
    subject: `Ihr Termin bei ${tenant.name}: ${when} Uhr`,
    text: [
      hello,
      '',
      intro,
      '',
      ...rows.map(([label, value]) => `${label}: ${value}`),
      '',
      outro,
      '',
      tenant.name,
    ].join('\n'),
    html: renderHtml({ hello, intro, rows, outro, sender: tenant.name }),
    calendar: { filename: 'termin.ics', content: renderCalendar(facts) },
  }
}

function renderHtml(parts: {
  hello: string
  intro: string
  rows: ReadonlyArray<[string, string]>
  outro: string
  sender: string
}): string {
  const rows = parts.rows
    .map(
      ([label, value]) =>
        `<tr><th scope="row" style="text-align:left;padding:6px 16px 6px 0;font-weight:600;vertical-align:top">${escapeHtml(label)}</th>` +
        `<td style="padding:6px 0">${escapeHtml(value)}</td></tr>`,
    )
    .join('')
  return (
    '<!doctype html><html lang="de"><body style="font-family:system-ui,sans-serif;color:#1b1b1f;line-height:1.5">' +
    `<p>${escapeHtml(parts.hello)}</p><p>${escapeHtml(parts.intro)}</p>` +
    `<table role="presentation" style="border-collapse:collapse">${rows}</table>` +
    `<p>${escapeHtml(parts.outro)}</p><p>${escapeHtml(parts.sender)}</p></body></html>`
  )
}

/** RFC 5545. The UID is the appointment, the sequence its version, so that a later change replaces the entry. */
function renderCalendar({
  tenant,
  appointment,
  now,
}: {
  tenant: Tenant
  appointment: AppointmentView
  now: Temporal.Instant
}): string {
  const calendar = ical({ prodId: '//AskProAI//Termine//DE', method: ICalCalendarMethod.PUBLISH })
  calendar.createEvent({
    id: `${appointment.id}@askpro`,
    sequence: appointment.version,
    stamp: new Date(now.epochMilliseconds),
    start: new Date(appointment.startsAt.epochMilliseconds),
    end: new Date(appointment.endsAt.epochMilliseconds),
    summary: `${appointment.service.name}, ${tenant.name}`,
    description: `Terminnummer ${appointment.reference}`,
    status: ICalEventStatus.CONFIRMED,
    ...(tenant.address ? { location: tenant.address } : {}),
  })
  return calendar.toString()
}

function germanDateTime(instant: Temporal.Instant, zone: string): string {
  return new Intl.DateTimeFormat('de-DE', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant.epochMilliseconds)
}

function germanPrice(minor: number, currency: string): string {
  return new Intl.NumberFormat('de-DE', { style: 'currency', currency }).format(minor / 100)
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
