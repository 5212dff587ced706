import type { Goal } from '../script.ts'

/** What the simulated caller says where the script says nothing. A language that lacks a sentence does not compile. */
export type CallerWords = {
  /** What the goal is about, as the first wish of a call and as a further one. */
  readonly goal: Readonly<Record<Goal['intent'], (goal: Goal) => string>>
  readonly further: (sentence: string) => string
  readonly service: (name: string) => string
  /** What each of a group comes for. */
  readonly together: (goal: Goal) => string
  readonly anyService: string
  readonly anyTime: string
  readonly anyHour: string
  readonly fromHour: (clock: string) => string
  readonly untilHour: (clock: string) => string
  readonly onDate: (date: Temporal.PlainDate) => string
  readonly later: string
  readonly earlier: string
  readonly onlyStaff: (name: string) => string
  /** The only option, and one of several by its place. */
  readonly takeOnly: string
  readonly takeNth: (place: number) => string
  readonly takeClock: (clock: string) => string
  readonly takeReading: (place: number) => string
  readonly declineAll: string
  readonly giveUp: string
  readonly name: (name: string) => string
  readonly attendee: (name: string) => string
  readonly forMyself: (name: string) => string
  readonly spelled: (name: string) => string
  readonly declineDetail: string
  readonly noNote: string
  readonly which: (which: { service: string | null; start: Temporal.ZonedDateTime | null }) => string
  readonly yes: string
  readonly no: string
  readonly correctName: (name: string) => string
  readonly confirmBooking: string
  readonly confirmMove: string
  readonly confirmCancel: string
  readonly joinWaitlist: string
  readonly wantWaitlist: string
  readonly callBack: string
  readonly nothingMore: string
  readonly thanks: string
  readonly switchTo: string
}
