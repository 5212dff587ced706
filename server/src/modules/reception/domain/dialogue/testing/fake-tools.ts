import type { CallTool, Slot, ToolAnswers, ToolName } from '../tools.ts'
import type { Tools } from './scripted-call.ts'

export type Answers = { readonly [Name in ToolName]?: ToolAnswers[Name] | readonly ToolAnswers[Name][] }

export const slots: readonly Slot[] = [
  { token: 'slot-tue-10', spoken: 'Dienstag, den vierundzwanzigsten November, um zehn Uhr bei Mara' },
  {
    token: 'slot-tue-1430',
    spoken: 'Dienstag, den vierundzwanzigsten November, um vierzehn Uhr dreißig bei Jonas',
  },
  { token: 'slot-wed-10', spoken: 'Mittwoch, den fünfundzwanzigsten November, um zehn Uhr bei Aylin' },
]

export const laterSlot: Slot = {
  token: 'slot-thu-16',
  spoken: 'Donnerstag, den sechsundzwanzigsten November, um sechzehn Uhr bei Mara',
}

const usual: { readonly [Name in ToolName]: ToolAnswers[Name] } = {
  my_appointments: {
    status: 'ok',
    say: 'Sie haben einen Termin.',
    appointments: [{ reference: 'K7M4QX2', service: 'Färben', spoken: slots[2]?.spoken ?? '' }],
  },
  move_appointment: { status: 'moved', say: 'Ihr Termin ist verlegt.' },
  cancel_appointment: { status: 'cancelled', say: 'Ihr Termin ist abgesagt.' },
  send_code: { status: 'sent', say: 'Ich habe Ihnen einen Code geschickt. Wie lautet er?' },
  verify_code: { status: 'verified', say: 'Danke, das stimmt.' },
  answer_question: {
    status: 'answer',
    say: 'Wir haben dienstags bis freitags von neun bis achtzehn Uhr geöffnet.',
  },
  list_services: { status: 'ok', say: 'Haarschnitt Herren kostet zweiunddreißig Euro.' },
  find_slots: {
    status: 'free',
    slots,
    requested: false,
    say: `Ich habe ${slots.map(slot => slot.spoken).join('; ')}. Was passt Ihnen?`,
  },
  hold_slot: { status: 'held', say: 'Den Platz halte ich kurz für Sie.', spoken: slots[0]?.spoken ?? '' },
  book_appointment: {
    status: 'booked',
    reference: 'A-1',
    spoken: slots[0]?.spoken ?? '',
    say: 'Ihr Termin ist gebucht.',
  },
  book_group: {
    status: 'free',
    visits: [
      {
        tokens: ['visit-1', 'visit-2'],
        spoken: slots[0]?.spoken ?? '',
        services: ['Kinderhaarschnitt', 'Haarschnitt Damen'],
      },
    ],
    say: 'Passt Ihnen das?',
  },
  book_series: {
    status: 'free',
    count: 6,
    first: slots[0]?.spoken ?? '',
    say: 'Föhnen, sechs Termine. Soll ich sie so eintragen?',
  },
  request_callback: {
    status: 'noted',
    by: '2026-11-23T12:00:00+01:00',
    say: 'Wir rufen Sie bis Montagmittag zurück.',
  },
  join_waitlist: { status: 'joined', say: 'Sie stehen jetzt auf der Warteliste.' },
  record_wish: { status: 'noted', say: 'Ich habe Ihren Wunsch notiert.' },
  transfer_call: { status: 'closed', say: 'Gerade ist niemand da. Soll Sie jemand zurückrufen?' },
}

/** Answers as told, a list one after the other, and otherwise as a business with free slots would. */
export function toolsAnswering(told: Answers = {}): Tools {
  const asked = new Map<ToolName, number>()
  return ({ name }: CallTool) => {
    const answers = told[name]
    if (answers === undefined) return usual[name]
    if (!isList(answers)) return answers
    const turn = asked.get(name) ?? 0
    asked.set(name, turn + 1)
    return answers[turn] ?? usual[name]
  }
}

type Answer = ToolAnswers[ToolName]

function isList(answers: Answer | readonly Answer[]): answers is readonly Answer[] {
  return Array.isArray(answers)
}
