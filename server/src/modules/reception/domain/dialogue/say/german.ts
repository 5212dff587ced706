import { spokenList } from '../../speech/spoken-list.ts'
import { spokenCardinal } from '../../speech/spoken-number.ts'
import { spokenPhone } from '../../speech/spoken-phone.ts'
import type { ActFacts, Phrasebook } from './phrases.ts'
import { letters, spellEmail } from './spell-out.ts'

export const german: Phrasebook = {
  acts: {
    greet: ({ business }) => `Guten Tag, hier ist ${business}.`,
    disclose: () => 'Sie sprechen mit der digitalen Assistentin, einer KI.',
    ask_intent: ({ why }) =>
      ({
        first: 'Was kann ich für Sie tun?',
        again: 'Gern. Worum geht es?',
        correction: 'Was darf ich ändern: die Leistung, die Zeit oder den Namen?',
        new_or_existing: 'Möchten Sie einen neuen Termin, oder geht es um einen, den Sie schon haben?',
        change: 'Möchten Sie Ihren Termin verschieben oder absagen?',
      })[why],
    ask_service: () => 'Um welche Leistung geht es?',
    clarify_service: ({ options, certain }) =>
      certain === 'yes' ? `Was davon darf es sein: ${either(options)}?` : `Meinen Sie ${either(options)}?`,
    ask_day: ({ why }) =>
      ({
        first: 'Wann passt es Ihnen?',
        declined: 'Kein Problem. Wann würde es Ihnen besser passen?',
      })[why],
    offer: ({ which }) => `Welchen Termin meinen Sie: ${which.join('; oder ')}?`,
    ask_other_staff: () => 'Darf es auch jemand anderes sein?',
    ask_name: ({ why }) =>
      ({
        first: 'Auf welchen Namen darf ich den Termin schreiben?',
        callback: 'Wie ist Ihr Name?',
        refused: 'Nennen Sie mir bitte Ihren Vor- und Nachnamen.',
        needed: 'Für den Termin brauche ich einen Namen. Wie heißen Sie?',
      })[why],
    ask_attendee: ({ who }) =>
      ({
        instead: 'Wie heißt die Person, für die der Termin ist?',
        along: 'Wie heißt die Person, die mitkommt, mit Vor- und Nachnamen?',
      })[who],
    ask_note: ({ note }) => `Können Sie mir noch sagen: ${note}? Wenn nicht, geht es auch ohne.`,
    ask_email: ({ why }) =>
      ({
        wanted: 'Möchten Sie eine Bestätigung per E-Mail? Dann nennen Sie mir bitte Ihre Adresse.',
        address: 'Wie lautet Ihre E-Mail-Adresse?',
      })[why],
    ask_phone: ({ why }) =>
      ({
        booking:
          'Ihre Nummer wird nicht angezeigt. Unter welcher Nummer erreichen wir Sie, falls etwas dazwischenkommt?',
        callback: 'Unter welcher Nummer erreichen wir Sie?',
        number: 'Wie lautet Ihre Telefonnummer?',
      })[why],
    spell_name: () => 'Können Sie mir Ihren Nachnamen bitte buchstabieren?',
    confirm_name: ({ name }) => `Ich habe ${name} verstanden, geschrieben ${letters(name)}. Stimmt das?`,
    confirm_phone: ({ phone }) => `Ich habe die Nummer ${spokenPhone(phone, 'de')} verstanden. Stimmt das?`,
    confirm_email: ({ email }) => `Ich habe ${spellEmail(email, emailSigns)} verstanden. Stimmt das?`,
    confirm_booking: ({ email, ...booking }) =>
      `Ich fasse zusammen: ${summary(booking)}.${
        email === null ? '' : ` Die Bestätigung geht an ${spellEmail(email, emailSigns)}.`
      } Soll ich das so buchen?`,
    ask_which: ({ which }) => `Welchen Ihrer Termine meinen Sie: ${which.join('; oder ')}?`,
    confirm_cancel: ({ service, slot }) => `Es geht um ${service}, ${slot}. Soll ich diesen Termin absagen?`,
    confirm_move: ({ service, from, to }) =>
      `Bisher: ${service}, ${from}. Neu: ${to}. Soll ich das so ändern?`,
    ask_waitlist: () => 'Möchten Sie für Ihre Wunschzeit auf die Warteliste?',
    ask_code: () =>
      'Bitte nennen Sie mir, wonach ich gefragt habe: den Code aus der E-Mail oder Ihr Geburtsdatum.',
    ask_anything_else: () => 'Kann ich sonst noch etwas für Sie tun?',
    offer_callback: ({ why }) =>
      ({
        lost: 'Soll Sie jemand aus dem Team zurückrufen?',
        not_here: 'Das kann ich hier am Telefon nicht selbst tun. Soll Sie jemand aus dem Team zurückrufen?',
        person: 'Durchstellen kann ich Sie leider nicht. Soll Sie jemand aus dem Team zurückrufen?',
        unknown: 'Das kann ich Ihnen leider nicht sagen. Soll Sie jemand aus dem Team zurückrufen?',
      })[why],
    apologise: ({ why }) =>
      ({
        misunderstood: 'Das habe ich leider nicht verstanden.',
        again: 'Entschuldigung, ich verstehe Sie leider schlecht.',
        gone: 'Das ist gerade vergeben worden.',
        without: 'Das verstehe ich leider nicht richtig, es geht auch ohne.',
        no_callback: 'Ohne Nummer kann Sie leider niemand zurückrufen.',
      })[why],
    emergency: () =>
      'Wenn es um Leben oder Tod geht, legen Sie bitte auf und wählen Sie sofort die 112. Wenn es nicht lebensbedrohlich ist und die Praxis geschlossen hat, hilft der ärztliche Bereitschaftsdienst unter 116117.',
    hold_on: () => 'Natürlich, ich warte.',
    remind: () => 'Sind Sie noch dran?',
    goodbye: ({ why }) =>
      ({
        done: 'Vielen Dank für Ihren Anruf. Auf Wiederhören!',
        unfinished:
          'Gut, dann bleibt diese Anfrage ohne Termin. Vielen Dank für Ihren Anruf, auf Wiederhören!',
        silence: 'Ich höre Sie leider nicht mehr. Rufen Sie gern wieder an. Auf Wiederhören!',
      })[why],
  },
  callbackReason: ({ spoken, service, when, said }) =>
    [
      spoken === 'en' && 'Spricht Englisch',
      service && `Leistung: ${service}`,
      when && `Wunschzeit: ${when}`,
      said && `Gesagt: „${said}“`,
    ]
      .filter(part => typeof part === 'string' && part !== '')
      .join('; ') || 'Rückruf gewünscht',
}

const emailSigns: Readonly<Record<string, string>> = {
  '@': 'ät',
  '.': 'Punkt',
  '-': 'Bindestrich',
  _: 'Unterstrich',
  '+': 'Plus',
}

function either(options: readonly string[]): string {
  const last = options.at(-1) ?? ''
  return options.length < 2 ? last : `${options.slice(0, -1).join(', ')} oder ${last}`
}

function summary({ service, name, slot, along, times }: Omit<ActFacts['confirm_booking'], 'email'>): string {
  if (times > 1)
    return `${service}, ${spokenCardinal(times, 'de')} Termine, Beginn ${slot}, auf den Namen ${name}`
  if (along.length === 0) return `${service}, ${slot}, auf den Namen ${name}`
  const parts = [{ service, name }, ...along].map(part => `${part.service} für ${part.name}`)
  return `${spokenList(parts, 'de', 'and')}, nacheinander, Beginn ${slot}`
}
