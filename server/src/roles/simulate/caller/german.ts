import type { Goal } from '../script.ts'
import type { CallerWords } from './caller-words.ts'

const ordinals = ['ersten', 'zweiten', 'dritten', 'vierten', 'fünften']
const days = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

export const german: CallerWords = {
  goal: {
    book: ({ service, staff, attendee }) =>
      `Ich hätte gern einen Termin${about(service)}${by(staff)}${attendee ? `, und zwar nicht für mich, sondern für ${attendee}` : ''}.`,
    move: goal => `Ich möchte einen Termin verschieben${named(goal)}.`,
    cancel: goal => `Ich möchte einen Termin absagen${named(goal)}.`,
    ask_appointments: () => 'Wann habe ich denn meinen nächsten Termin?',
    question: ({ question }) => question ?? 'Ich habe eine Frage.',
    callback: ({ reason }) =>
      `Können Sie mich bitte zurückrufen?${reason ? ` Es geht um Folgendes: ${reason}.` : ''}`,
    waitlist: ({ service, when }) =>
      `Ich möchte bitte auf die Warteliste${about(service)}${when?.length ? `, ${[when].flat()[0]}` : ''}.`,
    book_series: ({ service, rule, staff }) =>
      `Ich hätte gern mehrere Termine${about(service)}${by(staff)}${rule ? `, und zwar ${rule}` : ''}.`,
    book_group: goal => `Ich möchte mehrere Termine zusammen buchen: ${together(goal)}.`,
    human: () => 'Ich möchte bitte mit einem Menschen sprechen.',
    emergency: ({ reason }) => reason ?? 'Das ist ein Notfall!',
  },
  further: sentence => `Ja, noch etwas: ${sentence}`,
  service: name => `${name}, bitte.`,
  together: goal => `${together(goal)}, bitte.`,
  anyService: 'Das weiß ich nicht so genau.',
  anyTime: 'So bald wie möglich.',
  anyHour: 'Die Uhrzeit ist mir egal.',
  fromHour: clock => `Ab ${clock} Uhr.`,
  untilHour: clock => `Bis ${clock} Uhr.`,
  onDate: date => `Am ${days[date.dayOfWeek - 1]}, dem ${date.day}. ${months[date.month - 1]}.`,
  later: 'Haben Sie auch etwas Späteres?',
  earlier: 'Haben Sie auch etwas Früheres?',
  onlyStaff: name => `Ich möchte aber bitte zu ${name}.`,
  takeOnly: 'Ja, das passt mir.',
  takeNth: place => `Ich nehme den ${ordinals[place] ?? 'letzten'}.`,
  takeClock: clock => `${spokenClock(clock)} passt mir gut.`,
  takeReading: place => `Das ${['erste', 'zweite', 'dritte'][place] ?? 'letzte'}.`,
  declineAll: 'Nein, das passt mir leider alles nicht.',
  giveUp: 'Dann lassen wir das, vielen Dank.',
  name: name => name,
  attendee: name => `Für ${name}.`,
  forMyself: name => (name === '' ? 'Für mich selbst.' : `Für mich selbst, ${name}.`),
  spelled: name => letters(name).join(', '),
  declineDetail: 'Möchte ich nicht angeben.',
  noNote: 'Weiß ich gerade nicht.',
  which: ({ service, start }) =>
    start === null
      ? `Den Termin${about(service)}.`
      : `Den am ${days[start.dayOfWeek - 1]}, dem ${start.day}. ${months[start.month - 1]}, um ${spokenClock(clockOf(start))}.`,
  yes: 'Ja.',
  no: 'Nein.',
  correctName: name => `Nein, der Name ist ${name}.`,
  confirmBooking: 'Ja, bitte.',
  confirmMove: 'Ja, bitte verschieben Sie ihn.',
  confirmCancel: 'Ja, bitte sagen Sie ihn ab.',
  joinWaitlist: 'Ja, gern.',
  wantWaitlist: 'Nein, setzen Sie mich bitte auf die Warteliste.',
  callBack: 'Ja, gern.',
  nothingMore: 'Nein, danke, das war alles.',
  thanks: 'Danke, auf Wiederhören.',
  switchTo: 'Können wir bitte auf Deutsch weitersprechen?',
}

function together({ service, also }: Goal): string {
  return [{ service, attendee: null }, ...(also ?? [])]
    .map(one => `${one.service ?? 'ein Termin'} für ${one.attendee ?? 'mich'}`)
    .join(' und ')
}

function about(service: string | null | undefined): string {
  return service ? ` für ${service}` : ''
}

function by(staff: string | null | undefined): string {
  return staff ? ` bei ${staff}` : ''
}

function named({ which_says, which }: Goal): string {
  if (which_says) return `, und zwar ${which_says}`
  return which?.service ? `, und zwar ${which.service}` : ''
}

function letters(name: string): string[] {
  return [...(name.split(' ').at(-1) ?? '').toUpperCase()]
}

function clockOf(start: Temporal.ZonedDateTime): string {
  return start.toPlainTime().toString().slice(0, 5)
}

/** "15:00" is "15 Uhr", "15:30" is "15 Uhr 30". */
function spokenClock(clock: string): string {
  const [hour = '', minute = ''] = clock.split(':')
  return `${Number(hour)} Uhr${minute === '00' ? '' : ` ${Number(minute)}`}`
}
