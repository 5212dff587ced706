import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '../../platform/i18n/language.ts'
import type { AppointmentView } from '../scheduling/index.ts'
import type { Tenant } from '../tenants/index.ts'
import { calendarEntry } from './calendar-entry.ts'
import type { AppointmentMail } from './confirmation.ts'
import { confirmationWording } from './confirmation-wording.ts'
import { escapeHtml } from './escape-html.ts'
import { type SeriesAbout, seriesWording } from './series-wording.ts'

export type SeriesFacts = {
  readonly kind: 'series_confirmation' | 'series_change'
  readonly tenant: Tenant
  readonly attendee: string
  readonly service: string
  /** All of the series, in order of time. */
  readonly appointments: readonly AppointmentView[]
  readonly language: Language
  readonly now: Temporal.Instant
}

/** One e-mail about all appointments of a series as they are, with a calendar entry for each. Pure. */
export function renderSeries(facts: SeriesFacts): AppointmentMail {
  const { tenant, language } = facts
  const words = seriesWording(language)
  const general = confirmationWording(language)
  const left = facts.appointments.filter(appointment => isToCome(appointment, facts.now))
  const about = aboutOf(facts, left)
  const dates = left.map(appointment => dateOf(appointment, language))
  const rows = [
    `${general.labels.service}: ${facts.service}`,
    `${general.labels.attendee}: ${facts.attendee}`,
    ...(tenant.address ? [`${general.labels.place}: ${tenant.address}`] : []),
  ]
  const paragraphs = [
    general.hello(facts.attendee),
    words.intro[about](tenant.name),
    rows.join('\n'),
    ...(dates.length === 0 ? [] : [[words.dates(dates.length), ...dates].join('\n')]),
    words.outro[about],
    tenant.name,
  ]
  const html = paragraphs.map(text => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`).join('')
  return {
    subject: words.subject[about](tenant.name, left.length),
    text: paragraphs.join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body style="font-family:system-ui,sans-serif;color:#1b1b1f;line-height:1.5">${html}</body></html>`,
    calendar: {
      method: ICalCalendarMethod.PUBLISH,
      filename: words.filename,
      content: calendarOf(facts),
    },
  }
}

function isToCome({ state, startsAt }: AppointmentView, now: Temporal.Instant): boolean {
  return (state === 'requested' || state === 'confirmed') && Temporal.Instant.compare(startsAt, now) > 0
}

function aboutOf({ kind }: SeriesFacts, left: readonly AppointmentView[]): SeriesAbout {
  if (left.length === 0) return 'cancellation'
  if (left.every(({ state }) => state === 'requested')) return 'request'
  return kind === 'series_confirmation' ? 'confirmation' : 'change'
}

/** "Dienstag, 1. Dezember 2026 um 10:00 Uhr, Bei: Mara (ABC1234)" */
function dateOf({ startsAt, zone, staff, reference }: AppointmentView, language: Language): string {
  const { when, labels } = confirmationWording(language)
  const names = staff.map(person => person.name).join(', ')
  return `${when(startsAt, zone)}${names === '' ? '' : `, ${labels.staff}: ${names}`} (${reference})`
}

/** Cancelled ones too, so that they go from the calendar. */
function calendarOf({ appointments, tenant, language, now }: SeriesFacts): string {
  const { calendar: words } = confirmationWording(language)
  const calendar = ical({ prodId: words.product, method: ICalCalendarMethod.PUBLISH })
  for (const appointment of appointments)
    calendar.createEvent({
      ...calendarEntry({ appointment, tenant, now, description: words.reference(appointment.reference) }),
      status: STATUS[appointment.state] ?? ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}

const STATUS: Readonly<Record<string, ICalEventStatus>> = {
  requested: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}
