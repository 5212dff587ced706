import type { ServiceId } from '../../platform/ids/ids.ts'

/** A part of a service: work, then a gap in which staff are free. */
export type Segment = { readonly minutes: number; readonly gapAfterMinutes: number }

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
