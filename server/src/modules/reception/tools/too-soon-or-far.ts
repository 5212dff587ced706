import { DAY } from '../../../platform/time/working-time.ts'
import { hullOf } from '../domain/offers/wanted-time.ts'
import { createSlotSearch, type SlotWish } from './search-slots.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer, ToolContext, ToolParts } from './tool.ts'

const LOOKED_AT_DAYS = 21

/**
 * What to say when the whole wish lies before or behind what can be booked at all, with what can be had at the earliest
 * as the candidate that a yes takes; null: it can be booked.
 */
export async function tooSoonOrFar(
  { scheduling }: ToolParts,
  context: ToolContext,
  question: SlotWish,
): Promise<ToolAnswer | null> {
  const { service, place, wanted, named } = question
  if (named === 'nothing') return null
  const window = scheduling.bookableWindow(service, context.now, place)
  const hull = hullOf(wanted)
  const sentences = sentencesOf(context.lang)
  if (hull.end <= window.earliest) {
    const range = { start: window.earliest, end: window.earliest + LOOKED_AT_DAYS * DAY }
    const { searchFirst } = createSlotSearch({ scheduling })
    const [first] = await searchFirst(context, { ...question, after: null }, range, () => true)
    const earliest = first ? sentences.moment(first.start, place.zone) : null
    const candidates = earliest === null ? {} : { candidates: [earliest] }
    return { status: 'too_soon', say: sentences.tooSoon(earliest), ...candidates }
  }
  if (hull.start <= window.latest) return null
  const say =
    service.latestStart === null
      ? sentences.tooFar(service.horizonDays)
      : sentences.onlySoon(service.name, sentences.moment(window.latest + 1, place.zone))
  return { status: 'too_far', say }
}
