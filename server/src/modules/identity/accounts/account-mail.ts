import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'

const CONTEXT = 'account-mail'

const letter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reset'), to: z.string(), name: z.string(), link: z.string() }),
  z.object({ kind: z.literal('verification'), to: z.string(), name: z.string(), link: z.string() }),
  z.object({
    kind: z.literal('invitation'),
    to: z.string(),
    tenant: z.string(),
    invitedBy: z.string(),
    link: z.string(),
  }),
  z.object({
    kind: z.literal('new_device'),
    to: z.string(),
    name: z.string(),
    browser: z.string(),
    address: z.string(),
    at: z.string(),
  }),
])

/** What a person is told about the own account. */
export type AccountLetter = z.infer<typeof letter>

export function sealLetter({ keys }: Pick<Platform, 'keys'>, content: AccountLetter): string {
  return keys.sealer.seal(JSON.stringify(content), CONTEXT)
}

/** @throws Error for what we did not seal. */
export function openLetter({ keys }: Pick<Platform, 'keys'>, sealed: string): AccountLetter {
  return letter.parse(JSON.parse(keys.sealer.open(sealed, CONTEXT)))
}
