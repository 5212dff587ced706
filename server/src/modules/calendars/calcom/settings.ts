import { z } from 'zod'

/** What of the configuration concerns Cal.com. */
export type CalcomSettings = {
  /** Where accounts are that name no address of their own, without the /v2; null: nowhere. */
  baseUrl(): string | null
  /** A domain of ours, for attendees without an address: nobody reads there, and nobody else's mail is there. */
  readonly attendeeDomain: string
}

/** What is kept of an account. Accounts of cal.eu, or on a server of one's own, name its address. */
export const calcomSecrets = z.strictObject({
  kind: z.literal('api_key'),
  apiKey: z.string().min(8),
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  webhookSecret: z.string().min(16).optional(),
})
export type CalcomSecrets = z.infer<typeof calcomSecrets>

/** What a link adds to each booking. */
export const calcomLinkSettings = z.object({
  /** Answers to fields of the event type that nobody can be asked for on the telephone. */
  booking_fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Who of ours each host of a shared event type is, by the host's number. */
  hosts: z.record(z.string(), z.uuid()).default({}),
  /** Fields of the service that follow Cal.com, by their names and with commas; all others are ours. */
  their_fields: z.string().default(''),
  /** Cal.com writes to whatever address an attendee has, besides what we send. */
  attendee_email: z.enum(['technical', 'customer']).default('technical'),
})
