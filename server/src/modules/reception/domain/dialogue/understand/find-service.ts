import type { Catalogue } from '../catalogue.ts'
import type { ServiceWords, Stem } from '../words/lexicon.ts'
import { editDistance } from './edit-distance.ts'
import { fold, type Heard, type Span, without, wordsAt } from './hear.ts'
import { type Phrases, phrases, says, spansOf } from './phrase-pattern.ts'
import type { HeardService } from './understanding.ts'

type Found = { readonly service: HeardService; readonly spans: readonly Span[] }

type Pool = readonly {
  readonly name: string
  readonly terms: readonly string[]
  readonly fullNames: Phrases | null
}[]

/**
 * The services the caller may mean: first by a full name or synonym, then by a part of one ("schneiden"), last by
 * likeness. `clarifying` are the services just asked about, empty where all were: among a few a word for a person is
 * answer enough, among all one that a single service bears in its name ("Herren"). Null where none was asked.
 */
export function findService(
  said: Heard,
  catalogue: Catalogue,
  { words, clarifying }: { words: ServiceWords; clarifying: readonly string[] | null },
): Found | null {
  const heard = withoutDenied(said, words)
  const all = poolOf(catalogue)
  const asked = all.filter(service => clarifying?.includes(service.name))
  return (
    byFullName(heard, all) ??
    (asked.length > 0 ? byPart(heard, asked, [...words.stems, ...words.persons], words) : null) ??
    byPart(heard, all, words.stems, words) ??
    byLikeness(heard, all, words) ??
    byHint(heard, all, words) ??
    (clarifying === null ? null : byPersonInName(heard, all, words))
  )
}

/** "Keine Farbe" is not meant: the word behind a denial is passed over. */
function withoutDenied(heard: Heard, { denials }: ServiceWords): Heard {
  const denied = spansOf(denials, heard.folded).map(([start, end]): Span => {
    const word = /^\s+[a-z]+/.exec(heard.folded.slice(end))?.[0] ?? ''
    return [start, end + word.length]
  })
  return without(heard, denied)
}

/** What points to a service without naming it is asked back. */
function byHint(heard: Heard, pool: Pool, words: ServiceWords): Found | null {
  const hinted = saidStems(heard, words.hints)
  const names = hinted.flatMap(({ part }) => namesContaining(pool, part))
  const service = found(
    heard,
    names,
    hinted.map(({ span }) => span),
  )
  return service && { ...service, service: { ...service.service, certain: false } }
}

const pools = new WeakMap<Catalogue, Pool>()

function poolOf(catalogue: Catalogue): Pool {
  const known = pools.get(catalogue)
  if (known) return known
  const pool = catalogue.services.map(({ name, synonyms }) => {
    const terms = [name, ...synonyms].map(plainTerm).filter(term => term !== '')
    return { name, terms, fullNames: terms.length === 0 ? null : phrases(terms.join('|')) }
  })
  pools.set(catalogue, pool)
  return pool
}

/** A name without the signs that mean something in a phrase. */
function plainTerm(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function byFullName(heard: Heard, pool: Pool): Found | null {
  const matches = pool.flatMap(({ name, fullNames }) =>
    fullNames === null ? [] : spansOf(fullNames, heard.folded).map(span => ({ name, span })),
  )
  const longest = matches.filter(({ span }) => !matches.some(other => contains(other.span, span)))
  return found(
    heard,
    longest.map(match => match.name),
    longest.map(match => match.span),
  )
}

function byPart(heard: Heard, pool: Pool, stems: readonly Stem[], words: ServiceWords): Found | null {
  const said = [...saidStems(heard, stems), ...saidWords(heard, words)]
    .map(({ part, span }) => ({ names: namesWith(pool, part), span }))
    .filter(({ names }) => names.length > 0 && names.length <= pool.length)
  const persons = saidStems(heard, words.persons).map(({ part }) => namesWith(pool, part))
  if (said.length === 0) return null
  const narrowed = [...said.map(({ names }) => names), ...persons].reduce(narrow)
  return found(
    heard,
    narrowed,
    said.map(({ span }) => span),
  )
}

function byLikeness(heard: Heard, pool: Pool, words: ServiceWords): Found | null {
  for (const { part, span } of saidWords(heard, words)) {
    const names = pool.filter(({ terms }) =>
      terms.some(term => term.split(/[^a-z0-9]+/).some(word => alike(part, word))),
    )
    const service = found(
      heard,
      names.map(({ name }) => name),
      [span],
    )
    if (service) return { ...service, service: { ...service.service, certain: false } }
  }
  return null
}

function byPersonInName(heard: Heard, pool: Pool, words: ServiceWords): Found | null {
  const spans = saidStems(heard, words.persons).map(({ span }) => span)
  const names = spans
    .map(span => namesContaining(pool, heard.folded.slice(...span)))
    .filter(found => found.length > 0)
  const [only, ...others] = [...new Set(names.flat())]
  return only !== undefined && others.length === 0 ? found(heard, [only], spans) : null
}

function namesContaining(pool: Pool, part: string): string[] {
  return pool.filter(({ terms }) => terms.some(term => term.includes(part))).map(({ name }) => name)
}

function saidStems(heard: Heard, stems: readonly Stem[]): { part: string; span: Span }[] {
  return stems.flatMap(({ spoken, stem }) =>
    spansOf(spoken, heard.folded).map(span => ({ part: stem, span })),
  )
}

const shortestPart = 5

function saidWords(heard: Heard, words: ServiceWords): { part: string; span: Span }[] {
  return [...heard.folded.matchAll(/[a-z0-9]+/g)]
    .filter(([word]) => word.length >= shortestPart && !words.ignored.has(word))
    .filter(([word]) => !words.persons.some(({ spoken }) => says(spoken, word)))
    .map(match => ({ part: match[0], span: [match.index, match.index + match[0].length] }))
}

function namesWith(pool: Pool, said: string): string[] {
  const part = withoutTail(said)
  const containing = namesContaining(pool, part)
  return containing.length > 0 ? containing : composedOf(pool, part).map(({ name }) => name)
}

/** "Kontrolltermin", "Inspektionstermin": the word for an appointment says nothing of which. */
function withoutTail(said: string): string {
  const bare = said.replace(/s?(?:termine?s?|besuch)$/, '')
  return bare.length >= shortestPart ? bare : said
}

/** A compound is read by the words it is made of: "Herrenhaarschnitt" for "Haarschnitt Herren". */
function composedOf(pool: Pool, compound: string): Pool {
  const covered = pool.map(({ terms }) => Math.max(0, ...terms.map(term => lettersCovered(compound, term))))
  const most = Math.max(...covered)
  return most < compound.length / 2 ? [] : pool.filter((_, index) => covered[index] === most)
}

function lettersCovered(compound: string, term: string): number {
  const words = term.split(' ').filter(word => word.length >= shortestPart && compound.includes(word))
  return words.reduce((letters, word) => letters + word.length, 0)
}

function narrow(names: string[], others: string[]): string[] {
  const common = names.filter(name => others.includes(name))
  return common.length > 0 ? common : names
}

function alike(said: string, known: string): boolean {
  if (said.length < 6 || Math.abs(said.length - known.length) > 2) return false
  return editDistance(said, known) <= (said.length < 9 ? 1 : 2)
}

function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && outer[1] >= inner[1] && outer[1] - outer[0] > inner[1] - inner[0]
}

function found(heard: Heard, names: readonly string[], spans: readonly Span[]): Found | null {
  const candidates = [...new Set(names)]
  const first = spans[0]
  if (candidates.length === 0 || first === undefined) return null
  return { service: { candidates, text: wordsAt(heard, first), certain: true }, spans }
}
