import { z } from 'zod'

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)
const credential = {
  id: bytes.min(1).max(1500),
  rawId: bytes.min(1).max(1500),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
}

/** What browsers say of a new key (`RegistrationResponseJSON`, WebAuthn level 3), but for extensions: none is asked for. */
export const madeKeyShape = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes,
    attestationObject: bytes,
    authenticatorData: bytes.optional(),
    publicKey: bytes.optional(),
    publicKeyAlgorithm: z.int().optional(),
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
})
export type MadeKey = z.infer<typeof madeKeyShape>

/** What a key has signed (`AuthenticationResponseJSON`). */
export const signedShape = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
})
export type Signed = z.infer<typeof signedShape>
