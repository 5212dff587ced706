import type { Slot as OfferedSlot } from '../../scheduling/index.ts'
import { monthName, weekdayName } from '../domain/speech/calendar-names.ts'
import { germanOrdinalStem } from '../domain/speech/german-number.ts'
import { spokenDate, spokenDateTime, spokenTime } from '../domain/speech/spoken-date.ts'
import { spokenDuration } from '../domain/speech/spoken-duration.ts'
import { spokenList } from '../domain/speech/spoken-list.ts'

/** What is said of a slot; its token is nobody's to hear. */
type Slot = Omit<OfferedSlot, 'token'>

/**
 * German sentences of the tools. A sentence that claims something is made from the committed row and from nothing
 * else. English follows as a second table of the same keys.
 */
export const german = {
  slot: (slot: Slot): string => `${spokenDateTime(local(slot), 'de')}${by(slot)}`,
  free: (slots: readonly Slot[]): string => `Ich hätte ${options(slots)} frei. Was passt Ihnen?`,
  onlyOne: (slot: Slot): string => `Ich hätte ${options([slot])} frei. Passt Ihnen das?`,
  instead: (slots: readonly Slot[]): string =>
    slots.length === 0
      ? 'Da ist leider nichts frei, und auch in der Zeit danach nicht. Soll Sie jemand zurückrufen?'
      : `Da ist leider nichts frei. Ich könnte Ihnen ${options(slots)} anbieten. Passt Ihnen etwas davon?`,
  nothingEarlier: 'Früher ist leider nichts frei. Bleibt es bei einem der genannten Termine?',
  taken: (slots: readonly Slot[]): string =>
    slots.length === 0
      ? 'Dieser Termin ist leider gerade vergeben worden. Nennen Sie mir gern eine andere Zeit.'
      : `Dieser Termin ist leider gerade vergeben worden. Ich könnte Ihnen ${options(slots)} anbieten.`,
  closed: (slots: readonly Slot[]): string =>
    slots.length === 0
      ? 'Zu der Zeit haben wir leider geschlossen. An welchem anderen Tag passt es Ihnen?'
      : `Zu der Zeit haben wir leider geschlossen. Ich könnte Ihnen ${options(slots)} anbieten.`,
  notWorking: (staff: string, slots: readonly Slot[]): string =>
    slots.length === 0
      ? `${staff} arbeitet zu der Zeit leider nicht. An welchem anderen Tag passt es Ihnen?`
      : `${staff} arbeitet zu der Zeit leider nicht. Ich könnte Ihnen ${options(slots)} anbieten.`,
  past: (today: Temporal.PlainDate): string =>
    `Das liegt schon in der Vergangenheit. Heute ist ${todayIs(today)}. Wann möchten Sie kommen?`,
  contradictory: (readings: readonly string[]): string =>
    `Wochentag und Datum passen nicht zusammen. Meinen Sie ${spokenList(readings, 'de', 'or')}?`,
  ambiguous: (readings: readonly string[]): string => `Meinen Sie ${spokenList(readings, 'de', 'or')}?`,
  askDay: 'An welchem Tag möchten Sie kommen?',
  askService: (names: readonly string[]): string =>
    names.length === 0
      ? 'Was möchten Sie gern machen lassen?'
      : `Möchten Sie ${spokenList(names, 'de', 'or')}?`,
  unknownService: (names: readonly string[]): string =>
    `Das bieten wir leider nicht an. Bei uns gibt es ${spokenList(names, 'de', 'and')}. Was davon möchten Sie?`,
  whichStaff: (names: readonly string[]): string => `Möchten Sie zu ${spokenList(names, 'de', 'or')}?`,
  askStaff: (wanted: string, names: readonly string[]): string =>
    names.length === 0
      ? `${wanted} kenne ich leider nicht.`
      : `Das macht ${wanted} bei uns nicht. Möchten Sie zu ${spokenList(names, 'de', 'or')}?`,
  tooSoon:
    'So kurzfristig kann ich leider nichts mehr vergeben. Passt es Ihnen etwas später, oder soll Sie jemand zurückrufen?',
  onlySoon: (service: string, before: string): string =>
    `${service} vergeben wir nur kurzfristig, mit Beginn vor ${afterAm(before)}. Passt es Ihnen bis dahin?`,
  tooFar: (days: number): string =>
    `So weit im Voraus ist der Kalender noch nicht offen, nur für die nächsten ${days} Tage. Wann davor passt es Ihnen?`,
  moment: (start: number, zone: string): string =>
    spokenDateTime(Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone), 'de'),
  held: (slot: string, minutes: number): string =>
    `Gut, ich halte Ihnen den Termin am ${afterAm(slot)} ${spokenDuration(minutes, 'de')} lang frei.`,
  expired: 'Dieses Angebot ist leider abgelaufen. Ich schaue gern noch einmal nach freien Zeiten.',
  invalidToken: 'Diesen Termin finde ich nicht. Ich schaue gern noch einmal nach freien Zeiten.',
  askName: 'Auf welchen Namen darf ich den Termin eintragen?',
  askEmail: 'Die E-Mail-Adresse habe ich nicht verstanden. Können Sie sie bitte wiederholen?',
  askPhone: 'Die Telefonnummer habe ich nicht verstanden. Können Sie sie bitte wiederholen?',
  booked: (facts: {
    service: string
    slot: string
    attendee: string
    reference: string
    email: boolean
  }): string =>
    `Ihr Termin ist gebucht: ${facts.service} am ${afterAm(facts.slot)}, auf den Namen ${facts.attendee}. ` +
    `Die Terminnummer ist ${facts.reference.split('').join(' ')}.` +
    (facts.email ? ' Die Bestätigung schicke ich Ihnen per E-Mail.' : ''),
  noted: (by: string): string => `Ich habe notiert, dass Sie zurückgerufen werden, ${by}.`,
  notedWithoutNumber: (by: string): string =>
    `Ich habe Ihren Rückrufwunsch notiert, ${by}. Unter welcher Telefonnummer erreichen wir Sie?`,
  services: (names: readonly string[]): string => `Wir bieten ${spokenList(names, 'de', 'and')} an.`,
  /** A price of nothing is none that anybody set (failure 90): it is not spoken. */
  servicePrices: (
    services: ReadonlyArray<{ name: string; price: string; duration: string; priceMinor: number }>,
  ): string =>
    services
      .map(service =>
        service.priceMinor === 0
          ? `${service.name} dauert ${service.duration}.`
          : `${service.name} dauert ${service.duration} und kostet ${service.price}.`,
      )
      .join(' '),
  noServices: 'Dazu finde ich leider keine Leistung.',
  today: (facts: { today: string; opening: string; week: string }): string =>
    [`Heute ist ${facts.today}.`, facts.opening, facts.week].filter(part => part !== '').join(' '),
  week: (days: readonly string[]): string =>
    days.length === 0 ? '' : `Geöffnet ist ${spokenList(days, 'de', 'and')}.`,
  openToday: (windows: readonly string[]): string =>
    `Heute ist ${spokenList(windows, 'de', 'and')} geöffnet.`,
  closedToday: 'Heute ist geschlossen.',
  unknownTool: 'Das kann ich leider nicht. Wie kann ich Ihnen sonst helfen?',
  notAvailable: 'Unter dieser Nummer kann ich Ihnen leider nicht weiterhelfen. Auf Wiederhören.',
} as const

/** Starts of one day share its name, and the person where it is one: "am Dienstag … um neun oder um elf Uhr bei Mara". */
function options(slots: readonly Slot[]): string {
  const days = Map.groupBy(slots, slot => local(slot).toPlainDate().toString())
  return spokenList([...days.values()].map(optionsOfDay), 'de', 'or')
}

function optionsOfDay(slots: readonly Slot[]): string {
  const [first] = slots
  if (!first) return ''
  const shared = slots.every(slot => by(slot) === by(first))
  const times = slots.map(
    slot => `um ${spokenTime(local(slot).toPlainTime(), 'de')}${shared ? '' : by(slot)}`,
  )
  const day = afterAm(spokenDate(local(first).toPlainDate(), 'de'))
  return `am ${day}, ${spokenList(times, 'de', 'or')}${shared ? by(first) : ''}`
}

/** "Freitag, der zwanzigste November". */
export function todayIs(date: Temporal.PlainDate): string {
  return `${weekdayName(date, 'de')}, der ${germanOrdinalStem(date.day)}e ${monthName(date, 'de')}`
}

/** "Dienstag, den …" becomes "Dienstag, dem …" behind "am". */
function afterAm(spoken: string): string {
  return spoken.replace(', den ', ', dem ')
}

function by(slot: Slot): string {
  return slot.staff.length === 0
    ? ''
    : ` bei ${spokenList(
        slot.staff.map(person => person.name),
        'de',
        'and',
      )}`
}

function local(slot: Slot): Temporal.ZonedDateTime {
  return slot.startsAt.toZonedDateTimeISO(slot.zone)
}
