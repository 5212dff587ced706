import type { Catalogue } from './domain/dialogue/catalogue.ts'
import { sameCatalogue } from './domain/dialogue/same-catalogue.ts'
import type { FindTime } from './domain/dialogue/understand/find-time.ts'
import { refuseName } from './domain/dialogue/understand/refuse-name.ts'
import type { NameRefusal } from './domain/dialogue/understand/understanding.ts'
import { lexiconOf } from './domain/dialogue/words/lexicons.ts'
import type { SpeechLanguage } from './domain/speech/speech-language.ts'
import { timeSpanOf } from './domain/time/parse-time-phrase.ts'
import type { TimeContext } from './domain/time/time-result.ts'
import { timeContext } from './tools/resolve-when.ts'
import type { ToolContext, ToolParts } from './tools/tool.ts'

/** What names are recognised against: the business, its people and services, and expressions of time. */
export type NameSurroundings = { readonly catalogue: Catalogue; readonly findTime: FindTime }

/** The same for whichever language is spoken. */
export type Surroundings = NameSurroundings & { readonly findTimeIn: (lang: SpeechLanguage) => FindTime }

/** The receptionist's own names; nobody is booked under one of them. */
const AGENT_NAMES = ['Assistentin', 'digitale Assistentin', 'KI', 'assistant', 'digital assistant', 'AI']

export function knownSurroundings(
  { catalogue }: ToolParts,
  context: Omit<ToolContext, 'call'>,
): Surroundings {
  const { tenant, known } = context
  const { services, staff, opening } = known
  const findTimeIn = (lang: SpeechLanguage): FindTime =>
    timeFinder(timeContext(catalogue, { ...context, lang }, opening))
  return {
    catalogue: sameCatalogue({
      business: tenant.name,
      sector: tenant.sector === 'health' ? 'health' : 'other',
      agentNames: AGENT_NAMES,
      services: services.map(({ name, synonyms }) => ({ name, synonyms })),
      staff: staff.map(person => person.name),
    }),
    findTime: findTimeIn(context.lang),
    findTimeIn,
  }
}

/** Why something cannot be a caller's name ("Acht Uhr", "Unbekannt", a colleague's name), or null (failure 75). */
export function refuseCallerName(
  name: string,
  around: NameSurroundings,
  lang: SpeechLanguage,
): NameRefusal | null {
  return refuseName(name, { ...around, lexicon: lexiconOf(lang) })
}

/** Shorter German words of time are English ones: "do", "so", "am". */
const SHORTEST_GERMAN = 4

/** The parser counts the last character in; the dialogue's spans are half-open. A call in English hears German too. */
function timeFinder(context: TimeContext): FindTime {
  const spanIn = (utterance: string, lang: TimeContext['lang']): [number, number] | null => {
    const span = timeSpanOf(utterance, { ...context, lang })
    return span === null ? null : [span[0], span[1] + 1]
  }
  return utterance => {
    const own = spanIn(utterance, context.lang)
    const span = own ?? (context.lang === 'en' ? longEnough(spanIn(utterance, 'de')) : null)
    return span === null ? null : { span }
  }
}

function longEnough(span: [number, number] | null): [number, number] | null {
  return span !== null && span[1] - span[0] >= SHORTEST_GERMAN ? span : null
}
