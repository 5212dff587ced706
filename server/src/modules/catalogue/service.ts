import type { ServiceId } from '../../platform/ids/ids.ts'

/**
 * Who or what a segment takes. A role that several segments name is one person or room for all of them; different
 * roles may be filled by different ones. A room or device stays taken through gaps unless they are `free`.
 */
export type SegmentNeed = {
  readonly role: string
  readonly kind: ResourceKind
  readonly gaps?: 'kept' | 'free'
}

export type ResourceKind = 'staff' | 'room' | 'device'

/** A part of a service: work, then a gap in which staff are free. */
export type Segment = {
  readonly minutes: number
  readonly gapAfterMinutes: number
  /** Left out: one of each kind that does the service, the same for all segments. */
  readonly needs?: readonly SegmentNeed[]
}

export const ASSIGNMENTS = ['first', 'weighted', 'least_loaded', 'last_served'] as const
export type Assignment = (typeof ASSIGNMENTS)[number]

/** It must start before a minute of the local day so many working days after today; 0 is today. */
export type LatestStart = { readonly workingDays: number; readonly beforeMinute: number }

export type Service = {
  readonly id: ServiceId
  readonly version: number
  readonly name: string
  readonly synonyms: readonly string[]
  readonly priceMinor: number
  readonly currency: string
  readonly gridMinutes: number
  readonly minimumNoticeMinutes: number
  readonly horizonDays: number
  /** Minutes that whoever and whatever it takes keeps free around it; they may lie outside of hours. */
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  /** How many appointments of it one local day takes; null: as many as find a place. */
  readonly dailyMost: number | null
  /** Steps of `gridMinutes` as `scheduling/domain/grid.ts` says, or only the service's fixed starts. */
  readonly gridKind: 'window' | 'free' | 'clock' | 'fixed'
  readonly latestStart: LatestStart | null
  /** Who is offered when several could, its own rule or the business's; `scheduling/domain/fairness.ts` says how. */
  readonly assignment: Assignment
  /** How many of those booked last rest in a weighted draw while somebody else can. */
  readonly coolDown: number
  /** What a customer is asked for, such as "Kennzeichen". */
  readonly askNote: string | null
  /** Its appointments begin as requested: a person confirms or declines them. */
  readonly needsConfirmation: boolean
  readonly segments: readonly Segment[]
  /** From the first minute of work to the last. */
  readonly minutes: number
  /** The same with whoever takes longest for it. */
  readonly longestMinutes: number
}

/** The segments as somebody does them who takes another time for them. */
export function paced(segments: readonly Segment[], minutes: readonly number[] | null): readonly Segment[] {
  if (minutes === null) return segments
  return segments.map((segment, position) => ({ ...segment, minutes: minutes[position] ?? segment.minutes }))
}

export function totalMinutes(segments: readonly Segment[]): number {
  return segments.reduce(
    (sum, segment, index) =>
      sum + segment.minutes + (index < segments.length - 1 ? segment.gapAfterMinutes : 0),
    0,
  )
}
