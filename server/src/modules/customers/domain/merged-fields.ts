/** What a record can lend to the one it is merged into. */
export type Fillable = {
  readonly email: string | null
  readonly notes: string | null
  readonly date_of_birth: string | null
  readonly vip_tier_id: string | null
}

export const FILLABLE = ['email', 'notes', 'date_of_birth', 'vip_tier_id'] as const

/** Only what the kept record lacks; what it says itself stays, and the merged record keeps its own. */
export function filledFields(kept: Fillable, merged: Fillable): Partial<Fillable> {
  const missing = FILLABLE.filter(field => kept[field] === null && merged[field] !== null)
  return Object.fromEntries(missing.map(field => [field, merged[field]]))
}

/** Of what was filled in, what is still as it was filled: only that is taken back. */
export function stillFilled(now: Fillable, filled: Partial<Fillable>): Array<keyof Fillable> {
  return FILLABLE.filter(field => filled[field] !== undefined && filled[field] === now[field])
}
