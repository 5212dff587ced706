import type { ResourceId, ServiceId } from '../../../platform/ids/ids.ts'
import type { FixedStart } from '../domain/fixed-starts.ts'
import type { Segment } from '../domain/segments.ts'

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

/** Who or what can be taken for a service, and how. */
export type Qualification = {
  readonly resourceId: ResourceId
  /** Share in a weighted draw. */
  readonly weight: number
  /** Roles of the segments that it can fill; null: all of its kind. */
  readonly roles: readonly string[] | null
  /** Minutes of each segment with it, and the price; null: as the service says. */
  readonly segmentMinutes: readonly number[] | null
  readonly priceMinor: number | null
}

/** A service as somebody wants it, whole. */
export type ServiceWish = Pick<
  Service,
  | 'name'
  | 'synonyms'
  | 'priceMinor'
  | 'gridMinutes'
  | 'minimumNoticeMinutes'
  | 'horizonDays'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'dailyMost'
  | 'gridKind'
  | 'latestStart'
  | 'askNote'
  | 'needsConfirmation'
  | 'segments'
> & {
  /** Place in the owner's order. */
  readonly position: number
  /** The only local times it may start at, with grid `fixed`. */
  readonly fixedStarts: readonly FixedStart[]
  readonly takes: readonly Qualification[]
}
