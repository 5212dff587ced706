import type { SpeechLanguage } from './speech-language.ts'

const WORDS = { de: { and: 'und', or: 'oder' }, en: { and: 'and', or: 'or' } } as const

/** "A, B und C"; with `or` "A, B oder C". */
export function spokenList(
  parts: readonly string[],
  lang: SpeechLanguage,
  join: 'and' | 'or' = 'and',
): string {
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return last
  return `${parts.slice(0, -1).join(', ')} ${WORDS[lang][join]} ${last}`
}
