import { z } from 'zod'
import type { LocationId, TenantId } from '../../platform/ids/ids.ts'

/** How a caller shows who they are: the number they call from, that and a date of birth, or a code sent to them. */
const identityProof = z.enum(['number', 'number_and_birth_date', 'code'])

export const identitySetting = z.strictObject({
  hear: identityProof.optional(),
  move: identityProof.optional(),
  cancel: identityProof.optional(),
})

/** What a tenant may change about itself. Defaults are the careful ones. */
export const settingsShape = {
  /** Keep the words of a call after it. Off until the tenant allows it. */
  store_transcripts: z.boolean().default(false),
  /** Keep recordings. Off until the tenant allows it. */
  store_recordings: z.boolean().default(false),
  /** Shown as the sender of messages and spoken by nobody. */
  contact_email: z.email().nullable().default(null),
  /** Whom at work to write to when something waits too long. */
  notification_email: z.email().nullable().default(null),
  /** Write to callers who were told on the phone what is not so. On: what was said in the business's name is taken back. */
  correct_callers: z.boolean().default(true),
  /** Whom of several who could do it a service is offered with, unless it has a rule of its own. */
  assignment: z.enum(['first', 'weighted', 'least_loaded', 'last_served']).default('first'),
  /** Who takes apart what callers say: the rules alone, or a language model beside them, where one is configured. */
  understanding: z.enum(['rules', 'model']).default('rules'),
  /** What is asked before own appointments are told, moved or cancelled on the phone; left out: see `proofFor`. */
  identity: identitySetting.default({}),
}
export const tenantSettings = z.object(settingsShape)
export type TenantSettings = z.infer<typeof tenantSettings>

export type Tenant = {
  readonly id: TenantId
  readonly slug: string
  readonly name: string
  readonly sector: string
  readonly timeZone: string
  readonly locale: string
  readonly region: string
  readonly settings: TenantSettings
  /** The first location; this version books for one. */
  readonly locationId: LocationId
  readonly address: string | null
}

/** The number is enough, except where health is concerned: there, hearing and cancelling take a code. */
export function proofFor(
  { sector, settings }: Pick<Tenant, 'sector' | 'settings'>,
  action: 'hear' | 'move' | 'cancel',
): z.infer<typeof identityProof> {
  return settings.identity[action] ?? (sector === 'health' && action !== 'move' ? 'code' : 'number')
}
