/**
 * What customers may do with their appointments, by rules that a business sets. A rule that a narrower scope does not
 * name is inherited (tenant, location, service, staff); null takes an inherited one away. What nobody set is free.
 */
export type PolicyKind = 'cancel' | 'move'

export type PolicyFee =
  | { readonly kind: 'fixed'; readonly minor: number }
  /** The tier with the shortest time that is still longer than what is left. */
  | {
      readonly kind: 'tiered'
      readonly tiers: Array<{ readonly within_minutes: number; readonly minor: number }>
    }
  /** Of the appointment's price; without a price there is no fee (failure 90). */
  | { readonly kind: 'percent'; readonly percent: number }

/** What happens to whoever is past a limit: a fee after they agreed to it, the staff decides, or nothing. */
export type PolicyBeyond = 'fee' | 'staff' | 'not_allowed'

/** As it is stored. */
export type PolicyRules = {
  /** How long before the start it must be said. */
  readonly notice_minutes?: number | null | undefined
  /** How often in a calendar month one customer may. */
  readonly monthly_most?: number | null | undefined
  /** How often one appointment may be moved. */
  readonly most_moves?: number | null | undefined
  readonly beyond?: PolicyBeyond | null | undefined
  readonly fee?: PolicyFee | null | undefined
}

/** One set of rules out of several, from the widest scope to the narrowest. */
export function inheritRules(scopes: readonly PolicyRules[]): PolicyRules {
  const named = scopes.flatMap(rules => Object.entries(rules).filter(([, rule]) => rule !== undefined))
  return Object.fromEntries(named)
}

/** In the minor unit; null: none. */
export function feeOf(
  fee: PolicyFee | null | undefined,
  about: { minutesLeft: number; priceMinor: number },
): number | null {
  const minor = amountOf(fee, about)
  return minor !== null && minor > 0 ? minor : null
}

function amountOf(
  fee: PolicyFee | null | undefined,
  { minutesLeft, priceMinor }: { minutesLeft: number; priceMinor: number },
): number | null {
  if (!fee) return null
  switch (fee.kind) {
    case 'fixed':
      return fee.minor
    case 'percent':
      return Math.round((priceMinor * fee.percent) / 100)
    case 'tiered': {
      const reached = fee.tiers.filter(tier => minutesLeft < tier.within_minutes)
      const [nearest] = reached.toSorted((one, other) => one.within_minutes - other.within_minutes)
      return nearest?.minor ?? null
    }
    default:
      return fee satisfies never
  }
}
