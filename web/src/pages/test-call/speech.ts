import type { Language } from '../../text/languages.ts'
import type { Line } from './conversation.ts'

/** What we use of the Web Speech API's recognition; TypeScript's own library has no types for it (2026-11). */
export type Recognition = {
  lang: string
  interimResults: boolean
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onend: (() => void) | null
  onerror: ((event: { error: string }) => void) | null
  start: () => void
  abort: () => void
}

type Speaking = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition }

/** Where the browser can listen: Chrome and Safari can, under a name of their own; null: it cannot. */
export const recognitionIn = (browser: object): (new () => Recognition) | null => {
  const { SpeechRecognition, webkitSpeechRecognition } = browser as Speaking
  return SpeechRecognition ?? webkitSpeechRecognition ?? null
}

export const spokenLanguage: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/** What is to be read aloud of the receptionist: only what came since, for nobody wants to hear it twice. */
export const unheardText = (lines: readonly Line[], heard: number): string =>
  lines
    .slice(heard)
    .filter(line => line.speaker === 'receptionist')
    .map(line => line.text)
    .join(' ')
