import { z } from 'zod'
import type { AppointmentId } from '../../../platform/ids/ids.ts'
import { toOffsetString } from '../../../platform/time/zoned.ts'
import { changeSentence } from '../domain/change-sentences.ts'
import { presentSlots, slotShape } from '../present-appointment.ts'
import type { SlotTokens } from '../slot.ts'
import { CONFLICT_WORDS } from './conflict-words.ts'
import type { ChangeItem, SeriesChangeWish } from './plan-change.ts'
import { CONFLICTS } from './plan-occurrences.ts'

export const changeItemShape = z.object({
  appointment_id: z.uuid(),
  was: z.string(),
  starts_at: z.string().nullable().describe('Where it goes; null: it is cancelled, or stays.'),
  stays: z
    .enum(['exception', 'conflict'])
    .nullable()
    .describe('exception: it was moved alone; conflict: it could not be changed and was left.'),
  conflict: z
    .object({
      kind: z.enum([...CONFLICTS, 'by_the_rules']),
      sentence: z.object({ de: z.string(), en: z.string() }),
    })
    .nullable(),
  slot: slotShape.nullable(),
  alternatives: z.array(slotShape),
})

type Presented = z.infer<typeof changeItemShape>

export function presentItems(
  items: readonly ChangeItem[],
  known: {
    wish: SeriesChangeWish
    offer: SlotTokens['offer']
    /** Null: nothing was written. */
    changed: ReadonlySet<AppointmentId> | null
  },
): Presented[] {
  return items.map(item => presentItem(item, known))
}

function presentItem(
  item: ChangeItem,
  { wish, offer, changed }: Parameters<typeof presentItems>[1],
): Presented {
  const { appointment, to } = item
  const { zone } = appointment
  const isLeft = changed !== null && !changed.has(appointment.id)
  const isChosen = wish.chosen.some(one => one.appointmentId === appointment.id)
  return {
    appointment_id: appointment.id,
    was: toOffsetString(appointment.startsAt, zone),
    starts_at: to && toOffsetString(to.start, zone),
    stays: item.stays ?? (isLeft ? 'conflict' : null),
    conflict: isChosen && item.refused === null ? null : conflictOf(item, isLeft),
    slot: presentSlots(offer(to?.slot ? [to.slot] : []), zone)[0] ?? null,
    alternatives: presentSlots(offer(to?.alternatives ?? []), zone),
  }
}

function conflictOf({ refused, to, stays }: ChangeItem, isLeft: boolean): Presented['conflict'] {
  if (stays !== null) return null
  if (refused !== null) {
    const inLanguage = (lang: 'de' | 'en') => changeSentence(refused, lang) ?? ''
    return { kind: 'by_the_rules', sentence: { de: inLanguage('de'), en: inLanguage('en') } }
  }
  const kind = to?.conflict ?? (isLeft ? 'taken' : null)
  return kind && { kind, sentence: CONFLICT_WORDS[kind] }
}
