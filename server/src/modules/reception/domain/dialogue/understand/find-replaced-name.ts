import type { Catalogue } from '../catalogue.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { capitalised } from './find-name.ts'
import type { FindTime } from './find-time.ts'
import { type Heard, type Span, wordsAt } from './hear.ts'
import { isNameWord, refuseName } from './refuse-name.ts'
import type { ReplacedName } from './understanding.ts'

type Around = { readonly catalogue: Catalogue; readonly lexicon: Lexicon; readonly findTime: FindTime }

/** "Nicht Anna, Hanna": a name in place of another. Whether the other was ever said is for the conversation to know. */
export function findReplacedName(heard: Heard, around: Around): ReplacedName | null {
  for (const pattern of around.lexicon.names.replacements) {
    const { wrong, right } = pattern.exec(heard.folded)?.indices?.groups ?? {}
    if (wrong === undefined || right === undefined) continue
    const name = nameAt(heard, right, around)
    if (name !== null) return { wrong: heard.folded.slice(...wrong), right: name }
  }
  return null
}

function nameAt(heard: Heard, span: Span, around: Around): string | null {
  const words = wordsAt(heard, span).split(/\s+/)
  if (!words.every(word => isNameWord(word, around.lexicon))) return null
  const name = words.map(capitalised).join(' ')
  return refuseName(name, around) === null ? name : null
}
