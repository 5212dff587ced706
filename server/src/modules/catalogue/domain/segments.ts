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
