import { spokenList } from '../../speech/spoken-list.ts'
import { spokenCardinal } from '../../speech/spoken-number.ts'
import { spokenPhone } from '../../speech/spoken-phone.ts'
import type { ActFacts, Phrasebook } from './phrases.ts'
import { letters, spellEmail } from './spell-out.ts'

export const english: Phrasebook = {
  acts: {
    greet: ({ business }) => `Hello, this is ${business}.`,
    disclose: () => 'You are speaking with the digital assistant, an AI.',
    ask_intent: ({ why }) =>
      ({
        first: 'What can I do for you?',
        again: 'Of course. What is it about?',
        correction: 'What may I change: the service, the time or the name?',
        new_or_existing: 'Would you like a new appointment, or is it about one you already have?',
        change: 'Would you like to move your appointment or cancel it?',
      })[why],
    ask_service: () => 'Which service would you like?',
    clarify_service: ({ options, certain }) =>
      certain === 'yes'
        ? `Which of these would you like: ${either(options)}?`
        : `Do you mean ${either(options)}?`,
    ask_day: ({ why }) =>
      ({
        first: 'When would suit you?',
        declined: 'No problem. When would suit you better?',
      })[why],
    offer: ({ which }) => `Which appointment do you mean: ${which.join('; or ')}?`,
    ask_other_staff: () => 'May it be somebody else?',
    ask_name: ({ why }) =>
      ({
        first: 'Under which name may I put the appointment?',
        callback: 'What is your name?',
        refused: 'Please tell me your first and last name.',
        needed: 'I need a name for the appointment. What is yours?',
      })[why],
    ask_attendee: ({ who }) =>
      ({
        instead: 'What is the name of the person the appointment is for?',
        along: 'What is the first and last name of the person who comes along?',
      })[who],
    ask_note: ({ note }) => `Could you also tell me: ${note}? If not, that is fine too.`,
    ask_email: ({ why }) =>
      ({
        wanted: 'Would you like a confirmation by e-mail? Then please tell me your address.',
        address: 'What is your e-mail address?',
      })[why],
    ask_phone: ({ why }) =>
      ({
        booking: 'Your number is not shown. Which number can we reach you on if something comes up?',
        callback: 'Which number can we reach you on?',
        number: 'What is your phone number?',
      })[why],
    spell_name: () => 'Could you spell your last name for me, please?',
    confirm_name: ({ name }) => `I heard ${name}, spelled ${letters(name)}. Is that right?`,
    confirm_phone: ({ phone }) => `I heard the number ${spokenPhone(phone, 'en')}. Is that right?`,
    confirm_email: ({ email }) => `I heard ${spellEmail(email, emailSigns)}. Is that right?`,
    confirm_booking: ({ email, ...booking }) =>
      `Let me sum up: ${summary(booking)}.${
        email === null ? '' : ` The confirmation goes to ${spellEmail(email, emailSigns)}.`
      } Shall I book that?`,
    ask_which: ({ which }) => `Which of your appointments do you mean: ${which.join('; or ')}?`,
    confirm_cancel: ({ service, slot }) =>
      `This is about ${service}, ${slot}. Shall I cancel this appointment?`,
    confirm_move: ({ service, from, to }) =>
      `So far: ${service}, ${from}. New: ${to}. Shall I change it to that?`,
    ask_waitlist: () => 'Shall I add you to the waiting list for the time you wanted?',
    ask_code: () => 'Please tell me what I asked for: the code from the e-mail, or your date of birth.',
    ask_anything_else: () => 'Is there anything else I can do for you?',
    offer_callback: ({ why }) =>
      ({
        lost: 'Shall somebody from the team call you back?',
        not_here: 'I cannot do that myself on the phone. Shall somebody from the team call you back?',
        person: 'I am afraid I cannot put you through. Shall somebody from the team call you back?',
        unknown: 'I am afraid I cannot tell you that. Shall somebody from the team call you back?',
      })[why],
    apologise: ({ why }) =>
      ({
        misunderstood: 'I am afraid I did not understand that.',
        again: 'I am sorry, I can hardly understand you.',
        gone: 'That has just been taken.',
        without: 'I am afraid I do not get that right; it works without.',
        no_callback: 'Without a number nobody can call you back, I am afraid.',
      })[why],
    emergency: () =>
      'If it is a matter of life and death, please hang up and dial 112 at once. If it is not life-threatening and the practice is closed, the doctor on call will help you on 116117.',
    hold_on: () => 'Of course, take your time.',
    remind: () => 'Are you still there?',
    goodbye: ({ why }) =>
      ({
        done: 'Thank you for calling. Goodbye!',
        unfinished:
          'All right, then this request stays without an appointment. Thank you for calling, goodbye!',
        silence: 'I am afraid I cannot hear you any more. Please call again. Goodbye!',
      })[why],
  },
  callbackReason: ({ spoken, service, when, said }) =>
    [
      spoken === 'de' && 'Caller speaks German',
      service && `service: ${service}`,
      when && `wanted time: ${when}`,
      said && `said: “${said}”`,
    ]
      .filter(part => typeof part === 'string' && part !== '')
      .join('; ') || 'Callback wanted',
}

const emailSigns: Readonly<Record<string, string>> = {
  '@': 'at',
  '.': 'dot',
  '-': 'hyphen',
  _: 'underscore',
  '+': 'plus',
}

function either(options: readonly string[]): string {
  const last = options.at(-1) ?? ''
  return options.length < 2 ? last : `${options.slice(0, -1).join(', ')} or ${last}`
}

function summary({ service, name, slot, along, times }: Omit<ActFacts['confirm_booking'], 'email'>): string {
  if (times > 1)
    return `${service}, ${spokenCardinal(times, 'en')} appointments, beginning ${slot}, under the name ${name}`
  if (along.length === 0) return `${service}, ${slot}, under the name ${name}`
  const parts = [{ service, name }, ...along].map(part => `${part.service} for ${part.name}`)
  return `${spokenList(parts, 'en', 'and')}, one after the other, beginning ${slot}`
}
