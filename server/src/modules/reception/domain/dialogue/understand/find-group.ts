import type { Catalogue } from '../catalogue.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { findService } from './find-service.ts'
import type { FindTime } from './find-time.ts'
import { type Heard, hear, type Span, wordsAt } from './hear.ts'
import { says } from './phrase-pattern.ts'
import { refuseName } from './refuse-name.ts'
import type { Expecting, HeardPart } from './understanding.ts'

type Around = { readonly catalogue: Catalogue; readonly lexicon: Lexicon; readonly findTime: FindTime }

const mostParts = 3

/**
 * Several services or people in one visit: "Färben und danach Schneiden, beides zusammen", "für mich und meine Tochter,
 * beide Haarschnitt". Two appointments that nobody calls one visit are two wishes, and none of this.
 */
export function findGroup(heard: Heard, expecting: Expecting, around: Around): readonly HeardPart[] | null {
  const { groups } = around.lexicon
  const several = severalOf(heard, around)
  if (several !== null) return several
  const asked = expecting.kind === 'service' && expecting.together === true
  const together = asked || groups.bothOfUs.test(heard.folded) || says(groups.together, heard.folded)
  if (!together && !mayBeForEach(heard, around)) return null
  const parts = partsOf(heard, around).map(part => ({ ...part, candidates: servicesIn(part.text, around) }))
  const named = parts.filter(({ candidates }) => candidates.length > 0)
  if (!together && !['caller', 'other'].every(who => named.some(part => part.who === who))) return null
  if (named.length > 1) return withPeople(named, parts, around).slice(0, mostParts).map(toPart)
  const people = differentPeople(parts)
  if (people.length < 2) return severalThings(heard, around)
  const words = named[0]?.service ?? ''
  return people
    .slice(0, mostParts)
    .map(person => toPart({ ...person, candidates: servicesIn(`${words} ${person.text}`, around) }))
}

type Named = Said & { readonly candidates: readonly string[] }

/** Who comes with whom is often said once, before what each of them wishes for. */
function withPeople(named: readonly Named[], parts: readonly Named[], around: Around): readonly Named[] {
  const told = named.map(part => withPerson(part, parts, around))
  const [companion, ...more] = parts.filter(({ name }) => name !== null)
  if (companion === undefined || more.some(({ name }) => name !== companion.name)) return told
  const whose = told.findLastIndex(({ who }) => who === 'other')
  const at = whose === -1 && told.length === 2 ? told.findLastIndex(({ who }) => who === 'unsaid') : whose
  return told.map((part, index) =>
    index === at && part.name === null ? { ...part, who: 'other', name: companion.name } : part,
  )
}

/** "Ich bräuchte …, für mich und meine Frau" speaks twice of one person. */
function differentPeople(parts: readonly Named[]): readonly Named[] {
  const people = parts.filter(({ who }) => who !== 'unsaid')
  return people.filter(
    (person, index) =>
      !people
        .slice(0, index)
        .some(
          ({ who, name }) =>
            who === person.who && name === person.name && (who === 'caller' || name !== null),
        ),
  )
}

/** "Wir haben zwei Autos, beide brauchen Winterreifen": the same twice, in one name. */
function severalThings(heard: Heard, around: Around): readonly HeardPart[] | null {
  const { groups } = around.lexicon
  const count = groups.counts.get(groups.severalThings.exec(heard.folded)?.groups?.count ?? '')
  const candidates = count === undefined ? [] : servicesIn(heard.text, around)
  if (candidates.length === 0) return null
  return Array.from({ length: count ?? 0 }, () => ({ candidates, who: 'caller' as const, name: null }))
}

/** "Für mich Färben und für die Kleine einen Kinderschnitt": who is told for each, with one hour at most for both. */
function mayBeForEach({ folded }: Heard, { lexicon }: Around): boolean {
  const { groups, intents, times } = lexicon
  if (!says(groups.forMyself, folded)) return false
  if (!says(intents.someone_else, folded) && !says(groups.them, folded)) return false
  return times.readClocks(folded).length < 2
}

/** "Mein Mann und ich, er zum Schneiden": who "er" is tells which cut. */
function withPerson(
  part: Said & { readonly candidates: readonly string[] },
  parts: readonly Said[],
  around: Around,
): Said & { readonly candidates: readonly string[] } {
  const person = parts.find(({ who, text }) => who === 'other' && text !== part.text)
  if (part.who !== 'other' || part.candidates.length < 2 || !person) return part
  const narrowed = servicesIn(`${part.text} ${person.text}`, around)
  return { ...part, candidates: narrowed.filter(name => part.candidates.includes(name)) }
}

/** "Für meine drei Kinder": as many appointments as people, and one more for whoever says "und mich". */
function severalOf(heard: Heard, around: Around): readonly HeardPart[] | null {
  const { groups } = around.lexicon
  const said = groups.several.exec(heard.folded)?.groups?.count
  const count = said === undefined ? undefined : groups.counts.get(said)
  const candidates = count === undefined ? [] : servicesIn(heard.text, around)
  if (count === undefined || (candidates.length === 0 && !says(groups.together, heard.folded))) return null
  const others = Array.from({ length: count }, () => ({ candidates, who: 'other' as const, name: null }))
  const withMe = says(groups.myself, heard.folded) && says(groups.together, heard.folded)
  const people = withMe ? [{ candidates, who: 'caller' as const, name: null }, ...others] : others
  return people.slice(0, mostParts)
}

type Said = {
  readonly text: string
  readonly who: 'caller' | 'other' | 'unsaid'
  readonly name: string | null
  readonly service: string | null
}

function toPart({ candidates, who, name }: Said & { candidates: readonly string[] }): HeardPart {
  return { candidates, who: who === 'other' ? 'other' : 'caller', name }
}

function partsOf(heard: Heard, around: Around): Said[] {
  const { groups, intents } = around.lexicon
  const breaks = [...heard.folded.matchAll(groups.parts)]
  const starts = [0, ...breaks.map(match => match.index + match[0].length)]
  const ends = [...breaks.map(match => match.index), heard.folded.length]
  return starts.flatMap((start, place): Said[] => {
    const span: Span = [start, ends[place] ?? heard.folded.length]
    const text = wordsAt(heard, span)
    const part = hear(text)
    if (part.folded.trim() === '') return []
    const name = companionIn(part, around)
    const other = name !== null || says(intents.someone_else, part.folded) || says(groups.them, part.folded)
    const who = other ? 'other' : says(groups.myself, part.folded) ? 'caller' : 'unsaid'
    const service = findService(part, around.catalogue, { words: around.lexicon.services, clarifying: null })
    return [{ text, who, name, service: service?.service.text ?? null }]
  })
}

/** A full name; a first name alone is asked for. */
function companionIn(part: Heard, around: Around): string | null {
  for (const before of part.folded.matchAll(around.lexicon.groups.companion)) {
    const rest = wordsAt(part, [before.index + before[0].length, part.folded.length])
    const name = /^\p{Lu}[\p{L}'’-]+(?: (?:von|van|de|der|zu|\p{Lu}[\p{L}'’-]+))+/u.exec(rest)?.[0]
    if (name !== undefined && refuseName(name, around) === null) return name
  }
  return null
}

function servicesIn(text: string, { catalogue, lexicon }: Around): readonly string[] {
  const found = findService(hear(text), catalogue, { words: lexicon.services, clarifying: null })
  return found?.service.certain === true ? found.service.candidates : []
}
