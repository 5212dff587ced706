import type { Platform } from '../../platform/platform.ts'
import { currentCustomer, readCurrentCustomer } from './current-customer.ts'
import { tidyName } from './domain/person-name.ts'
import { createMergeFollowers } from './duplicates/merge-followers.ts'
import { customerErrors } from './errors.ts'
import { findCustomerByCaller } from './find-customer-by-caller.ts'
import { scheduleProofPurge } from './jobs.ts'
import { parsePhone } from './parse-phone.ts'
import { proveBirthDate } from './proofs/birth-date-proof.ts'
import { createOneTimeCodes } from './proofs/one-time-codes.ts'
import { provenAddress, provenIn } from './proofs/proof-store.ts'
import { prepareCustomer, resolveCustomer } from './resolve-customer.ts'
import { customerRoutes } from './routes.ts'
import { readTierEffects } from './tiers/tier-views.ts'
import { readCustomers } from './views.ts'

export { type TierEffects, tierEffects } from './domain/tier-effects.ts'
export type { MergeFollower } from './duplicates/merge-followers.ts'
export type { KnownCaller } from './find-customer-by-caller.ts'
export type { CodeId, Proof } from './proofs/proof-store.ts'
export type { CustomerWish, PreparedCustomer } from './resolve-customer.ts'
export { readWidestHorizon } from './tiers/tier-views.ts'
export type { CustomerSummary } from './views.ts'

export type Customers = ReturnType<typeof createCustomers>

/** People the tenant knows, and the numbers that lead to them. */
export function createCustomers(platform: Platform) {
  const followers = createMergeFollowers()
  scheduleProofPurge(platform)
  return {
    errors: customerErrors,
    /** E.164 for a number as people write or say it (German when it has no country), or null when it is none. */
    parsePhone,
    /** Who calls from this number: nobody known, one person, or several of a family. */
    findByCaller: findCustomerByCaller,
    /** The customer an appointment belongs to: a known one where that is certain, else a new one. */
    resolve: resolveCustomer,
    /** The same as statements, to be sent before those that need it. */
    prepare: prepareCustomer,
    /** The record an id means now, when it may have been merged; null when there is none. */
    current: currentCustomer,
    readCurrent: readCurrentCustomer,
    /** What follows a customer who is merged into another; said once, before the first request. */
    followMerges: followers.add,
    /** What the tier of a customer changes for them; nothing without one. */
    tierEffects: readTierEffects,
    /** A name fit to be stored: one line, no control characters, at most 200 characters. */
    tidyName,
    /** One-time codes of a call: made, verified, and told to whoever sends them. */
    codes: createOneTimeCodes(platform.keys),
    proveBirthDate,
    /** Where a code may be sent: to an address that the business entered itself, never to one that came by a call. */
    provenAddress,
    /** What a caller has proven in a call. */
    provenIn,
    /** Name, phone and address of these customers. */
    read: readCustomers,
    routes: customerRoutes(platform, followers),
  }
}
