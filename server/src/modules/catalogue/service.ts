import type { ServiceId } from '../../platform/ids/ids.ts'

/** A part of a service: work, then a gap in which staff are free. */
export type Segment = { readonly minutes: number; readonly gapAfterMinutes: number }

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
  /** Steps of `gridMinutes` as `scheduling/domain/grid.ts` says, or only the service's fixed starts. */
  readonly gridKind: 'window' | 'free' | 'clock' | 'fixed'
  readonly latestStart: LatestStart | null
  /** Who is offered when several could: the first in the owner's order, or drawn by weight. */
  readonly assignment: 'first' | 'weighted'
  /** What a customer is asked for, such as "Kennzeichen". */
  readonly askNote: string | null
  readonly segments: readonly Segment[]
  /** From the first minute of work to the last. */
  readonly minutes: number
}

export function totalMinutes(segments: readonly Segment[]): number {
  return segments.reduce(
    (sum, segment, index) =>
      sum + segment.minutes + (index < segments.length - 1 ? segment.gapAfterMinutes : 0),
    0,
  )
}
