import { feeOf, type PolicyBeyond, type PolicyKind, type PolicyRules } from './policy-rules.ts'

/** What "may I cancel?" and "may I move?" are decided by. Pure. */
export type ChangeQuestion = {
  readonly kind: PolicyKind
  readonly rules: PolicyRules
  readonly now: Temporal.Instant
  readonly appointment: {
    readonly state: string
    readonly startsAt: Temporal.Instant
    readonly priceMinor: number
    readonly currency: string
    readonly moves: number
  }
  /** How often the customer did it in this calendar month; null when no rule asks. */
  readonly thisMonth: number | null
}

export type Limit = 'notice' | 'monthly_most' | 'most_moves'

export type Fee = { readonly minor: number; readonly currency: string }

/** The answer, and why. `staff` and `no` are changed by a person who gives a reason; `impossible` by nobody. */
export type ChangeTerms = {
  readonly kind: PolicyKind
  readonly verdict: 'free' | 'fee' | 'staff' | 'no' | 'impossible'
  /** Which limit was passed, or which state forbids it; null when it is free. */
  readonly why: Limit | 'cancelled' | 'over' | null
  readonly fee: Fee | null
  readonly rules: PolicyRules
}

const CHANGEABLE: ReadonlySet<string> = new Set(['requested', 'confirmed'])

export function judgeChange(question: ChangeQuestion): ChangeTerms {
  const { kind, rules, appointment, now } = question
  const terms = { kind, rules, fee: null }
  if (appointment.state === 'cancelled') return { ...terms, verdict: 'impossible', why: 'cancelled' }
  if (!CHANGEABLE.has(appointment.state) || Temporal.Instant.compare(appointment.startsAt, now) <= 0)
    return { ...terms, verdict: 'impossible', why: 'over' }
  const limit = limitPassed(question)
  if (limit === null) return { ...terms, verdict: 'free', why: null }
  const beyond = beyondOf(rules)
  switch (beyond) {
    case 'staff':
      return { ...terms, verdict: 'staff', why: limit }
    case 'not_allowed':
      return { ...terms, verdict: 'no', why: limit }
    case 'fee': {
      const minor = feeOf(rules.fee, {
        minutesLeft: minutesUntil(question),
        priceMinor: appointment.priceMinor,
      })
      // No fee that anybody set is no fee (failure 90).
      if (minor === null) return { ...terms, verdict: 'free', why: null }
      return { ...terms, verdict: 'fee', why: limit, fee: { minor, currency: appointment.currency } }
    }
    default:
      return beyond satisfies never
  }
}

/** A limit without a consequence is a limit. */
function beyondOf({ beyond }: PolicyRules): PolicyBeyond {
  return beyond ?? 'not_allowed'
}

function limitPassed(question: ChangeQuestion): Limit | null {
  const { rules, appointment, kind, thisMonth } = question
  const isSet = (limit: number | null | undefined): limit is number => limit !== null && limit !== undefined
  if (isSet(rules.notice_minutes) && minutesUntil(question) < rules.notice_minutes) return 'notice'
  if (isSet(rules.monthly_most) && (thisMonth ?? 0) >= rules.monthly_most) return 'monthly_most'
  if (kind === 'move' && isSet(rules.most_moves) && appointment.moves >= rules.most_moves) return 'most_moves'
  return null
}

function minutesUntil({ now, appointment }: ChangeQuestion): number {
  return now.until(appointment.startsAt).total('minutes')
}
