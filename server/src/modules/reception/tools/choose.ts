import type { ResourceId } from '../../../platform/ids/ids.ts'
import type { Service } from '../../catalogue/index.ts'
import { sentencesOf } from './sentences.ts'
import { servicesMeant } from './services-meant.ts'
import type { ToolAnswer, ToolContext, ToolParts } from './tool.ts'

const MOST_CANDIDATES = 3

/** The one service meant, or what to ask. Never a default (failure 77). */
export async function chooseService(
  parts: ToolParts,
  { known, lang }: ToolContext,
  words: string | undefined,
): Promise<Service | ToolAnswer> {
  const sentences = sentencesOf(lang)
  const all = known.services
  if (words === undefined)
    return { status: 'ask', what: 'service', say: sentences.askService([]), candidates: [] }
  const services = servicesMeant(parts, all, { words, lang })
  const names = services.map(service => service.name)
  const [service, another] = services
  if (!service)
    return {
      status: 'unknown_service',
      say: sentences.unknownService(all.slice(0, 6).map(known => known.name)),
    }
  if (another)
    return {
      status: 'ask',
      what: 'service',
      say: sentences.askService(names.slice(0, MOST_CANDIDATES)),
      candidates: names.slice(0, MOST_CANDIDATES),
    }
  return service
}

type StaffMember = { readonly id: ResourceId; readonly name: string }

const ANYONE =
  /\b(egal|wer|irgend(wer|jemand|wem)?|jede[rm]?|any(one|body)?|whoever|no preference|beliebig)\b/i

/** "Nicht Mara" is everybody else. */
const NOT = /\b(nicht|kein(e|en)?|au(ss|ß)er|ohne|not|except|without)\b/i

/** The person asked for if they do this service; null when nobody was asked for. Never somebody else (failure 76). */
export async function chooseStaff(
  { catalogue }: ToolParts,
  { tx, now, lang }: ToolContext,
  wish: { service: Service; wanted: string | undefined },
): Promise<StaffMember | ToolAnswer | null> {
  const { wanted, service } = wish
  const sentences = sentencesOf(lang)
  if (wanted === undefined || ANYONE.test(wanted)) return null
  const range = { start: now.epochMilliseconds, end: now.epochMilliseconds + 1 }
  const { resources } = await catalogue.readBookingBasis(tx, { serviceId: service.id, range })
  const able = resources.filter(resource => resource.kind === 'staff')
  const meant = able.filter(person => isMeant(person.name, wanted))
  const [found] = meant
  if (found && meant.length === 1 && !NOT.test(wanted)) return { id: found.id, name: found.name }
  const left = NOT.test(wanted) ? able.filter(person => !meant.includes(person)) : able
  const names = left.map(person => person.name).slice(0, MOST_CANDIDATES)
  if (found) return { status: 'ask', what: 'staff', say: sentences.whichStaff(names), candidates: names }
  return { status: 'ask', what: 'staff', say: sentences.askStaff(wanted, names), candidates: names }
}

/** "bei Frau Winkler" means Frau Winkler, "Doktor Sommer" means Dr. Sommer. */
function isMeant(name: string, words: string): boolean {
  const said = new Set(words.toLowerCase().split(/[^\p{L}]+/u))
  const surname = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(part => part !== '')
    .at(-1)
  return surname !== undefined && said.has(surname)
}
