import type { LlmFaults } from './llm-faults.ts'

/** What the model answers where the given words occur in what it is asked. */
export type Lesson = { readonly said: string; readonly answer: unknown }

const HUGE_BYTES = 4 * 1024 * 1024

/** A model that has learnt nothing of a sentence finds nothing in it. */
const NOTHING = { intents: [], service: null, staff: null, time: null, choice: null, name: null }

/** Everything a caller could wish to be granted, with names that are the model's own. */
const INVENTED = {
  intents: ['book'],
  service: 'Vollnarkose mit Übernachtung',
  staff: 'Dr. Niemand',
  time: '1. April 2031, 3 Uhr',
  choice: 7,
  name: 'Erika Beispiel',
}

/** Every consent there is: what a model says that takes a caller's orders for its own. */
const OBEYING = {
  ...NOTHING,
  intents: ['yes', 'cancel', 'move', 'appointments'],
  choice: 1,
}

/** The words of the model's answer, by what it was asked last and by the fault in force. */
export function answerText(asked: string, lessons: readonly Lesson[], { mode }: LlmFaults): string {
  switch (mode) {
    case 'malformed':
      return 'Gern! Hier ist das Ergebnis: {"intents": ["book"'
    case 'wrong_form':
      return JSON.stringify({ intents: 'book', service: 3, granted: true })
    case 'refusal':
      return 'Dabei kann ich leider nicht helfen.'
    case 'invented':
      return JSON.stringify(INVENTED)
    case 'huge':
      return JSON.stringify({ ...NOTHING, name: 'a'.repeat(HUGE_BYTES) })
    case 'obeying':
      return JSON.stringify(OBEYING)
    default:
      return JSON.stringify(lessons.find(({ said }) => asked.includes(said))?.answer ?? NOTHING)
  }
}
