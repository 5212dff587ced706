/** Something that can be named: a service with its other names. */
export type Named = { readonly name: string; readonly synonyms: readonly string[] }

/**
 * Services meant by words that a caller, a model or an integrator used. A whole name or synonym beats a part
 * of one; the longest name found inside a sentence beats shorter ones. Several results mean: ask. Never a default.
 */
export function matchServices<T extends Named>(services: readonly T[], words: string): T[] {
  const wanted = comparable(words)
  if (wanted === '') return []
  const exact = services.filter(service => namesOf(service).some(name => name === wanted))
  if (exact.length > 0) return exact
  const inside = longestInside(services, wanted)
  if (inside.length > 0) return inside
  const stem = stemOf(wanted)
  return stem.length < 4 ? [] : services.filter(service => namesOf(service).some(name => name.includes(stem)))
}

function longestInside<T extends Named>(services: readonly T[], sentence: string): T[] {
  const found = services
    .map(service => ({
      service,
      length: Math.max(0, ...namesOf(service).map(name => (containsWords(sentence, name) ? name.length : 0))),
    }))
    .filter(candidate => candidate.length > 0)
  const longest = Math.max(0, ...found.map(candidate => candidate.length))
  return found.filter(candidate => candidate.length === longest).map(candidate => candidate.service)
}

function namesOf(service: Named): string[] {
  return [service.name, ...service.synonyms].map(comparable)
}

function containsWords(sentence: string, name: string): boolean {
  return ` ${sentence} `.includes(` ${name} `)
}

/** "Termin zum Haareschneiden" and "einen Haarschnitt" lead to the services whose names contain the noun. */
function stemOf(words: string): string {
  if (/\bhaar ?e? ?schn(eiden|itt)|\bschneiden\b|\bhaare\b/.test(words)) return 'schnitt'
  const fillers =
    /\b(ein(en|e|mal)?|bitte|termin|zum|zur|fuer|den|die|das|der|ich|moechte|haette|gern(e)?)\b/g
  return words.replaceAll(fillers, ' ').replaceAll(/\s+/g, ' ').trim()
}

/** Lower case, umlauts written out, punctuation gone. */
function comparable(text: string): string {
  return text
    .slice(0, 500)
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}
