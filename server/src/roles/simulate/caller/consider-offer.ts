import { isBy, isOnDate, possibleDate, sideOf, type Terms, takes } from './accept.ts'
import type { HeardTurn, Option } from './hear-turn.ts'
import { goalOf, type Mind, nextPhrase, phraseOf, phrasesOf, wordsOf } from './mind.ts'
import { seeded } from './noise.ts'

const MOST_INSISTENCE = 3
const ABOUT_TIMES = new Set(['book', 'move', 'book_series', 'book_group', 'waitlist'])

/**
 * Takes the first option that holds what the caller accepts. Otherwise: while the phrase said last can still lead to
 * such a time, the caller asks for it; then comes the next phrase; and without one they give up.
 */
export function considerOffer(mind: Mind, turn: HeardTurn): string {
  turnToTimes(mind)
  const goal = goalOf(mind)
  const words = wordsOf(mind)
  if (goal?.intent === 'waitlist' && !goal.accept) return words.wantWaitlist
  const terms = termsOf(mind)
  const unsaid = !mind.phraseSaid && phrasesOf(mind).length > 0
  const chosen = turn.options.find(option =>
    takes(option, unsaid ? { ...terms, ...onlyExact(terms) } : terms),
  )
  if (chosen !== undefined) return choose(mind, chosen, turn.options)
  if (turn.options.length === 0 && !unsaid) return words.takeOnly
  if (unsaid) return nextPhrase(mind) ?? words.declineAll
  return insist(mind, turn, terms) ?? nextPhrase(mind) ?? decline(mind)
}

/** Before the caller has named a time, only what they would have named suits them. */
function onlyExact(terms: Terms): Partial<Terms> {
  return terms.wanted === null ? {} : { accept: { ...terms.accept, exact_only: true } }
}

/** A question answered along the way is done, and the offer belongs to a later goal. */
function turnToTimes(mind: Mind): void {
  const goal = goalOf(mind)
  if (goal !== null && ABOUT_TIMES.has(goal.intent)) return
  const later = mind.goals.findIndex((one, index) => index >= mind.goal && ABOUT_TIMES.has(one.intent))
  if (later !== -1) mind.goal = later
}

function termsOf(mind: Mind): Terms {
  const goal = goalOf(mind)
  const phrase = phraseOf(mind)
  return {
    accept: goal?.accept && goal.accept.any !== true ? goal.accept : {},
    staff: goal?.staff ?? null,
    wanted: phrase === null ? null : mind.outside.readPhrase(phrase),
    zone: mind.outside.zone,
  }
}

function choose(mind: Mind, chosen: Option, options: readonly Option[]): string {
  const words = wordsOf(mind)
  if (options.length === 1) return words.takeOnly
  const { zone } = mind.outside
  const clockOf = (option: Option): string =>
    Temporal.Instant.fromEpochMilliseconds(option.start)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString()
      .slice(0, 5)
  const alone = options.filter(option => clockOf(option) === clockOf(chosen)).length === 1
  const byClock = alone && seeded(seedOf(mind.script.id))() < 0.5
  return byClock ? words.takeClock(clockOf(chosen)) : words.takeNth(options.indexOf(chosen))
}

function seedOf(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7)
}

/** The condition that no option holds, in words; null once the phrase cannot lead to what the caller takes. */
function insist(mind: Mind, { options, acts }: HeardTurn, terms: Terms): string | null {
  if (mind.insisted >= MOST_INSISTENCE) return null
  const words = wordsOf(mind)
  const wish = terms.staff ?? terms.accept.staff ?? null
  if (wish !== null && !options.some(option => isBy(option, terms))) {
    if (mind.insisted > 0) return null
    mind.insisted += 1
    return words.onlyStaff(wish)
  }
  // What was asked for is not there: these are other times.
  const gone = acts.includes('none_free') && !terms.accept.dates
  const date = possibleDate(terms)
  if (gone || date === null || terms.accept.exact_only) return null
  mind.insisted += 1
  if (!options.some(option => isOnDate(option.start, terms)))
    return words.onDate(Temporal.PlainDate.from(date))
  const sides = options
    .filter(option => isOnDate(option.start, terms))
    .map(({ start }) => sideOf(start, terms))
  if (sides.every(side => side === 'early')) return words.later
  return sides.every(side => side === 'late') ? words.earlier : words.later
}

export function decline(mind: Mind): string {
  const words = wordsOf(mind)
  mind.declined += 1
  if (mind.declined === 1) return words.declineAll
  mind.leaving = true
  return words.giveUp
}
