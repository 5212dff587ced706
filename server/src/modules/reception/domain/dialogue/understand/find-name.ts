import type { Catalogue } from '../catalogue.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { findNamedLetters, findSpelledName, withSpelled } from './find-spelled-name.ts'
import type { FindTime } from './find-time.ts'
import { fold, type Heard, hear, type Span, without, wordsAt } from './hear.ts'
import { type Phrases, spansOf } from './phrase-pattern.ts'
import { isNameWord, refuseName } from './refuse-name.ts'
import type { HeardName, NameSource } from './understanding.ts'

type Around = { readonly catalogue: Catalogue; readonly lexicon: Lexicon; readonly findTime: FindTime }

type Found = { readonly name: HeardName; readonly spans: readonly Span[] }

/** A name the caller announces as their own, at whatever moment: "mein Name ist …", "… am Apparat". */
export function findAnnouncedName(heard: Heard, around: Around): Found | null {
  const { names } = around.lexicon
  const strong = spansOf(names.announcements, heard.folded).map(([, end]) => ({ from: end, fewestWords: 1 }))
  const weak = spansOf(names.weakAnnouncements, heard.folded).map(([, end]) => ({
    from: end,
    fewestWords: 2,
  }))
  for (const { from, fewestWords } of [...strong, ...weak]) {
    const spans = fullNameAfter(heard, from, around.lexicon)
    const span = spans.at(-1)
    if (span === undefined) continue
    const words = wordsAt(heard, span).split(/\s+/)
    const convincing =
      fewestWords === 1 || (words.length >= fewestWords && words.every(isCapitalised(around.lexicon)))
    if (convincing) return { ...judged(heard, [span], { ...around, source: 'announced' }), spans }
  }
  for (const [start] of spansOf(names.after, heard.folded)) {
    const found = nameInClause(heard, start, around)
    if (found) return found
  }
  return null
}

/** The name in an answer to the question for it, among the words people put around it; spelling settles the rest. */
export function findAnsweredName(heard: Heard, around: Around): Found | null {
  const { names } = around.lexicon
  const both = firstAndLast(heard, around)
  if (both !== null) return both
  const named = findNamedLetters(heard, names)
  if (named !== null) return withNamedLetters(heard, named, around)
  const spelled = findSpelledName(heard, names)
  const unspelled = without(heard, spelled === null ? [] : [spelled.span])
  const bare = withoutEdges(unspelled, names.surroundings)
  const clauses = clausesOf(bare).filter(span => /\p{L}/u.test(wordsAt(bare, span)))
  if (spelled !== null) return asSpelled(bare, spelled, { ...around, clauses })
  const refused: HeardName[] = []
  for (const spans of orderings(bare, clauses)) {
    const found = judged(bare, spans, { ...around, source: 'answered' })
    if (found.name.kind === 'heard') return found
    if (found.name.why !== 'malformed') refused.push(found.name)
  }
  const [first] = refused
  return first === undefined ? null : { name: first, spans: clauses }
}

function firstAndLast(heard: Heard, around: Around): Found | null {
  for (const pattern of around.lexicon.names.firstAndLast) {
    const { first, last } = pattern.exec(heard.text)?.groups ?? {}
    const value = tidy(`${first} ${last}`, around.lexicon)
    if (first === undefined || last === undefined || refuseName(value, around) !== null) continue
    return { name: { kind: 'heard', value, source: 'answered' }, spans: [[0, heard.folded.length]] }
  }
  return null
}

function withNamedLetters(
  heard: Heard,
  { span, apply }: NonNullable<ReturnType<typeof findNamedLetters>>,
  around: Around,
): Found | null {
  const found = findAnsweredName(without(heard, [span]), around)
  if (found?.name.kind !== 'heard') return found
  return {
    name: { ...found.name, value: apply(found.name.value), source: 'spelled' },
    spans: [...found.spans, span],
  }
}

/** Blanks phrases at the beginning and the end of a clause; "der" inside "von der Heide" is part of the name. */
function withoutEdges(heard: Heard, surroundings: Phrases): Heard {
  const spans = spansOf(surroundings, heard.folded)
  const leading = spans.reduce(
    (rest, span) =>
      /(?:^|[,;:!?])\P{L}*$/u.test(rest.folded.slice(0, span[0])) ? without(rest, [span]) : rest,
    heard,
  )
  return spans.reduceRight(
    (rest, span) =>
      /^\P{L}*?(?:$|[,;:!?.])/u.test(rest.folded.slice(span[1])) ? without(rest, [span]) : rest,
    leading,
  )
}

function asSpelled(
  heard: Heard,
  spelled: { readonly word: string; readonly span: Span },
  around: Around & { readonly clauses: readonly Span[] },
): Found {
  const said = orderings(heard, around.clauses)
    .map(spans => judged(heard, spans, { ...around, source: 'answered' }).name)
    .find(name => name.kind === 'heard')
  const { name: whole, fits } = withSpelled(said?.value ?? '', spelled.word)
  const value = tidy(whole, around.lexicon)
  const why = refuseName(value, around)
  const source = fits === 'yes' ? 'spelled' : 'spelled_anew'
  const name: HeardName = why === null ? { kind: 'heard', value, source } : { kind: 'refused', value, why }
  return { name, spans: [...around.clauses, spelled.span] }
}

/** A name left over in a sentence that says everything at once: "Herrenschnitt morgen um zehn, Petra Lindner". */
export function findLeftOverName(rest: Heard, around: Around): Found | null {
  for (const span of clausesOf(rest).reverse()) {
    const words = wordsAt(rest, span).trim().split(/\s+/)
    if (words.length < 2 || words.length > 3 || !words.every(isCapitalised(around.lexicon))) continue
    const found = judged(rest, [span], { ...around, source: 'left_over' })
    if (found.name.kind === 'heard') return found
  }
  return null
}

function judged(
  heard: Heard,
  spans: readonly Span[],
  around: Around & { readonly source: NameSource },
): Found {
  const value = tidy(spans.map(span => wordsAt(heard, span)).join(' '), around.lexicon)
  const why = refuseName(value, around)
  return {
    name: why === null ? { kind: 'heard', value, source: around.source } : { kind: 'refused', value, why },
    spans,
  }
}

/** "Lindner, Petra Lindner" gives the full name after the surname; "Lindner, Petra" gives the surname first. */
function orderings(heard: Heard, clauses: readonly Span[]): (readonly Span[])[] {
  const [first, second] = clauses
  const singles = clauses.map(span => [span])
  if (first === undefined || second === undefined) return singles
  const surname = fold(wordsAt(heard, first)).trim()
  const next = fold(wordsAt(heard, second)).trim()
  if (/\s/.test(surname)) return singles
  if (next.endsWith(surname)) return [[second], ...singles]
  return /^[\p{L}-]+$/u.test(next) ? [[second, first], ...singles] : singles
}

function clausesOf(heard: Heard): Span[] {
  return [...heard.folded.matchAll(CLAUSE)].map(match => [
    match.index,
    match.index + match[0].replace(/[.\s]+$/, '').length,
  ])
}

/** A full stop ends a clause too, unless it belongs to a title or an initial: "Spät. Arnd Spät". */
const CLAUSE = /(?:[^,;:!?.]|(?<=(?:^|[^a-z])(?:[a-z]|dr|st|prof))\.|\.(?=\S))+\.?/g

/** The name that follows, and behind it the same in full: "auf Schmidt, Anna Schmidt". */
function fullNameAfter(heard: Heard, from: number, lexicon: Lexicon): Span[] {
  const name = nameAfter(heard, from, lexicon)
  if (name === null) return []
  const comma = /^\s*,/.exec(heard.folded.slice(name[1]))?.[0]
  const full = comma === undefined ? null : nameAfter(heard, name[1] + comma.length, lexicon)
  const surname = heard.folded.slice(...name)
  return full !== null && heard.folded.slice(...full).endsWith(` ${surname}`) ? [name, full] : [name]
}

function nameAfter(heard: Heard, from: number, lexicon: Lexicon): Span | null {
  const following = heard.folded.slice(from)
  let reached = 0
  let end = 0
  for (const match of following.matchAll(/[ .]*([^\s,;:!?]+)/g)) {
    const word = match[1] ?? ''
    const bare = word.replace(/\.$/, '')
    const isName = isNameWord(bare, lexicon)
    if (match.index !== reached || !(isName || lexicon.names.particles.has(word))) break
    reached += match[0].length
    if (isName) end = reached
    if (word !== bare && !lexicon.names.titles.has(bare)) break
  }
  const start = following.search(/[^ .]/)
  return end > start && start !== -1 ? [from + start, from + end] : null
}

function nameInClause(heard: Heard, before: number, around: Around): Found | null {
  const span = clausesOf(hear(heard.text.slice(0, heard.at[before]))).at(-1)
  if (span === undefined || !/\p{L}/u.test(wordsAt(heard, span))) return null
  const found = judged(heard, [span], { ...around, source: 'announced' })
  return found.name.kind === 'heard' ? found : null
}

function isCapitalised(lexicon: Lexicon): (word: string) => boolean {
  return word => /^\p{Lu}/u.test(word) || lexicon.names.particles.has(word)
}

function tidy(name: string, lexicon: Lexicon): string {
  return name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(lexicon.names.articles, '')
    .split(' ')
    .map(word => (lexicon.names.particles.has(word.toLowerCase()) ? word.toLowerCase() : capitalised(word)))
    .join(' ')
}

export function capitalised(word: string): string {
  if (word !== word.toLowerCase() && word !== word.toUpperCase()) return word
  return word.toLowerCase().replace(/(?<=^|[-'’])\p{L}/gu, letter => letter.toUpperCase())
}
