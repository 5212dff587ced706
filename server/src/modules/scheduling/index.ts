import type { Platform } from '../../platform/platform.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers } from '../customers/index.ts'
import { changeExternalBusy, replaceExternalBusy } from './availability/external-busy.ts'
import {
  forgetExternalSource,
  noteExternalSource,
  releaseHoldsOverBusy,
} from './availability/external-source.ts'
import { createFindAlternatives } from './availability/find-alternatives.ts'
import { createBookableWindow, createFindFreeSlots } from './availability/find-free-slots.ts'
import { createFindVisits } from './availability/find-visits.ts'
import { createBookAppointment, createBookingSteps } from './booking/book-appointment.ts'
import { createBookGroup } from './booking/book-group.ts'
import { createCompleteContact } from './booking/complete-contact.ts'
import { createCancelAppointment } from './changes/cancel-appointment.ts'
import { changesOf } from './changes/change-history.ts'
import { createConfirmAwaiting } from './changes/confirm-awaiting.ts'
import { createCorrectAttendee } from './changes/correct-attendee.ts'
import { appointmentsFollow } from './changes/follow-merged-customer.ts'
import { createMoveAppointment } from './changes/move-appointment.ts'
import { createSettleAppointment } from './changes/settle-appointment.ts'
import { createUndoChange } from './changes/undo-change.ts'
import { createExplainSlot, createExplainStarts } from './explanation/explain-slot.ts'
import { createHoldSlot } from './holds/hold-slot.ts'
import { readKeptTime, releaseOldestHold, releaseOwnHold } from './holds/hold-store.ts'
import { scheduleHoldPurge } from './jobs.ts'
import { readPolicies, savePolicy } from './policies/policies.ts'
import { createPresentAppointments } from './present-with-customers.ts'
import { schedulingRoutes } from './routes.ts'
import { createBookSeries } from './series/book-series.ts'
import { createChangeSeries } from './series/change-series.ts'
import { createFindSeries } from './series/find-series.ts'
import { seriesFollow } from './series/follow-merged-customer.ts'
import { createPlanChange } from './series/plan-change.ts'
import { createPlanOccurrences } from './series/plan-occurrences.ts'
import { readSeries } from './series/series-views.ts'
import { createUndoSeries } from './series/undo-series.ts'
import { createSlotTokens } from './slot.ts'
import {
  appointmentsOfCall,
  appointmentsOfGroup,
  appointmentsOfSeries,
  countUpcoming,
  listAppointments,
  readAppointment,
  upcomingOf,
} from './views.ts'
import { createWaitlist } from './waitlist/create-waitlist.ts'
import { entryOfOffer, readEntry, waitingOf } from './waitlist/waitlist-views.ts'

export { type ExternalRange, externalKey } from './availability/external-busy.ts'
export type { WhenUnknown } from './availability/external-source.ts'
export type { SlotAnswer } from './availability/find-free-slots.ts'
export type { BookingResult } from './booking/book-appointment.ts'
export type { GroupResult } from './booking/book-group.ts'
export type { AppointmentChange } from './changes/change-history.ts'
export type { MoveResult } from './changes/move-appointment.ts'
export { changeSentence } from './domain/change-sentences.ts'
export type { ChangeTerms } from './domain/change-terms.ts'
export type { Reason } from './domain/explain-start.ts'
export { schedulingErrors } from './errors.ts'
export {
  appointmentBooked,
  appointmentCancelled,
  appointmentMoved,
  appointmentStateChanged,
  seriesBooked,
  seriesChanged,
  slotHeld,
  waitlistOffered,
} from './events.ts'
export type { KeptTime } from './holds/hold-store.ts'
export { answerRecurrence } from './json-lines/recurrence-line.ts'
export { answerSlotScenario } from './json-lines/slot-scenario.ts'
export type { PolicyWish } from './policies/policies.ts'
export { appointmentShape } from './present-appointment.ts'
export { type HoldRefusal, PROBLEM_OF } from './refusal.ts'
export type { Occurrence } from './series/plan-occurrences.ts'
export type { SeriesPlan, SeriesResult } from './series/series-wish.ts'
export type { FreeSlot, Slot } from './slot.ts'
export type { AppointmentView } from './views.ts'
export type { JoinResult } from './waitlist/join-waitlist.ts'
export type { EntryView } from './waitlist/waitlist-views.ts'

export type Scheduling = ReturnType<typeof createScheduling>

/** Free times, holds and appointments. The database refuses a second one in the same place. */
export function createScheduling(
  platform: Platform,
  { catalogue, customers }: { catalogue: Catalogue; customers: Customers },
) {
  scheduleHoldPurge(platform)
  customers.followMerges(appointmentsFollow)
  customers.followMerges(seriesFollow)
  const tokens = createSlotTokens(platform)
  const findFreeSlots = createFindFreeSlots(platform, catalogue)
  const findAlternatives = createFindAlternatives(findFreeSlots, tokens)
  const holdSlot = createHoldSlot(platform, { catalogue, tokens, findAlternatives })
  const bookingSteps = createBookingSteps(platform, { catalogue, customers, tokens, findAlternatives })
  const bookAppointment = createBookAppointment(bookingSteps)
  const bookGroup = createBookGroup(platform, { tokens, bookingSteps })
  const explainSlot = createExplainSlot(platform, catalogue)
  const findVisits = createFindVisits(findFreeSlots)
  const planOccurrences = createPlanOccurrences(platform, catalogue)
  const seriesBookings = createBookSeries(platform, { catalogue, customers, tokens, planOccurrences })
  const present = createPresentAppointments(platform, customers)
  const changes = {
    /** To another slot of its service; its own place never blocks it. */
    moveAppointment: createMoveAppointment(platform, { catalogue, tokens, findAlternatives }),
    /** By the rules of the business; the place is free at once. */
    cancelAppointment: createCancelAppointment(platform),
    settleAppointment: createSettleAppointment(platform),
    undoChange: createUndoChange(platform, { catalogue }),
  }
  const planChange = createPlanChange(platform, { catalogue, customers, planOccurrences })
  const seriesChanges = {
    /** What moving or cancelling several of a series would do; and doing it, all that are meant or none. */
    ...createChangeSeries(platform, { ...changes, tokens, planChange }),
    undoSeries: createUndoSeries(platform, changes),
  }
  const waitlist = createWaitlist(platform, { catalogue, customers, tokens, findFreeSlots, bookAppointment })
  return {
    ...changes,
    ...seriesChanges,
    /** Joining and leaving the waitlist, accepting and declining what is offered from it. */
    ...waitlist,
    /** Somebody's entries that are still waiting, with what is offered to them. */
    waitingOf,
    readWaitlistEntry: readEntry,
    /** The entry that an offer is for. */
    entryOfOffer,
    /** Sets what customers may do, for the tenant, a location, a service or a person. */
    savePolicy,
    readPolicies,
    /** Appointments as they leave the server. */
    presentAppointments: present.many,
    /** Free starts of a service in a range, earliest first. */
    findFreeSlots,
    /** Makes slots bookable: each gets a token that books exactly it. */
    offerSlots: tokens.offer,
    /** The earliest and the latest start that a service's notice, horizon and rule of working days allow. */
    bookableWindow: createBookableWindow(catalogue),
    /** Why a start is or is not free, by the same rules. */
    explainSlot,
    /** The same for several starts at once, without a sentence. */
    explainStarts: createExplainStarts(platform, catalogue),
    /** Makes ranges the busy time of a source for a resource, serialised against bookings in flight. */
    replaceExternalBusy,
    /** The same for some entries of a source; what it says of others stays. */
    changeExternalBusy,
    /** When a source was last read, until when that counts, and what counts then. */
    noteExternalSource,
    forgetExternalSource,
    /** Gives up holds over what turned out to be busy elsewhere. */
    releaseHoldsOverBusy,
    /** Confirms what waited for somebody's calendar to be read. */
    confirmAwaiting: createConfirmAwaiting(platform, changes.settleAppointment),
    holdSlot,
    /** What is kept by a hold that is not over. */
    readKeptTime,
    /** Gives up what a holder has kept for longest. */
    releaseOldestHold,
    /** Gives up one of them, by its key. */
    releaseOwnHold,
    bookAppointment,
    /** Several appointments, all or none; refused, nothing of it is left. */
    bookGroup,
    /** Every date of a series with its slot or its conflict; and booking it, all or all but those that conflict. */
    ...seriesBookings,
    readSeries,
    /** Several services one after the other, the shortest way for each start. */
    findVisits,
    /** What a token books, as `slot-key` text; null when it is not a token of this tenant. */
    slotKeyOf: tokens.keyOf,
    /** When the slot of a token starts (epoch milliseconds), also of an expired one; null when it is none. */
    slotStart: tokens.startOf,
    completeContact: createCompleteContact(platform),
    correctAttendee: createCorrectAttendee(platform, customers),
    readAppointment,
    changesOf,
    listAppointments,
    appointmentsOfCall,
    /** What was booked together, in order of time. */
    appointmentsOfGroup,
    /** What one rule made, in order of time. */
    appointmentsOfSeries,
    countUpcoming,
    upcomingOf,
    routes: schedulingRoutes(platform, {
      ...changes,
      ...seriesChanges,
      ...waitlist,
      present,
      catalogue,
      customers,
      findFreeSlots,
      offerSlots: tokens.offer,
      holdOf: tokens.holdOf,
      holdSlot,
      bookAppointment,
      bookGroup,
      explainSlot,
      findVisits,
      ...seriesBookings,
      findSeries: createFindSeries(platform, present),
    }),
  }
}
