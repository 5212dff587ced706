/**
 * The language of whoever reads the screen. Chosen in this order: what they chose in the menu, the first of their
 * browser's languages that we speak, the language of the business, German. A choice stays in this browser.
 * `startLanguage` is called once, before the first sentence is drawn. A language counts from when its sentences are here.
 */
import { type Language, languages } from './languages.ts'
import { fetchTable, isHere } from './tables.ts'

type Wishes = { chosen: string | null; preferred: readonly string[]; business: string | null }

const STORED_AS = 'askpro-language'

let wishes: Wishes = { chosen: null, preferred: [], business: null }
let language: Language = 'de'
const watchers = new Set<() => void>()

export const currentLanguage = (): Language => language

export const watchLanguage = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Reads what this browser knows; done when the sentences of its language are here. */
export const startLanguage = async () => {
  watchLanguage(() => {
    document.documentElement.lang = language
  })
  await settle({ ...wishes, chosen: readStored(), preferred: navigator.languages })
  document.documentElement.lang = language
}

/** The person's own choice; counts before everything else, from now on. */
export const chooseLanguage = (chosen: Language) => {
  writeStored(chosen)
  void settle({ ...wishes, chosen })
}

/** What the business speaks, for a browser that speaks neither of our languages. */
export const setBusinessLocale = (business: string) => settle({ ...wishes, business })

export const languageFor = ({ chosen, preferred, business }: Wishes): Language =>
  [chosen, ...preferred, business].map(spokenHere).find(found => found !== null) ?? 'de'

/** The language of a locale: `en` of `en-GB`; null for one we do not speak. */
const spokenHere = (locale: string | null): Language | null =>
  languages.find(known => locale?.toLowerCase().split('-')[0] === known) ?? null

/** German texts of a German business stay `de-AT` or `de-CH` if it is one; English is British, with 24 hours. */
export const localeFor = (reading: Language, business: string): string => {
  if (spokenHere(business) === reading) return business
  return reading === 'de' ? 'de-DE' : 'en-GB'
}

const settle = async (next: Wishes) => {
  wishes = next
  const settled = languageFor(next)
  // What is here needs no waiting; what was wished for meanwhile counts.
  if (!isHere(settled) && !((await fetchTable(settled)) && wishes === next)) return
  if (settled === language) return
  language = settled
  for (const watcher of watchers) watcher()
}

// A browser may refuse its storage to a page; then the choice lasts until the page is closed.
const readStored = () => {
  try {
    return localStorage.getItem(STORED_AS)
  } catch {
    return null
  }
}

const writeStored = (chosen: Language) => {
  try {
    localStorage.setItem(STORED_AS, chosen)
  } catch {
    // Not kept; see above.
  }
}
