/** The languages the product speaks and writes with callers and customers. */
export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A sentence for people, in both languages. */
export type BothLanguages = Readonly<Record<Language, string>>

/**
 * The language that an `Accept-Language` header asks for (RFC 9110 §12.5.4): the first of ours by weight; German where
 * it names none.
 */
export function languageAccepted(header: string | undefined): Language {
  const wishes = (header ?? '').slice(0, LONGEST_HEADER).split(',').map(readWish)
  const heaviest = wishes
    .filter(wish => wish.language !== null && wish.weight > 0)
    .toSorted((one, other) => other.weight - one.weight)[0]
  return heaviest?.language ?? 'de'
}

const LONGEST_HEADER = 500

function readWish(part: string): { language: Language | null; weight: number } {
  const [tag = '', ...parameters] = part.split(';').map(text => text.trim())
  const weight = parameters.find(text => text.startsWith('q='))?.slice(2)
  return { language: languageIn(tag), weight: weight === undefined ? 1 : Number(weight) || 0 }
}

/** The language of a locale or a stored language tag ("en-GB", "de"); null when it is none of ours. */
export function languageIn(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find(language => language === primary) ?? null
}
