import { z } from 'zod'

/** What we keep, sealed, of a connection to Google. */
export const googleSecrets = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('oauth'), refreshToken: z.string().min(1).max(2048) }),
  z.strictObject({
    kind: z.literal('service_account'),
    email: z.email(),
    privateKey: z.string().includes('PRIVATE KEY').max(10_000),
    keyId: z.string().max(200).optional(),
    /** Whom it acts as, where an administrator has allowed that. */
    subject: z.email().optional(),
  }),
])
export type GoogleSecrets = z.infer<typeof googleSecrets>
