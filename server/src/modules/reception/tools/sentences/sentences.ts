import type { AppointmentView, Slot } from '../../../scheduling/index.ts'

/** What is said of a slot, or of the appointment that has it; its token is nobody's to hear. */
export type SpokenSlot =
  | Pick<Slot, 'start' | 'zone' | 'staff'>
  | Pick<AppointmentView, 'startsAt' | 'zone' | 'staff'>

type Slots = readonly SpokenSlot[]
type Names = readonly string[]

/**
 * Every sentence of the tools, once for each language: a language that lacks one does not compile. A sentence that
 * claims something is made from the committed row and from nothing else.
 */
export type Sentences = {
  readonly slot: (slot: SpokenSlot) => string
  readonly free: (slots: Slots) => string
  readonly onlyOne: (slot: SpokenSlot) => string
  readonly instead: (slots: Slots) => string
  readonly cannotLook: string
  readonly nothingEarlier: string
  readonly taken: (slots: Slots) => string
  readonly closed: (slots: Slots) => string
  readonly notWorking: (staff: string, slots: Slots) => string
  readonly past: (today: Temporal.PlainDate) => string
  readonly contradictory: (readings: Names) => string
  readonly ambiguous: (readings: Names) => string
  readonly askDay: string
  readonly askService: (names: Names) => string
  readonly unknownService: (names: Names) => string
  readonly whichStaff: (names: Names) => string
  readonly askStaff: (wanted: string, names: Names) => string
  /** `earliest`: what can be had at the earliest, as `moment` says it; null: nothing soon. */
  readonly tooSoon: (earliest: string | null) => string
  /** `before`: as `moment` says it. */
  readonly onlySoon: (service: string, before: string) => string
  readonly tooFar: (days: number) => string
  readonly moment: (start: number, zone: string) => string
  readonly held: (slot: string, minutes: number) => string
  readonly expired: string
  readonly invalidToken: string
  readonly askName: string
  readonly askEmail: string
  readonly askPhone: string
  readonly booked: (facts: BookedFacts) => string
  /** A person confirms it; until then nothing is booked, and the place is kept. */
  readonly requested: (facts: BookedFacts) => string
  readonly bookedTogether: (appointments: readonly OwnAppointment[]) => string
  readonly askTimes: string
  /** A series has a day and a time of day. */
  readonly askSeriesTime: string
  /** Nothing of it is to be had. */
  readonly seriesNone: string
  readonly seriesFree: (facts: SeriesFacts) => string
  /** Some are not to be had; `missing` has them. */
  readonly seriesConflicts: (facts: SeriesFacts & { readonly missing: Names }) => string
  readonly bookedSeries: (facts: SeriesFacts & { readonly attendee: string }) => string
  readonly requestedSeries: (facts: SeriesFacts & { readonly attendee: string }) => string
  readonly joinedWaitlist: (facts: WaitlistFacts) => string
  /** Nobody could tell them that something became free. */
  readonly askNumberToReach: string
  /** The latest moment of a callback, as it stands in `noted`. */
  readonly atTheLatest: (moment: string) => string
  readonly noted: (by: string) => string
  readonly notedWithoutNumber: (by: string) => string
  /** For the people who call back: no reason was given. */
  readonly callbackWanted: string
  /** Nothing is promised by it, and no appointment stands behind it. */
  readonly wishNoted: (service: string | null) => string
  readonly transfer: string
  readonly nobodyToTransferTo: string
  /** `week`: as `spokenWeek` says it. */
  readonly transferClosed: (week: Names) => string
  readonly services: (names: Names) => string
  /** A price of nothing is none that anybody set (failure 90): it is not spoken. */
  readonly servicePrices: (services: readonly PricedService[]) => string
  readonly noServices: string
  /** While something takes longer than a breath. */
  readonly oneMoment: string
  /** Something of ours broke: what was said has to be said again. */
  readonly sayAgain: string
  readonly todayIs: (date: Temporal.PlainDate) => string
  readonly today: (facts: { today: string; opening: string; week: string }) => string
  readonly window: (from: string, until: string) => string
  readonly week: (days: Names) => string
  readonly openToday: (windows: Names) => string
  readonly closedToday: string
  /** Nobody we know by their number, or who would have to prove more than that. */
  readonly notIdentified: string
  readonly proofByCode: string
  readonly proofByBirthDate: string
  readonly codeSent: string
  readonly askCode: string
  readonly verified: string
  readonly wrongCode: string
  readonly tooManyCodes: string
  readonly noChannel: string
  readonly noAppointments: string
  readonly ownAppointments: (appointments: readonly OwnAppointment[], more: number) => string
  readonly askWhich: (appointments: readonly OwnAppointment[]) => string
  readonly moved: (appointment: OwnAppointment) => string
  readonly cancelled: (appointment: OwnAppointment) => string
  readonly confirmFee: (facts: OwnAppointment & { kind: 'move' | 'cancel'; fee: string }) => string
  /** `rule`: the business's own, as a sentence. */
  readonly notAllowed: (rule: string, next: 'transfer' | 'callback' | 'none') => string
  readonly otherService: (service: string) => string
  /** `day`: as `todayIs` says it. */
  readonly openOn: (day: string, windows: Names) => string
  readonly closedOn: (day: string) => string
  readonly team: (people: Names) => string
  readonly doneBy: (service: string, people: Names) => string
  /** `week`: as `spokenWeek` says it. */
  readonly worksOn: (person: string, week: Names) => string
  /** `hours`: how long before it must be said, and what is so afterwards; null: any time. */
  readonly changeRules: (
    kind: 'cancel' | 'move',
    rules: {
      readonly hours: number | null
      readonly beyond: 'fee' | 'staff' | 'not_allowed' | null
      readonly fee: string | null
    },
  ) => string
  readonly doesServices: (person: string, services: Names) => string
  readonly yesDoes: (person: string, service: string) => string
  readonly noDoesNot: (person: string, work: { service: string; people: Names }) => string
  readonly askQuestion: string
  readonly notKnown: string
  readonly unknownTool: string
  readonly notAvailable: string
}

export type WaitlistFacts = {
  readonly service: string
  /** Nobody: anybody. */
  readonly staff: Names
  readonly attendee: string
  /** How they hear that something became free. */
  readonly by: 'email' | 'phone'
}

/** The appointments of a series, in order of time, as `slot` says each. */
export type SeriesFacts = { readonly service: string; readonly slots: Names }

export type BookedFacts = {
  readonly service: string
  readonly slot: string
  readonly attendee: string
  readonly reference: string
  /** Where a confirmation goes; null: nowhere. */
  readonly email: string | null
}

/** `slot`: as the sentence of that name says it. */
export type OwnAppointment = { readonly service: string; readonly slot: string }

export type PricedService = {
  readonly name: string
  readonly price: string
  readonly duration: string
  readonly priceMinor: number
}
