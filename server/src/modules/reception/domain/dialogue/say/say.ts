import type { Lang } from '../acts.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import type { ActFacts, Phrasebook, WordedAct } from './phrases.ts'

const phrasebooks: Readonly<Record<Lang, Phrasebook>> = { de: german, en: english }

/** The words of an act. No act that claims a committed fact has any: those sentences come from the tools alone. */
export function say<Name extends WordedAct>(act: Name, facts: ActFacts[Name], lang: Lang): string {
  return phrasebooks[lang].acts[act](facts)
}

export function phrasebookOf(lang: Lang): Phrasebook {
  return phrasebooks[lang]
}
