import { type RawBuilder, sql } from 'kysely'
import type { Language } from '../../platform/i18n/language.ts'
import { conditionsOf, type Outcome } from './domain/outcome.ts'

/** Which calls somebody looks for; what is null is anything. */
export type CallFilter = {
  readonly outcome: Outcome | null
  readonly language: Language | null
  /** Those in which an agent said what was not so. */
  readonly claims: 'ghost' | null
  /** Part of a number, or of the name of whoever called. */
  readonly words: string | null
}

/** Fewer digits than these are no number that somebody looks for. */
const FEWEST_DIGITS = 3

export function filtered({ outcome, language, claims, words }: CallFilter): RawBuilder<unknown> {
  return sql`
    ${outcome === null ? sql`` : hasOutcome(outcome)}
    ${language === null ? sql`` : sql`and call.language = ${language}`}
    ${claims === null ? sql`` : HAS_GHOST}
    ${words === null ? sql`` : isAbout(words)}`
}

const HAS_GHOST = sql`and exists (
  select from claim_check
  where claim_check.tenant_id = call.tenant_id and claim_check.call_id = call.id and claim_check.verdict = 'ghost')`

function hasOutcome(outcome: Outcome): RawBuilder<unknown> {
  const { happened, not, states } = conditionsOf(outcome)
  return sql`
    ${happened === null ? sql`` : sql`and ${factIn([happened])}`}
    ${not.length === 0 ? sql`` : sql`and not ${factIn(not)}`}
    ${states === null ? sql`` : sql`and call.state = any(${states}::text[])`}`
}

function factIn(kinds: readonly string[]): RawBuilder<unknown> {
  return sql`exists (
    select from call_fact
    where call_fact.tenant_id = call.tenant_id and call_fact.call_id = call.id and call_fact.kind = any(${kinds}::text[]))`
}

/** However a number was written: the zero of a trunk call and the plus are not in what is stored. */
function isAbout(words: string): RawBuilder<unknown> {
  const digits = /^[\d\s()/+-]+$/.test(words) ? words.replace(/\D/g, '').replace(/^0+/, '') : ''
  if (digits.length >= FEWEST_DIGITS)
    return sql`and (call.caller_e164 like ${`%${digits}%`} or call.called_e164 like ${`%${digits}%`})`
  const name = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql`and exists (
    select from customer
    where customer.tenant_id = call.tenant_id and customer.id = call.customer_id and customer.name ilike ${name})`
}
