import { createHash } from 'node:crypto'
import { isValidPhoneNumber } from 'libphonenumber-js/max'
import type { OutgoingEvent } from '../port.ts'

export type CalcomAttendee = {
  readonly name: string
  readonly email: string
  readonly timeZone: string
  readonly language: string
  readonly phoneNumber?: string
}

/** Cal.com shows mails and times in this zone: the business's, never UTC. */
export function attendeeOf(
  { attendee, reference, zone }: Pick<OutgoingEvent, 'attendee' | 'reference' | 'zone'>,
  { domain, address }: { domain: string; address: 'technical' | 'customer' },
): CalcomAttendee {
  const { name, email, phone, locale } = attendee
  return {
    name,
    email: address === 'customer' && email !== null ? email : technicalAddress(reference, domain),
    timeZone: zone,
    language: locale,
    // A number that is none makes the whole booking fail for good (failure 54).
    ...(phone !== null && isValidPhoneNumber(phone) ? { phoneNumber: phone } : {}),
  }
}

/**
 * An address of its own for each appointment. With one for all, Cal.com takes two people for the same, and answers with a
 * booking that exists already (failure 55).
 */
export function technicalAddress(reference: string, domain: string): string {
  const name = createHash('sha256').update(reference).digest('hex').slice(0, 32)
  return `termin-${name}@${domain}`
}
