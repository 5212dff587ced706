import { wallTimeAt } from '../../../../platform/time/zoned.ts'
import type { SpeechLanguage } from '../../domain/speech/speech-language.ts'
import { spokenDate, spokenTime } from '../../domain/speech/spoken-date.ts'
import { spokenList } from '../../domain/speech/spoken-list.ts'
import type { SpokenSlot } from './sentences.ts'

/** So many dates of a series are said one by one. */
export const MOST_DATES = 6

/** The small words by which a language names a slot. */
export type SlotWords = {
  readonly lang: SpeechLanguage
  readonly at: string
  /** Around the people who do it: " bei Mara"; empty for nobody in particular. */
  readonly by: (slot: SpokenSlot) => string
  /** The day with its preposition. */
  readonly onDay: (spokenDay: string) => string
}

/** Starts of one day share its name, and the person where it is one: "am Dienstag … um neun oder um elf Uhr bei Mara". */
export function spokenOptions(slots: readonly SpokenSlot[], words: SlotWords): string {
  const days = Map.groupBy(slots, slot => localStart(slot).toPlainDate().toString())
  return spokenList(
    [...days.values()].map(slotsOfDay => optionsOfDay(slotsOfDay, words)),
    words.lang,
    'or',
  )
}

function optionsOfDay(slots: readonly SpokenSlot[], { lang, at, by, onDay }: SlotWords): string {
  const [first] = slots
  if (!first) return ''
  const shared = slots.every(slot => by(slot) === by(first))
  const times = slots.map(
    slot => `${at} ${spokenTime(localStart(slot).toPlainTime(), lang)}${shared ? '' : by(slot)}`,
  )
  const day = onDay(spokenDate(localStart(first).toPlainDate(), lang))
  return `${day}, ${spokenList(times, lang, 'or')}${shared ? by(first) : ''}`
}

export function localStart(slot: SpokenSlot): Temporal.ZonedDateTime {
  return wallTimeAt('start' in slot ? slot.start : slot.startsAt, slot.zone)
}

export function momentIn(start: number, zone: string): Temporal.ZonedDateTime {
  return wallTimeAt(start, zone)
}

export function withWhom({ staff }: SpokenSlot, lang: SpeechLanguage): string {
  return spokenList(
    staff.map(person => person.name),
    lang,
    'and',
  )
}
