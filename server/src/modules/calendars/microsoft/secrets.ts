import { z } from 'zod'

/** What we keep, sealed, of a connection to Microsoft 365. */
export const microsoftSecrets = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delegated'), refreshToken: z.string().min(1).max(8192) }),
  z.strictObject({
    kind: z.literal('application'),
    /** Id or domain of the directory whose administrator consented. */
    directory: z.string().regex(/^[A-Za-z0-9.-]{1,200}$/),
    mailbox: z.email(),
    /** Of an application of their own; without them ours is meant. */
    clientId: z.string().min(1).max(200).optional(),
    clientSecret: z.string().min(1).max(500).optional(),
  }),
])
export type MicrosoftSecrets = z.infer<typeof microsoftSecrets>
