import type { Claim, ClaimKind, ClaimPattern, ClaimWords } from './claim.ts'
import { plain, splitClauses, splitSentences } from './split-sentences.ts'
import { english } from './words/english.ts'
import { german } from './words/german.ts'

const LANGUAGES = [german, english]
/** Nobody says more in one breath; what is longer is not worth reading to its end. */
const LONGEST = 4000
/** What else must be in a sentence is looked for so far: it is looked for again for each of its clauses. */
const LONGEST_SENTENCE = 600

type Match = ClaimPattern & { readonly sentence: string }

/**
 * What an utterance of an agent claims to have been done, each kind once, in the order of mention. Both languages are
 * tried, because a model changes to the caller's whenever it likes.
 */
export function findClaims(utterance: string): Claim[] {
  const text = utterance.slice(0, LONGEST)
  const matches = splitSentences(text).flatMap(sentence =>
    LANGUAGES.flatMap(words => matchSentence(sentence, plain(text), words)),
  )
  const claims: Claim[] = []
  for (const match of matches)
    if (!isBeside(match, matches) && !claims.some(claim => claim.kind === match.kind))
      claims.push({ kind: match.kind, sentence: match.sentence })
  return claims
}

function isBeside({ kind, weak }: Match, matches: readonly Match[]): boolean {
  const others = matches.filter(other => other.kind !== kind).map(other => other.kind)
  if (weak === undefined || kind !== 'booked') return false
  return weak === 'done'
    ? others.length > 0
    : others.some(other => other === 'moved' || other === 'waitlisted')
}

function matchSentence(sentence: string, utterance: string, words: ClaimWords): Match[] {
  const clauses = splitClauses(sentence)
  const open = openClauses(clauses, words)
  const asked = /\?\s*$/.test(sentence)
  const lower = plain(sentence)
  const proviso = words.proviso.test(lower)
  const waits = words.contingency.test(lower)
  const begged = clauses.some(clause => words.ifYouLike.test(clause))
  return clauses.flatMap((clause, index) => {
    if (asked && (index === clauses.length - 1 || !words.statement.test(clause))) return []
    const bare = clause.replace(words.harmless, ' ')
    const isOpen = open[index] === true && !proviso
    const isDone = !words.voids.test(bare)
    const holds = {
      promise: !begged && !words.denied.test(bare),
      gone: isOpen,
      done: isOpen && isDone,
      waiting: isDone && (isOpen || (waits && !words.condition.test(clause))),
    }
    const found = words.patterns.filter(
      ({ kind, when, pattern, needs, needsNearby }) =>
        holds[when ?? (kind === 'waitlisted' ? 'waiting' : 'done')] &&
        pattern.test(when === 'gone' ? clause : bare) &&
        (needs?.test(lower.slice(0, LONGEST_SENTENCE)) ?? true) &&
        (needsNearby?.test(utterance) ?? true),
    )
    return explained(found).map(pattern => ({ ...pattern, sentence }))
  })
}

/** Which clauses hang on no condition: a condition takes its own clause with it, and at the beginning the next. */
function openClauses(clauses: readonly string[], words: ClaimWords): boolean[] {
  let hanging = false
  return clauses.map((clause, index) => {
    if (words.condition.test(clause)) {
      hanging = true
      return false
    }
    const first = index === 1 && words.condition.test(clauses[0] ?? '')
    if (hanging && !first && words.statement.test(clause)) hanging = false
    return !hanging
  })
}

/** "Umgebucht" and "auf die Warteliste eingetragen" are no bookings, "abgesagt und freigegeben" one cancellation. */
const EXPLAINS: Readonly<Partial<Record<ClaimKind, readonly ClaimKind[]>>> = {
  waitlisted: ['booked', 'moved'],
  moved: ['booked'],
  cancelled: ['booked'],
  callback: ['booked', 'moved'],
}

function explained(found: readonly ClaimPattern[]): ClaimPattern[] {
  const gone = new Set(found.flatMap(({ kind }) => EXPLAINS[kind] ?? []))
  return found.filter(({ kind }) => !gone.has(kind))
}
