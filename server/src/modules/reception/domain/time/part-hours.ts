import type { PartOfDay } from './meaning.ts'

/** Minutes after midnight, half-open; beyond 24 hours the next day is meant. */
export interface Hours {
  readonly from: number
  readonly until: number
}

/** The hours a part of the day stands for. */
export const PART_HOURS: Readonly<Record<PartOfDay, Hours>> = {
  early: hours(6, 10),
  forenoon: hours(8, 12),
  noon: hours(11, 14),
  afternoon: hours(12, 18),
  evening: hours(17, 22),
  night: hours(22, 30),
  after_work: hours(17, 24),
  daytime: hours(8, 18),
  early_morning: hours(6, 8),
  late_morning: hours(10, 12),
  early_afternoon: hours(12, 15),
  late_afternoon: hours(15, 18),
  early_evening: hours(17, 19),
  late_evening: hours(20, 22),
}

/** The hours in which a clock time named together with the part can lie: "um fünf in der Früh". */
export const PART_REACH: Readonly<Record<PartOfDay, Hours>> = {
  early: hours(0, 12),
  forenoon: hours(1, 13),
  noon: hours(11, 16),
  afternoon: hours(12, 20),
  evening: hours(16, 25),
  night: hours(20, 30),
  after_work: hours(12, 25),
  daytime: hours(6, 20),
  early_morning: hours(4, 10),
  late_morning: hours(8, 13),
  early_afternoon: hours(12, 16),
  late_afternoon: hours(14, 20),
  early_evening: hours(16, 22),
  late_evening: hours(18, 25),
}

/** Where "ab mittags" begins and "bis mittags" ends: noon is at twelve; "nach dem Mittag" when it is over. */
export function partLimit(part: PartOfDay, side: 'before' | 'after'): number {
  if (side === 'after') return PART_HOURS[part].until
  return part === 'noon' ? 12 * 60 : PART_HOURS[part].from
}

function hours(from: number, until: number): Hours {
  return { from: from * 60, until: until * 60 }
}
