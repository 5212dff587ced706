import { z } from 'zod'

export const MailFaults = z.strictObject({
  /** Every recipient is refused: `temporary` with 451, `permanent` with 550. */
  reject: z.enum(['temporary', 'permanent']).nullable().default(null),
  /** How long the server thinks before it accepts a mail. */
  delayMs: z.int().min(0).max(600_000).default(0),
})
export type MailFaults = z.infer<typeof MailFaults>
export type MailFaultsInput = z.input<typeof MailFaults>

/** An SMTP answer that refuses; undefined accepts. */
type Refusal = Error & { responseCode: number }

/** Refuses by the faults in force, and always for `bounce@…` (550) and `later@…` (451). */
export function refusalOf(address: string, faults: MailFaults): Refusal | undefined {
  const localPart = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  if (localPart === 'bounce' || faults.reject === 'permanent')
    return smtpError(550, `5.1.1 <${address}>: there is no such mailbox here`)
  if (localPart === 'later' || faults.reject === 'temporary')
    return smtpError(451, `4.3.0 <${address}>: not now, try again later`)
  return undefined
}

/** The error whose code and text smtp-server gives as its answer. */
export function smtpError(responseCode: number, message: string): Refusal {
  return Object.assign(new Error(message), { responseCode })
}
