/** The languages the product speaks and writes with callers and customers. */
export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language of a locale or a stored language tag ("en-GB", "de"); null when it is none of ours. */
export function languageIn(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find(language => language === primary) ?? null
}
