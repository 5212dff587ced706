import type { Table, TableCell } from '../../../platform/files/table-file.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import type { Money, Share } from '../domain/report-figures.ts'
import type { Report } from './read-report.ts'

const GERMAN = {
  days: 'Tage',
  staff: 'Team',
  places: 'Standorte',
  services: 'Unerfüllte Wünsche',
  day: 'Tag',
  person: 'Person',
  place: 'Standort',
  service: 'Leistung',
  calls: 'Anrufe',
  over: 'davon beendet',
  booked: 'mit Termin',
  bookedShare: 'Buchungsquote',
  appointments: 'Termine',
  cancelled: 'Abgesagt',
  noShow: 'Nicht erschienen',
  noShowShare: 'No-Show-Quote',
  bookedMinutes: 'Gebuchte Minuten',
  openMinutes: 'Buchbare Minuten',
  load: 'Auslastung',
  revenue: 'Umsatz',
  expected: 'Erwartet',
  wishes: 'Terminwünsche',
  waiting: 'Warteliste',
}
const WORDS: Readonly<Record<Language, typeof GERMAN>> = {
  de: GERMAN,
  en: {
    days: 'Days',
    staff: 'Team',
    places: 'Locations',
    services: 'Unmet demand',
    day: 'Day',
    person: 'Person',
    place: 'Location',
    service: 'Service',
    calls: 'Calls',
    over: 'of these over',
    booked: 'with appointment',
    bookedShare: 'Booked share',
    appointments: 'Appointments',
    cancelled: 'Cancelled',
    noShow: 'No-shows',
    noShowShare: 'No-show share',
    bookedMinutes: 'Booked minutes',
    openMinutes: 'Bookable minutes',
    load: 'Load',
    revenue: 'Revenue',
    expected: 'Expected',
    wishes: 'Wishes',
    waiting: 'Waitlist',
  },
}

type OfCalls = { calls: number; booked: Share }
type OfAppointments = {
  appointments: number
  cancelled: number
  noShow: Share
  revenue: Money[]
  expected: Money[]
}

/** A report as tables: by day, person, place, and what could not be had. Money in a column for each currency. */
export function reportTables(report: Report, language: Language): [Table, ...Table[]] {
  const words = WORDS[language]
  const currencies = currenciesOf(report)
  const callHead = [words.calls, words.over, words.booked, words.bookedShare]
  const head = [
    ...[words.appointments, words.cancelled, words.noShow, words.noShowShare],
    ...currencies.flatMap(currency => [`${words.revenue} ${currency}`, `${words.expected} ${currency}`]),
  ]
  const loadHead = [words.bookedMinutes, words.openMinutes, words.load]
  const ofCalls = (cells: TableCell[]): TableCell[] =>
    report.only.staff === null ? cells : cells.map(() => null)
  const appointmentCells = (of: OfAppointments): TableCell[] => [
    ...[of.appointments, of.cancelled, of.noShow.part, shareCell(of.noShow)],
    ...currencies.flatMap(currency => [amountIn(of.revenue, currency), amountIn(of.expected, currency)]),
  ]
  return [
    {
      name: words.days,
      head: [words.day, ...callHead, ...head, ...loadHead],
      rows: report.byDay.map(day => [
        ...[day.date, ...ofCalls(callCells(day))],
        ...appointmentCells(day),
        ...loadCells(day.load),
      ]),
    },
    {
      name: words.staff,
      head: [words.person, ...head, ...loadHead],
      rows: report.byPerson.map(one => [one.name, ...appointmentCells(one), ...loadCells(one.load)]),
    },
    {
      name: words.places,
      head: [words.place, ...callHead, ...head, ...loadHead],
      rows: report.byLocation.map(one => [
        ...[one.name, ...callCells(one)],
        ...appointmentCells(one),
        ...loadCells(one.load),
      ]),
    },
    {
      name: words.services,
      head: [words.service, words.wishes, words.waiting],
      rows: report.unmetByService.map(({ name, wishes, waiting }) => [name, wishes, waiting]),
    },
  ]
}

function callCells({ calls, booked }: OfCalls): TableCell[] {
  return [calls, booked.whole, booked.part, shareCell(booked)]
}

function loadCells(load: Share): TableCell[] {
  return [load.part, load.whole, shareCell(load)]
}

function shareCell({ share }: Share): TableCell {
  return share === null ? null : { share }
}

function currenciesOf({ byDay }: Report): string[] {
  const used = byDay.flatMap(({ revenue, expected }) => [...revenue, ...expected])
  return [...new Set(used.map(({ currency }) => currency))].toSorted()
}

/** In whole units; how many decimals a currency has is its own. */
function amountIn(sums: readonly Money[], currency: string): number {
  const minor = sums.find(sum => sum.currency === currency)?.amountMinor ?? 0
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
}
