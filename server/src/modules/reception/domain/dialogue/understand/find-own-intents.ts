import type { Lexicon, OwnWords } from '../words/lexicon.ts'
import type { Span } from './hear.ts'
import { says, spansOf } from './phrase-pattern.ts'
import type { Intent } from './understanding.ts'

const tasks: readonly Intent[] = [
  'move',
  'cancel',
  'cannot_come',
  'appointments',
  'callback',
  'human',
  'waitlist',
]
const courtesies = ['no', 'thanks', 'goodbye'] as const
const aboutTheBusiness: readonly Intent[] = [
  'question_hours',
  'question_price',
  'question_duration',
  'question_services',
  'question_staff',
  'question_presence',
]

/**
 * What somebody wants with an appointment they have, where no set phrase says it: "mein Termin" and "nach hinten"
 * stand anywhere in the sentence. Only what comes at the beginning of a subject is read like this; in answer to a
 * question the same words turn down an offer. `service` says where one was named; it is asked where that matters.
 */
export function findOwnIntents(
  said: readonly Intent[],
  folded: string,
  { lexicon, service }: { lexicon: Lexicon; service: () => Span | null },
): readonly Intent[] {
  if (said.some(intent => tasks.includes(intent))) return []
  const { appointment, has, anew, move, cancel, insteadOf } = lexicon.own
  const speaksOfIt = has.test(folded) || (says(appointment, folded) && !says(anew, folded))
  const own: readonly Intent[] = speaksOfIt ? ['own_appointment'] : []
  const courteous = isCourteous(said, folded, lexicon)
  if (says(cancel, folded) && !courteous) return [...own, 'cancel']
  if (says(insteadOf, folded)) return [...own, 'move']
  if (asksAgain(said, folded, lexicon.own)) return [...own, 'appointments']
  if (own.length === 0)
    return [
      ...(isKnown(folded, service, lexicon.own) ? ['perhaps_own' as const] : []),
      ...perhaps(folded, lexicon),
    ]
  if (says(move, folded) || says(lexicon.times.shifts, folded)) return [...own, 'move']
  const task = unnamedTask(folded, lexicon.own, courteous)
  return [...own, ...(task.length > 0 ? task : perhaps(folded, lexicon))]
}

/** What everyday words mean from somebody who has an appointment; who has none says something else with them. */
function perhaps(folded: string, { own, times }: Lexicon): readonly Intent[] {
  const { move, cancel, hear, cannot, mine } = own.perhaps
  const found: Intent[] = []
  if (says(move, folded) || says(times.shifts, folded)) found.push('perhaps_move')
  if (says(cancel, folded)) found.push('perhaps_cancel')
  if (says(hear, folded) && (says(own.appointment, folded) || says(mine, folded))) found.push('perhaps_hear')
  if (says(cannot, folded)) found.push('perhaps_cannot')
  return found
}

/** "Nein danke, nicht mehr" leaves; the no of "no need for the inspection" is none. */
function isCourteous(said: readonly Intent[], folded: string, { intents, own }: Lexicon): boolean {
  const courtesy = courtesies.filter(intent => said.includes(intent))
  const rest = spansOf(own.cancel, folded).reduce(
    (text, [start, end]) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    folded,
  )
  return courtesy.some(intent => says(intents[intent], rest))
}

/** "Wann war das gleich noch mal?" asks for what was arranged, unless it is about the business itself. */
function asksAgain(said: readonly Intent[], folded: string, { recall, anew }: OwnWords): boolean {
  if (said.some(intent => aboutTheBusiness.includes(intent))) return false
  return says(recall, folded) && !says(anew, folded)
}

function unnamedTask(folded: string, { hear, needless }: OwnWords, courteous: boolean): readonly Intent[] {
  if (says(hear, folded)) return ['appointments']
  return says(needless, folded) && !courteous ? ['cancel'] : []
}

/** "Die Inspektion am Donnerstag", "Färben wird nichts": said of a service that has been spoken of before. */
function isKnown(
  folded: string,
  service: () => Span | null,
  { definite, known, indefinite }: OwnWords,
): boolean {
  if (says(known, folded)) {
    const named = service()
    // "Einen Damenschnitt, Donnerstag kann ich nicht" speaks of none that there is.
    return named !== null && !indefinite.test(folded.slice(0, named[0]))
  }
  const definites = spansOf(definite, folded)
  const named = definites.length === 0 ? null : service()
  if (named === null) return false
  return definites.some(
    ([, end]) => end <= named[0] && /^[^a-z0-9]+(?:[a-z]+ )?$/.test(folded.slice(end, named[0])),
  )
}
