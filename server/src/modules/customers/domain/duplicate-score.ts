/** Why two records may be one person. */
export type DuplicateReason = 'same_phone' | 'same_email' | 'same_name' | 'sounds_alike'

/** Two born on different days are two people, however alike the rest is: father and son share name and number. */
export type BirthDates = 'same' | 'different' | 'unknown'

const CONTACT = { phone: 30, email: 40 } as const

/**
 * How likely two records are one person, 0 to 100. A shared number alone says family; a name alone says little in a
 * country of Müllers; both together are as good as certain. It suggests, and never identifies anybody (failure 84).
 */
export function duplicateScore(reasons: ReadonlySet<DuplicateReason>, born: BirthDates): number {
  if (born === 'different') return 0
  const contact =
    (reasons.has('same_phone') ? CONTACT.phone : 0) + (reasons.has('same_email') ? CONTACT.email : 0)
  const name = reasons.has('same_name') ? 50 : reasons.has('sounds_alike') ? 40 : 0
  return Math.min(100, contact + name + (born === 'same' ? 15 : 0))
}
