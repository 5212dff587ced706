import type { Slot } from '../tools.ts'
import { type Answers, toolsAnswering } from './fake-tools.ts'
import type { Tools } from './scripted-call.ts'

export const englishSlots: readonly Slot[] = [
  { token: 'slot-tue-10', spoken: 'Tuesday, the twenty-fourth of November, at ten a.m. with Mara' },
  { token: 'slot-tue-1430', spoken: 'Tuesday, the twenty-fourth of November, at two thirty p.m. with Jonas' },
  { token: 'slot-wed-10', spoken: 'Wednesday, the twenty-fifth of November, at ten a.m. with Aylin' },
]

/** A business with free slots, answering in English. */
export function toolsInEnglish(told: Answers = {}): Tools {
  return toolsAnswering({
    answer_question: {
      status: 'answer',
      say: 'Our opening hours are Tuesday to Friday from nine a.m. to six p.m.',
    },
    list_services: {
      status: 'ok',
      say: 'Haarschnitt Herren takes thirty minutes and costs thirty-two euros.',
    },
    find_slots: {
      status: 'free',
      slots: englishSlots,
      requested: false,
      say: `I could offer you ${englishSlots.map(slot => slot.spoken).join('; ')}. Which one suits you?`,
    },
    hold_slot: {
      status: 'held',
      spoken: 'Tuesday, the twenty-fourth of November, at ten a.m.',
      say: 'I am keeping the place free for you.',
    },
    book_appointment: { status: 'booked', reference: 'A-1', spoken: '', say: 'Your appointment is booked.' },
    request_callback: {
      status: 'noted',
      by: '2026-11-23T12:00:00+01:00',
      say: 'I have noted that you will be called back.',
    },
    transfer_call: { status: 'closed', say: 'Nobody is there. Shall somebody call you back?' },
    ...told,
  })
}
