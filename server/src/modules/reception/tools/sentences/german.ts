import { monthName, weekdayName } from '../../domain/speech/calendar-names.ts'
import { germanCardinal, germanCount, germanOrdinalStem } from '../../domain/speech/german-number.ts'
import { spokenDateTime } from '../../domain/speech/spoken-date.ts'
import { spokenDuration } from '../../domain/speech/spoken-duration.ts'
import { spokenList } from '../../domain/speech/spoken-list.ts'
import type { OwnAppointment, Sentences, SpokenSlot } from './sentences.ts'
import { localStart, MOST_DATES, momentIn, type SlotWords, spokenOptions, withWhom } from './spoken-slot.ts'

const MOST_COUNTED_IN_HOURS = 48

/** "Einen Tag" is one hour off for whoever counts: one and two days are said in hours. */
function hoursBefore(hours: number): string {
  const counted = hours > 1 && hours <= MOST_COUNTED_IN_HOURS
  return counted ? `${germanCardinal(hours)} Stunden` : spokenDuration(hours * 60, 'de')
}

export const german: Sentences = {
  slot: slot => `${spokenDateTime(localStart(slot), 'de')}${by(slot)}`,
  free: slots => `Ich hätte ${options(slots)} frei. Was passt Ihnen?`,
  onlyOne: slot => `Ich hätte ${options([slot])} frei. Passt Ihnen das?`,
  instead: slots =>
    slots.length === 0
      ? 'Da ist leider nichts frei, und auch in der Zeit danach nicht. Soll Sie jemand zurückrufen?'
      : `Da ist leider nichts frei. Ich könnte Ihnen ${options(slots)} anbieten. Passt Ihnen etwas davon?`,
  cannotLook: 'Ob dann etwas frei ist, kann ich gerade leider nicht sehen. Soll Sie jemand zurückrufen?',
  nothingEarlier: 'Früher ist leider nichts frei. Bleibt es bei einem der genannten Termine?',
  taken: slots =>
    slots.length === 0
      ? 'Dieser Termin ist leider gerade vergeben worden. Nennen Sie mir gern eine andere Zeit.'
      : `Dieser Termin ist leider gerade vergeben worden. Ich könnte Ihnen ${options(slots)} anbieten.`,
  closed: slots =>
    slots.length === 0
      ? 'Zu der Zeit haben wir leider geschlossen. An welchem anderen Tag passt es Ihnen?'
      : `Zu der Zeit haben wir leider geschlossen. Ich könnte Ihnen ${options(slots)} anbieten.`,
  notWorking: (staff, slots) =>
    slots.length === 0
      ? `${staff} arbeitet zu der Zeit leider nicht. An welchem anderen Tag passt es Ihnen?`
      : `${staff} arbeitet zu der Zeit leider nicht. Ich könnte Ihnen ${options(slots)} anbieten.`,
  past: today =>
    `Das liegt schon in der Vergangenheit. Heute ist ${todayInGerman(today)}. Wann möchten Sie kommen?`,
  contradictory: readings =>
    `Wochentag und Datum passen nicht zusammen. Meinen Sie ${spokenList(readings, 'de', 'or')}?`,
  ambiguous: readings => `Meinen Sie ${spokenList(readings, 'de', 'or')}?`,
  askDay: 'An welchem Tag möchten Sie kommen?',
  askService: names =>
    names.length === 0
      ? 'Was möchten Sie gern machen lassen?'
      : `Möchten Sie ${spokenList(names, 'de', 'or')}?`,
  unknownService: names =>
    `Das bieten wir leider nicht an. Bei uns gibt es ${spokenList(names, 'de', 'and')}. Was davon möchten Sie?`,
  whichStaff: names => `Möchten Sie zu ${spokenList(names, 'de', 'or')}?`,
  askStaff: (wanted, names) =>
    names.length === 0
      ? `${wanted} kenne ich leider nicht.`
      : `Das macht ${wanted} bei uns nicht. Möchten Sie zu ${spokenList(names, 'de', 'or')}?`,
  tooSoon: earliest =>
    `So kurzfristig kann ich leider nichts mehr vergeben. ${
      earliest === null
        ? 'Passt es Ihnen etwas später'
        : `Frühestens ginge es am ${afterAm(earliest)}. Passt Ihnen das oder etwas später`
    }, oder soll Sie jemand zurückrufen?`,
  onlySoon: (service, before) =>
    `${service} vergeben wir nur kurzfristig, mit Beginn vor ${afterAm(before)}. Passt es Ihnen bis dahin?`,
  tooFar: days =>
    `So weit im Voraus ist der Kalender noch nicht offen, nur für die nächsten ${days} Tage. Wann davor passt es Ihnen?`,
  moment: (start, zone) => spokenDateTime(momentIn(start, zone), 'de'),
  held: (slot, minutes) =>
    `Gut, ich halte Ihnen den Termin am ${afterAm(slot)} ${spokenDuration(minutes, 'de')} lang frei.`,
  expired: 'Dieses Angebot ist leider abgelaufen. Ich schaue gern noch einmal nach freien Zeiten.',
  invalidToken: 'Diesen Termin finde ich nicht. Ich schaue gern noch einmal nach freien Zeiten.',
  askName: 'Auf welchen Namen darf ich den Termin eintragen?',
  askEmail: 'Die E-Mail-Adresse habe ich nicht verstanden. Können Sie sie bitte wiederholen?',
  askPhone: 'Die Telefonnummer habe ich nicht verstanden. Können Sie sie bitte wiederholen?',
  booked: facts =>
    `Ihr Termin ist gebucht: ${facts.service} am ${afterAm(facts.slot)}, auf den Namen ${facts.attendee}. ` +
    `Die Terminnummer ist ${facts.reference.split('').join(' ')}.` +
    (facts.email === null ? '' : ' Die Bestätigung schicke ich Ihnen per E-Mail.'),
  requested: facts =>
    `Ihre Anfrage ist eingetragen: ${facts.service} am ${afterAm(facts.slot)}, auf den Namen ${facts.attendee}. ` +
    'Der Platz bleibt für Sie frei. Fest ist der Termin erst, wenn ihn jemand aus dem Team bestätigt hat. ' +
    `Die Nummer Ihrer Anfrage ist ${facts.reference.split('').join(' ')}.` +
    (facts.email === null ? '' : ' Die Antwort bekommen Sie per E-Mail.'),
  bookedTogether: appointments =>
    `Ihre Termine sind gebucht: ${spokenList(appointments.map(named), 'de', 'and')}.`,
  askTimes: 'Wie viele Termine sollen es werden?',
  askSeriesTime: 'An welchem Tag und um wie viel Uhr möchten Sie jeweils kommen?',
  seriesNone: 'Von diesen Terminen ist leider keiner frei. Nennen Sie mir gern eine andere Zeit.',
  seriesFree: ({ service, slots }) =>
    `${service}, ${countedDates(slots)}: ${dates(slots)}. Soll ich ${slots.length === 1 ? 'ihn' : 'sie'} so eintragen?`,
  seriesConflicts: ({ service, slots, missing }) =>
    `Nicht frei ist ${dates(missing)}. Ich könnte ${service} ohne ${missing.length === 1 ? 'diesen Tag' : 'diese Tage'} eintragen, ` +
    `${countedDates(slots)}: ${dates(slots)}. Soll ich das tun?`,
  bookedSeries: ({ service, slots, attendee }) =>
    `Gebucht auf den Namen ${attendee}: ${service}, ${countedDates(slots)}, ${dates(slots)}.`,
  requestedSeries: ({ service, slots, attendee }) =>
    `Ihre Anfrage ist eingetragen auf den Namen ${attendee}: ${service}, ${countedDates(slots)}, ${dates(slots)}. ` +
    'Die Plätze bleiben für Sie frei. Fest sind die Termine erst, wenn sie jemand aus dem Team bestätigt hat.',
  joinedWaitlist: ({ service, staff, attendee, by }) =>
    `${attendee} steht jetzt auf der Warteliste für ${service}${staff.length === 0 ? '' : ` bei ${spokenList(staff, 'de', 'or')}`}. ` +
    `Sobald etwas frei wird, ${by === 'email' ? 'bekommen Sie eine E-Mail' : 'rufen wir Sie an'}.`,
  askNumberToReach: 'Unter welcher Telefonnummer erreichen wir Sie, wenn etwas frei wird?',
  atTheLatest: moment => `spätestens ${moment}`,
  noted: by => `Ich habe notiert, dass Sie zurückgerufen werden, ${by}.`,
  notedWithoutNumber: by =>
    `Ich habe Ihren Rückrufwunsch notiert, ${by}. Unter welcher Telefonnummer erreichen wir Sie?`,
  callbackWanted: 'Rückruf gewünscht',
  wishNoted: service =>
    `Ich habe Ihren Wunsch${service === null ? '' : ` nach ${service}`} notiert. Einen Termin haben Sie damit noch nicht.`,
  transfer: 'Ich verbinde Sie jetzt mit einem Menschen. Einen Moment bitte.',
  nobodyToTransferTo: 'Durchstellen kann ich Sie leider nicht. Soll Sie jemand aus dem Team zurückrufen?',
  transferClosed: week =>
    [
      'Gerade kann ich Sie leider nicht durchstellen.',
      ...(week.length === 0 ? [] : [`Persönlich erreichbar ist das Team ${spokenList(week, 'de', 'and')}.`]),
      'Soll Sie jemand zurückrufen?',
    ].join(' '),
  services: names => `Wir bieten ${spokenList(names, 'de', 'and')} an.`,
  servicePrices: services =>
    services
      .map(service =>
        service.priceMinor === 0
          ? `${service.name} dauert ${service.duration}.`
          : `${service.name} dauert ${service.duration} und kostet ${service.price}.`,
      )
      .join(' '),
  noServices: 'Dazu finde ich leider keine Leistung.',
  oneMoment: 'Einen Moment bitte, ich schaue nach.',
  sayAgain: 'Entschuldigung, das hat gerade nicht geklappt. Können Sie das bitte noch einmal sagen?',
  todayIs: todayInGerman,
  today: facts =>
    [`Heute ist ${facts.today}.`, facts.opening, facts.week].filter(part => part !== '').join(' '),
  window: (from, until) => `von ${from} bis ${until}`,
  week: days => (days.length === 0 ? '' : `Geöffnet ist ${spokenList(days, 'de', 'and')}.`),
  openToday: windows => `Heute ist ${spokenList(windows, 'de', 'and')} geöffnet.`,
  closedToday: 'Heute ist geschlossen.',
  notIdentified:
    'Zu dieser Rufnummer kann ich leider keine Termine nennen oder ändern. Soll Sie jemand zurückrufen?',
  proofByCode: 'Dafür brauche ich einen Code, den ich Ihnen an die hinterlegte E-Mail-Adresse schicken kann.',
  proofByBirthDate: 'Dafür brauche ich Ihr Geburtsdatum, bitte mit Jahr. Wann sind Sie geboren?',
  codeSent:
    'Ich habe einen Code mit sechs Ziffern an die hinterlegte E-Mail-Adresse geschickt. Wie lautet er?',
  askCode: 'Bitte nennen Sie mir die Ziffern einzeln. Wie lauten sie?',
  verified: 'Danke, das stimmt.',
  wrongCode: 'Das stimmt leider nicht überein. Bitte noch einmal: Wie lautet es?',
  tooManyCodes: 'Das ging leider zu oft daneben. Soll Sie jemand zurückrufen?',
  noChannel:
    'Ich kann Ihnen leider keinen Code schicken und ohne ihn nichts nennen oder ändern. Soll Sie jemand zurückrufen?',
  noAppointments: 'Ich finde keinen Termin von Ihnen, der noch bevorsteht.',
  ownAppointments: (appointments, more) =>
    `Sie haben ${spokenList(appointments.map(named), 'de', 'and')}.` +
    (more === 0
      ? ''
      : more === 1
        ? ' Danach kommt noch ein Termin.'
        : ` Danach kommen noch ${more} Termine.`),
  askWhich: appointments =>
    appointments.length === 1
      ? `Meinen Sie ${spokenList(appointments.map(named), 'de', 'or')}?`
      : `Welchen Termin meinen Sie: ${spokenList(appointments.map(named), 'de', 'or')}?`,
  moved: ({ service, slot }) => `Ihr Termin ist verlegt: ${service} jetzt am ${afterAm(slot)}.`,
  cancelled: ({ service, slot }) => `Ihr Termin ist abgesagt: ${service} am ${afterAm(slot)}.`,
  confirmFee: ({ service, slot, kind, fee }) =>
    `${service} am ${afterAm(slot)} jetzt noch ${kind === 'cancel' ? 'abzusagen' : 'zu verlegen'} kostet ${fee}. Soll ich das tun?`,
  notAllowed: (rule, next) =>
    `${rule}${next === 'transfer' ? ' Soll ich Sie verbinden?' : next === 'callback' ? ' Soll Sie jemand zurückrufen?' : ''}`,
  otherService: service => `Diese Zeit ist für eine andere Leistung als ${service}. Wann passt es Ihnen?`,
  openOn: (day, windows) => `${day}: da ist ${spokenList(windows, 'de', 'and')} geöffnet.`,
  closedOn: day => `${day}: da ist geschlossen.`,
  team: people => `Bei uns arbeiten ${spokenList(people, 'de', 'and')}.`,
  doneBy: (service, people) =>
    `${service} ${people.length === 1 ? 'macht' : 'machen'} bei uns ${spokenList(people, 'de', 'and')}.`,
  worksOn: (person, week) =>
    week.length === 0
      ? `${person} arbeitet zurzeit nicht.`
      : `${person} arbeitet in der Regel ${spokenList(week, 'de', 'and')}.`,
  changeRules: (kind, { hours, beyond, fee }) => {
    const what = kind === 'cancel' ? 'Absagen' : 'Verschieben'
    if (hours === null || beyond === null) return `${what} können Sie bei uns jederzeit kostenlos.`
    const late = {
      fee: fee === null ? 'Danach fällt eine Gebühr an.' : `Danach kostet es ${fee}.`,
      staff: 'Danach kann das nur noch jemand aus dem Team für Sie tun.',
      not_allowed: 'Danach geht es leider nicht mehr.',
    }
    return `${what} können Sie bis ${hoursBefore(hours)} vor dem Termin kostenlos. ${late[beyond]}`
  },
  doesServices: (person, services) =>
    services.length === 0
      ? `Mit ${person} kann ich hier keine Termine vergeben.`
      : `${person} macht ${spokenList(services, 'de', 'and')}.`,
  yesDoes: (person, service) => `Ja, ${service} macht ${person}.`,
  noDoesNot: (person, { service, people }) =>
    `Nein, ${service} macht ${person} nicht. Das ${people.length === 1 ? 'macht' : 'machen'} ${spokenList(people, 'de', 'and')}.`,
  askQuestion: 'Was möchten Sie gern wissen?',
  notKnown: 'Das weiß ich leider nicht. Soll Sie jemand aus dem Team dazu zurückrufen?',
  unknownTool: 'Das kann ich leider nicht. Wie kann ich Ihnen sonst helfen?',
  notAvailable: 'Unter dieser Nummer kann ich Ihnen leider nicht weiterhelfen. Auf Wiederhören.',
}

/** All of a few; of many the first and the last. */
function dates(slots: readonly string[]): string {
  const said = slots.map(slot => `am ${afterAm(slot)}`)
  if (said.length <= MOST_DATES) return spokenList(said, 'de', 'and')
  return `der erste ${said[0]}, der letzte ${said.at(-1)}`
}

function countedDates(slots: readonly string[]): string {
  return slots.length === 1 ? 'ein Termin' : `${germanCount(slots.length)} Termine`
}

function named({ service, slot }: OwnAppointment): string {
  return `${service} am ${afterAm(slot)}`
}

const words: SlotWords = { lang: 'de', at: 'um', by, onDay: day => `am ${afterAm(day)}` }

function options(slots: readonly SpokenSlot[]): string {
  return spokenOptions(slots, words)
}

/** "Freitag, der zwanzigste November". */
function todayInGerman(date: Temporal.PlainDate): string {
  return `${weekdayName(date, 'de')}, der ${germanOrdinalStem(date.day)}e ${monthName(date, 'de')}`
}

/** "Dienstag, den …" becomes "Dienstag, dem …" behind "am". */
function afterAm(spoken: string): string {
  return spoken.replace(', den ', ', dem ')
}

function by(slot: SpokenSlot): string {
  const names = withWhom(slot, 'de')
  return names === '' ? '' : ` bei ${names}`
}
