import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '../../platform/i18n/language.ts'
import type { AppointmentChange, AppointmentView } from '../scheduling/index.ts'
import type { Tenant } from '../tenants/index.ts'
import { calendarEntry } from './calendar-entry.ts'
import { type ConfirmationWording, confirmationWording } from './confirmation-wording.ts'
import { escapeHtml } from './escape-html.ts'
import type { MessageKind } from './store.ts'

export type AppointmentMail = {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly method: string; readonly filename: string; readonly content: string }
}

export type MailFacts = {
  readonly kind: MessageKind
  /** Where it was before a change. */
  readonly was?: Temporal.Instant | null
  /** What the customer agreed to pay for the change. */
  readonly fee?: AppointmentChange['fee']
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly tenant: Tenant
  readonly appointment: AppointmentView
  readonly language: Language
  readonly now: Temporal.Instant
}

const METHOD: Readonly<Record<MessageKind, ICalCalendarMethod>> = {
  confirmation: ICalCalendarMethod.PUBLISH,
  change: ICalCalendarMethod.REQUEST,
  cancellation: ICalCalendarMethod.CANCEL,
}

type Row = readonly [label: string, value: string]

/** The e-mail about an appointment as it is, in the customer's language, with the calendar entry. Pure. */
export function renderMail(facts: MailFacts): AppointmentMail {
  const { kind, tenant, appointment, language } = facts
  const words = confirmationWording(language)
  const when = words.when(appointment.startsAt, appointment.zone)
  const rows = rowsOf(facts, when)
  const hello = words.hello(appointment.attendeeName)
  const about = appointment.state === 'requested' ? 'request' : kind
  const intro = words.intro[about](tenant.name)
  return {
    subject: words.subject[about](tenant.name, when),
    text: [
      hello,
      '',
      intro,
      '',
      ...rows.map(([label, value]) => `${label}: ${value}`),
      '',
      words.outro[about],
      '',
      tenant.name,
    ].join('\n'),
    html: renderHtml({ language, hello, intro, rows, outro: words.outro[about], sender: tenant.name }),
    calendar: {
      method: METHOD[kind],
      filename: words.filename,
      content: renderCalendar(facts, words),
    },
  }
}

function rowsOf({ tenant, appointment, language, was = null, fee = null }: MailFacts, when: string): Row[] {
  const { labels, minutes, price, when: asTime } = confirmationWording(language)
  const { service, staff } = appointment
  return [
    [labels.service, service.name],
    [labels.when, when],
    ...(was === null ? [] : [[labels.was, asTime(was, appointment.zone)] as const]),
    [labels.duration, minutes(service.minutes)],
    ...(staff.length > 0 ? [[labels.staff, staff.map(person => person.name).join(', ')] as const] : []),
    [labels.attendee, appointment.attendeeName],
    [labels.price, price(service.priceMinor, service.currency)],
    ...(fee === null ? [] : [[labels.fee, price(fee.minor, fee.currency)] as const]),
    ...(tenant.address ? [[labels.place, tenant.address] as const] : []),
    [labels.reference, appointment.reference],
  ]
}

function renderHtml(parts: {
  language: Language
  hello: string
  intro: string
  rows: readonly Row[]
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
    `<!doctype html><html lang="${parts.language}"><body style="font-family:system-ui,sans-serif;color:#1b1b1f;line-height:1.5">` +
    `<p>${escapeHtml(parts.hello)}</p><p>${escapeHtml(parts.intro)}</p>` +
    `<table role="presentation" style="border-collapse:collapse">${rows}</table>` +
    `<p>${escapeHtml(parts.outro)}</p><p>${escapeHtml(parts.sender)}</p></body></html>`
  )
}

function renderCalendar(facts: MailFacts, { calendar: words }: ConfirmationWording): string {
  const { kind, tenant, appointment, from, to, now } = facts
  const calendar = ical({ prodId: words.product, method: METHOD[kind] })
  calendar.createEvent({
    ...calendarEntry({ appointment, tenant, now, description: words.reference(appointment.reference) }),
    status: statusOf(facts),
    // RFC 5546: a request and a cancellation name both sides.
    ...(kind === 'confirmation'
      ? {}
      : {
          organizer: { name: from.name, email: from.address },
          attendees: [{ name: appointment.attendeeName, email: to, rsvp: false }],
        }),
  })
  return calendar.toString()
}

function statusOf({ kind, appointment }: MailFacts): ICalEventStatus {
  if (kind === 'cancellation') return ICalEventStatus.CANCELLED
  return appointment.state === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}
