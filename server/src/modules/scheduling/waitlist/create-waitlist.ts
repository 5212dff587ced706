import type { Platform } from '../../../platform/platform.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import type { createFindFreeSlots } from '../availability/find-free-slots.ts'
import type { createBookAppointment } from '../booking/book-appointment.ts'
import type { SlotTokens } from '../slot.ts'
import { createAnswerOffer } from './answer-offer.ts'
import { entriesFollow } from './follow-merged-customer.ts'
import { createJoinWaitlist } from './join-waitlist.ts'
import { createOfferPlaces } from './offer-places.ts'
import { defineOfferJob, scheduleWaitlist } from './waitlist-jobs.ts'

export type Waitlist = ReturnType<typeof createWaitlist>

/**
 * Who waits, and what is offered to them. An entry is waiting until it is booked, withdrawn or lapsed; meanwhile it has
 * one open offer at most (`waitlist_offer_one_open`), each with a hold that ends at its deadline.
 */
export function createWaitlist(
  platform: Platform,
  parts: {
    catalogue: Catalogue
    customers: Customers
    tokens: SlotTokens
    findFreeSlots: ReturnType<typeof createFindFreeSlots>
    bookAppointment: ReturnType<typeof createBookAppointment>
  },
) {
  parts.customers.followMerges(entriesFollow)
  const places = createOfferPlaces(platform, parts)
  const offerPlaces = defineOfferJob(platform, places)
  const answers = createAnswerOffer(platform, { ...parts, offerPlaces })
  scheduleWaitlist(platform, { answers, offerPlaces: places })
  const { acceptOffer, declineOffer, leaveWaitlist } = answers
  return {
    joinWaitlist: createJoinWaitlist(platform, { ...parts, offerPlaces }),
    acceptOffer,
    declineOffer,
    leaveWaitlist,
  }
}
