import type { Language } from '../../../platform/i18n/language.ts'
import type { Service } from '../../catalogue/index.ts'
import { findService } from '../domain/dialogue/understand/find-service.ts'
import { hear } from '../domain/dialogue/understand/hear.ts'
import { lexiconOf } from '../domain/dialogue/words/lexicons.ts'
import type { ToolParts } from './tool.ts'

/**
 * The services meant by words of a caller or a model; several mean: ask. Services bear the names their business gave
 * them, so in another language "a men's haircut" is looked up by its words where no name fits.
 */
export function servicesMeant(
  { catalogue }: Pick<ToolParts, 'catalogue'>,
  all: readonly Service[],
  { words, lang }: { words: string; lang: Language },
): Service[] {
  const named = catalogue.matchServices(all, words)
  if (named.length > 0 || lang === 'de') return named
  const known = { business: '', sector: 'other', agentNames: [], services: all, staff: [] } as const
  const found = findService(hear(words), known, { words: lexiconOf(lang).services, clarifying: null })
  return all.filter(({ name }) => found?.service.certain && found.service.candidates.includes(name))
}
