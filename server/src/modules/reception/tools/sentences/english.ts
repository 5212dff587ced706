import { englishCardinal } from '../../domain/speech/english-number.ts'
import { spokenDate, spokenDateTime } from '../../domain/speech/spoken-date.ts'
import { spokenDuration } from '../../domain/speech/spoken-duration.ts'
import { spokenList } from '../../domain/speech/spoken-list.ts'
import type { OwnAppointment, Sentences, SpokenSlot } from './sentences.ts'
import { localStart, MOST_DATES, momentIn, type SlotWords, spokenOptions, withWhom } from './spoken-slot.ts'

export const english: Sentences = {
  slot: slot => `${spokenDateTime(localStart(slot), 'en')}${by(slot)}`,
  free: slots => sentences(`I could offer you ${options(slots)}`, 'Which one suits you?'),
  onlyOne: slot => sentences(`I could offer you ${options([slot])}`, 'Does that suit you?'),
  instead: slots =>
    slots.length === 0
      ? 'I am afraid nothing is free then, nor in the time after it. Shall somebody call you back?'
      : sentences(
          `I am afraid nothing is free then. I could offer you ${options(slots)}`,
          'Would any of these suit you?',
        ),
  cannotLook:
    'I am afraid I cannot see at the moment whether anything is free then. Shall somebody call you back?',
  nothingEarlier: 'I am afraid nothing earlier is free. Would you like one of the times I named?',
  taken: slots =>
    slots.length === 0
      ? 'I am afraid that appointment has just been taken. Please name another time.'
      : sentences(`I am afraid that appointment has just been taken. I could offer you ${options(slots)}`),
  closed: slots =>
    slots.length === 0
      ? 'I am afraid we are closed then. Which other day would suit you?'
      : sentences(`I am afraid we are closed then. I could offer you ${options(slots)}`),
  notWorking: (staff, slots) =>
    slots.length === 0
      ? `I am afraid ${staff} is not working then. Which other day would suit you?`
      : sentences(`I am afraid ${staff} is not working then. I could offer you ${options(slots)}`),
  past: today =>
    `That is already in the past. Today is ${spokenDate(today, 'en')}. When would you like to come?`,
  contradictory: readings =>
    `The weekday and the date do not match. Do you mean ${spokenList(readings, 'en', 'or')}?`,
  ambiguous: readings => `Do you mean ${spokenList(readings, 'en', 'or')}?`,
  askDay: 'Which day would you like to come?',
  askService: names =>
    names.length === 0
      ? 'What would you like to have done?'
      : `Would you like ${spokenList(names, 'en', 'or')}?`,
  unknownService: names =>
    `I am afraid we do not offer that. We have ${spokenList(names, 'en')}. Which of these would you like?`,
  whichStaff: names => `Would you like to see ${spokenList(names, 'en', 'or')}?`,
  askStaff: (wanted, names) =>
    names.length === 0
      ? `I am afraid I do not know ${wanted}.`
      : `${wanted} does not do that here. Would you like to see ${spokenList(names, 'en', 'or')}?`,
  tooSoon: earliest =>
    `I am afraid I cannot give out anything at such short notice. ${
      earliest === null
        ? 'Would a little later suit you'
        : `The earliest would be ${earliest}, or a little later. Would that suit you`
    }, or shall somebody call you back?`,
  onlySoon: (service, before) =>
    `We give out ${service} at short notice only. Would a start before ${before} suit you?`,
  tooFar: days =>
    `The calendar is not open that far ahead, only for the next ${days} days. When before that would suit you?`,
  moment: (start, zone) => spokenDateTime(momentIn(start, zone), 'en'),
  held: (slot, minutes) =>
    `Good, I am keeping the appointment on ${slot} free for you for ${spokenDuration(minutes, 'en')}.`,
  expired: 'I am afraid this offer has expired. I am happy to look for free times again.',
  invalidToken: 'I cannot find that appointment. I am happy to look for free times again.',
  askName: 'Under which name may I put the appointment down?',
  askEmail: 'I did not understand the e-mail address. Could you please repeat it?',
  askPhone: 'I did not understand the phone number. Could you please repeat it?',
  booked: ({ service, slot, attendee, reference, email }) =>
    [
      `Your appointment is booked: ${service} on ${slot}, under the name ${attendee}.`,
      `Your reference is ${reference.split('').join(' ')}.`,
      ...(email === null ? [] : ['I am sending you the confirmation by e-mail.']),
    ].join(' '),
  requested: ({ service, slot, attendee, reference, email }) =>
    [
      `Your request is noted: ${service} on ${slot}, under the name ${attendee}.`,
      'The place is kept for you. It is only certain once somebody from the team has confirmed it.',
      `The number of your request is ${reference.split('').join(' ')}.`,
      ...(email === null ? [] : ['You will get the answer by e-mail.']),
    ].join(' '),
  bookedTogether: appointments =>
    sentences(`Your appointments are booked: ${spokenList(appointments.map(named), 'en', 'and')}`),
  askTimes: 'How many appointments should it be?',
  askSeriesTime: 'On which day and at what time would you like to come each time?',
  seriesNone: 'I am afraid none of these appointments is free. Please tell me another time.',
  seriesFree: ({ service, slots }) =>
    sentences(
      `${service}, ${countedDates(slots)}: ${dates(slots)}`,
      `Shall I put ${slots.length === 1 ? 'it' : 'them'} down like that?`,
    ),
  seriesConflicts: ({ service, slots, missing }) =>
    [
      sentences(`Not free: ${dates(missing)}`),
      sentences(
        `I could put down ${service} without ${missing.length === 1 ? 'that day' : 'those days'}, ${countedDates(slots)}: ${dates(slots)}`,
        'Shall I do that?',
      ),
    ].join(' '),
  bookedSeries: ({ service, slots, attendee }) =>
    sentences(`Booked under the name ${attendee}: ${service}, ${countedDates(slots)}, ${dates(slots)}`),
  requestedSeries: ({ service, slots, attendee }) =>
    sentences(
      `Your request is noted under the name ${attendee}: ${service}, ${countedDates(slots)}, ${dates(slots)}`,
      'The places are kept for you.',
      'They are only certain once somebody from the team has confirmed them.',
    ),
  joinedWaitlist: ({ service, staff, attendee, by }) =>
    `${attendee} is now on the waiting list for ${service}${staff.length === 0 ? '' : ` with ${spokenList(staff, 'en', 'or')}`}. ` +
    `As soon as something becomes free, ${by === 'email' ? 'you will get an e-mail' : 'we will call you'}.`,
  askNumberToReach: 'Which phone number can we reach you on when something becomes free?',
  atTheLatest: moment => `by ${moment} at the latest`,
  noted: by => `I have noted that you will be called back, ${by}.`,
  notedWithoutNumber: by =>
    `I have noted that you would like to be called back, ${by}. Which phone number can we reach you on?`,
  callbackWanted: 'Callback wanted',
  wishNoted: service =>
    `I have noted your wish${service === null ? '' : ` for ${service}`}. You do not have an appointment by that.`,
  transfer: 'I am putting you through to a person now. One moment, please.',
  nobodyToTransferTo: 'I am afraid I cannot put you through. Shall somebody from the team call you back?',
  transferClosed: week =>
    [
      'I am afraid I cannot put you through at the moment.',
      ...(week.length === 0 ? [] : [sentences(`You can reach the team ${spokenList(week, 'en')}`)]),
      'Shall somebody call you back?',
    ].join(' '),
  services: names => `We offer ${spokenList(names, 'en')}.`,
  servicePrices: services =>
    services
      .map(service =>
        service.priceMinor === 0
          ? `${service.name} takes ${service.duration}.`
          : `${service.name} takes ${service.duration} and costs ${service.price}.`,
      )
      .join(' '),
  noServices: 'I am afraid I cannot find a service like that.',
  oneMoment: 'One moment please, let me have a look.',
  sayAgain: 'I am sorry, something went wrong just now. Could you say that again, please?',
  todayIs: date => spokenDate(date, 'en'),
  today: facts =>
    [`Today is ${facts.today}.`, facts.opening, facts.week].filter(part => part !== '').join(' '),
  window: (from, until) => `from ${from} to ${until}`,
  week: days => (days.length === 0 ? '' : sentences(`Our opening hours are ${spokenList(days, 'en')}`)),
  openToday: windows => sentences(`Today we are open ${spokenList(windows, 'en')}`),
  closedToday: 'Today we are closed.',
  notIdentified:
    'I am afraid I cannot tell or change any appointments for this number. Shall somebody call you back?',
  proofByCode: 'For that I need a code, which I can send to the e-mail address we have of you.',
  proofByBirthDate: 'For that I need your date of birth, please with the year. When were you born?',
  codeSent: 'I have sent a code of six digits to the e-mail address we have of you. What is it?',
  askCode: 'Please tell me the digits one by one. What are they?',
  verified: 'Thank you, that is right.',
  wrongCode: 'I am afraid that does not match. Once more, please: what is it?',
  tooManyCodes: 'I am afraid that went wrong too often. Shall somebody call you back?',
  noChannel:
    'I am afraid I cannot send you a code, and cannot tell or change anything without one. Shall somebody call you back?',
  noAppointments: 'I cannot find an appointment of yours that is still to come.',
  ownAppointments: (appointments, more) =>
    sentences(
      `You have ${spokenList(appointments.map(named), 'en')}`,
      more === 0 ? '' : more === 1 ? 'One more follows.' : `${more} more follow.`,
    ),
  askWhich: appointments =>
    appointments.length === 1
      ? `Do you mean ${spokenList(appointments.map(named), 'en', 'or')}?`
      : `Which appointment do you mean: ${spokenList(appointments.map(named), 'en', 'or')}?`,
  moved: ({ service, slot }) => sentences(`Your appointment has been moved: ${service}, now on ${slot}`),
  cancelled: ({ service, slot }) => sentences(`Your appointment has been cancelled: ${service} on ${slot}`),
  confirmFee: ({ service, slot, kind, fee }) =>
    `To ${kind} ${service} on ${slot} costs ${fee} by now. Shall I do it?`,
  notAllowed: (rule, next) =>
    `${rule}${next === 'transfer' ? ' Shall I put you through?' : next === 'callback' ? ' Shall somebody call you back?' : ''}`,
  otherService: service => `That time is for another service than ${service}. When would suit you?`,
  openOn: (day, windows) => sentences(`On ${day}, we are open ${spokenList(windows, 'en')}`),
  closedOn: day => `On ${day}, we are closed.`,
  team: people => `${spokenList(people, 'en')} work here.`,
  doneBy: (service, people) => `${service} is done by ${spokenList(people, 'en')}.`,
  worksOn: (person, week) =>
    week.length === 0
      ? `${person} is not working at the moment.`
      : sentences(`${person} usually works ${spokenList(week, 'en')}`),
  changeRules: (kind, { hours, beyond, fee }) => {
    const what = kind === 'cancel' ? 'cancel' : 'move'
    if (hours === null || beyond === null)
      return `You may ${what} an appointment at any time, free of charge.`
    const late = {
      fee: fee === null ? 'After that there is a fee.' : `After that it costs ${fee}.`,
      staff: 'After that only somebody from the team can do it for you.',
      not_allowed: 'After that it is not possible any more.',
    }
    return `You may ${what} an appointment free of charge until ${spokenDuration(hours * 60, 'en')} before it. ${late[beyond]}`
  },
  doesServices: (person, services) =>
    services.length === 0
      ? `I cannot give out appointments with ${person}.`
      : `${person} does ${spokenList(services, 'en')}.`,
  yesDoes: (person, service) => `Yes, ${person} does ${service}.`,
  noDoesNot: (person, { service, people }) =>
    `No, ${person} does not do ${service}. It is done by ${spokenList(people, 'en')}.`,
  askQuestion: 'What would you like to know?',
  notKnown: 'I am afraid I do not know that. Shall somebody from the team call you back about it?',
  unknownTool: 'I am afraid I cannot do that. How else can I help you?',
  notAvailable: 'I am afraid I cannot help you under this number. Goodbye.',
}

/** All of a few; of many the first and the last. */
function dates(slots: readonly string[]): string {
  const said = slots.map(slot => `on ${slot}`)
  if (said.length <= MOST_DATES) return spokenList(said, 'en', 'and')
  return `the first ${said[0]}, the last ${said.at(-1)}`
}

function countedDates(slots: readonly string[]): string {
  return slots.length === 1 ? 'one appointment' : `${englishCardinal(slots.length)} appointments`
}

function named({ service, slot }: OwnAppointment): string {
  return `${service} on ${slot}`
}

const words: SlotWords = { lang: 'en', at: 'at', by, onDay: day => `on ${day}` }

function options(slots: readonly SpokenSlot[]): string {
  return spokenOptions(slots, words)
}

/** One full stop is enough behind "p.m.". */
function sentences(statement: string, ...more: readonly string[]): string {
  const first = statement.endsWith('.') ? statement : `${statement}.`
  return [first, ...more].filter(sentence => sentence !== '').join(' ')
}

function by(slot: SpokenSlot): string {
  const names = withWhom(slot, 'en')
  return names === '' ? '' : ` with ${names}`
}
