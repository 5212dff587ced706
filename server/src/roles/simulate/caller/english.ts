import type { Goal } from '../script.ts'
import type { CallerWords } from './caller-words.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

export const english: CallerWords = {
  goal: {
    book: ({ service, staff, attendee }) =>
      `I would like an appointment${about(service)}${by(staff)}${attendee ? `, not for me but for ${attendee}` : ''}.`,
    move: goal => `I would like to move an appointment${named(goal)}.`,
    cancel: goal => `I would like to cancel an appointment${named(goal)}.`,
    ask_appointments: () => 'When is my next appointment?',
    question: ({ question }) => question ?? 'I have a question.',
    callback: ({ reason }) =>
      `Could you call me back, please?${reason ? ` It is about this: ${reason}.` : ''}`,
    waitlist: ({ service, when }) =>
      `Please put me on the waiting list${about(service)}${when?.length ? `, ${[when].flat()[0]}` : ''}.`,
    book_series: ({ service, rule, staff }) =>
      `I would like several appointments${about(service)}${by(staff)}${rule ? `, ${rule}` : ''}.`,
    book_group: goal => `I would like to book several appointments together: ${together(goal)}.`,
    human: () => 'I would like to speak to a real person, please.',
    emergency: ({ reason }) => reason ?? 'This is an emergency!',
  },
  further: sentence => `Yes, one more thing: ${sentence}`,
  together: goal => `${together(goal)}, please.`,
  service: name => `${name}, please.`,
  anyService: 'I am not sure.',
  anyTime: 'As soon as possible.',
  anyHour: 'Any time of the day.',
  fromHour: clock => `From ${clock}.`,
  untilHour: clock => `Until ${clock}.`,
  onDate: date => `On ${days[date.dayOfWeek - 1]}, ${date.day} ${months[date.month - 1]}.`,
  later: 'Do you have anything later?',
  earlier: 'Do you have anything earlier?',
  onlyStaff: name => `I would like to see ${name}, please.`,
  takeOnly: 'Yes, that suits me.',
  takeNth: place => `I will take the ${ordinals[place] ?? 'last'} one.`,
  takeClock: clock => `${spokenClock(clock)} suits me well.`,
  takeReading: place => `The ${ordinals[place] ?? 'last'} one.`,
  declineAll: 'No, none of these suits me.',
  giveUp: 'Then let us leave it, thank you.',
  name: name => name,
  attendee: name => `For ${name}.`,
  forMyself: name => (name === '' ? 'For myself.' : `For myself, ${name}.`),
  spelled: name => letters(name).join(', '),
  declineDetail: 'I would rather not say.',
  noNote: 'I do not know right now.',
  which: ({ service, start }) =>
    start === null
      ? `The appointment${about(service)}.`
      : `The one on ${days[start.dayOfWeek - 1]}, ${start.day} ${months[start.month - 1]}, at ${spokenClock(start.toPlainTime().toString().slice(0, 5))}.`,
  yes: 'Yes.',
  no: 'No.',
  correctName: name => `No, the name is ${name}.`,
  confirmBooking: 'Yes, please.',
  confirmMove: 'Yes, please move it.',
  confirmCancel: 'Yes, please cancel it.',
  joinWaitlist: 'Yes, please.',
  wantWaitlist: 'No, please put me on the waiting list.',
  callBack: 'Yes, please.',
  nothingMore: 'No, thank you, that is all.',
  thanks: 'Thank you, goodbye.',
  switchTo: 'Could we go on in English, please?',
}

function together({ service, also }: Goal): string {
  return [{ service, attendee: null }, ...(also ?? [])]
    .map(one => `${one.service ?? 'one'} for ${one.attendee ?? 'me'}`)
    .join(' and ')
}

function about(service: string | null | undefined): string {
  return service ? ` for ${service}` : ''
}

function by(staff: string | null | undefined): string {
  return staff ? ` with ${staff}` : ''
}

function named({ which_says, which }: Goal): string {
  if (which_says) return `, ${which_says}`
  return which?.service ? `, ${which.service}` : ''
}

function letters(name: string): string[] {
  return [...(name.split(' ').at(-1) ?? '').toUpperCase()]
}

/** "15:00" is "3 pm", "09:30" is "9:30 am". */
function spokenClock(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const half = hour < 12 ? 'am' : 'pm'
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`} ${half}`
}
