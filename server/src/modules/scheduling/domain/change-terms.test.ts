import { describe, expect, test } from 'vitest'
import { changeSentence } from './change-sentences.ts'
import { judgeChange } from './change-terms.ts'
import { inheritRules, type PolicyKind, type PolicyRules } from './policy-rules.ts'

const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const fixed = { kind: 'fixed', minor: 2500 } as const

function terms(
  rules: PolicyRules,
  about: {
    hours?: number
    price?: number
    state?: string
    moves?: number
    thisMonth?: number
    kind?: PolicyKind
  } = {},
) {
  const { hours = 10, price = 4800, state = 'confirmed', moves = 0, thisMonth = 0, kind = 'cancel' } = about
  const startsAt = now.add({ hours })
  const appointment = { state, startsAt, priceMinor: price, currency: 'EUR', moves }
  return judgeChange({ kind, rules, now, appointment, thisMonth })
}

describe('"May I cancel?"', () => {
  test('where nobody set a rule it is free, without a fee (failure 90)', () => {
    expect(terms({})).toMatchObject({ verdict: 'free', fee: null })
  })

  test('before the notice it is free, at the minute itself too, and after it is not', () => {
    const rules = { notice_minutes: 600, beyond: 'staff' } as const
    expect(terms(rules, { hours: 11 }).verdict).toBe('free')
    expect(terms(rules, { hours: 10 }).verdict).toBe('free')
    expect(terms(rules, { hours: 9 })).toMatchObject({ verdict: 'staff', why: 'notice' })
  })

  test('a limit without a consequence is a limit', () => {
    expect(terms({ notice_minutes: 1440 }).verdict).toBe('no')
  })

  test('a late one costs the fee that was set', () => {
    const late = terms({ notice_minutes: 2880, beyond: 'fee', fee: fixed })
    expect(late).toMatchObject({ verdict: 'fee', fee: { minor: 2500, currency: 'EUR' } })
  })

  test('a percentage of a price that nobody set is no fee (failure 90)', () => {
    const rules = { notice_minutes: 2880, beyond: 'fee', fee: { kind: 'percent', percent: 50 } } as const
    expect(terms(rules, { price: 4801 }).fee?.minor).toBe(2401)
    expect(terms(rules, { price: 0 })).toMatchObject({ verdict: 'free', fee: null })
  })

  test.each([
    [30, null],
    [20, 1000],
    [5, 3000],
  ])('%i hours before, the fee is that of the nearest tier', (hours, minor) => {
    const tiers = [
      { within_minutes: 24 * 60, minor: 1000 },
      { within_minutes: 6 * 60, minor: 3000 },
    ]
    const rules = { notice_minutes: 48 * 60, beyond: 'fee', fee: { kind: 'tiered', tiers } } as const
    expect(terms(rules, { hours }).fee?.minor ?? null).toBe(minor)
  })

  test('whoever cancelled often enough this month is past the limit', () => {
    expect(terms({ monthly_most: 2 }, { thisMonth: 1 }).verdict).toBe('free')
    expect(terms({ monthly_most: 2 }, { thisMonth: 2 })).toMatchObject({ verdict: 'no', why: 'monthly_most' })
  })

  test('what was moved often enough is not moved again, but may be cancelled', () => {
    expect(terms({ most_moves: 1 }, { moves: 1, kind: 'move' })).toMatchObject({ why: 'most_moves' })
    expect(terms({ most_moves: 1 }, { moves: 1 }).verdict).toBe('free')
  })

  test.each([
    ['cancelled', 10, 'cancelled'],
    ['completed', 10, 'over'],
    ['no_show', 10, 'over'],
    ['checked_in', 10, 'over'],
    ['confirmed', -1, 'over'],
  ])('of one that is %s %i hours from now there is nothing to cancel', (state, hours, why) => {
    expect(terms({}, { state, hours })).toMatchObject({ verdict: 'impossible', why })
  })
})

describe('Rules of several scopes', () => {
  test('what a narrower one does not name is inherited, what it names counts, null takes it away', () => {
    const tenant = { notice_minutes: 1440, beyond: 'fee', fee: fixed } as const
    const rules = inheritRules([tenant, { notice_minutes: 60, fee: undefined }, { fee: null }])
    expect(rules).toEqual({ notice_minutes: 60, beyond: 'fee', fee: null })
  })
})

describe('The sentence', () => {
  const late = terms({ notice_minutes: 2880, beyond: 'fee', fee: fixed })

  test('says the fee in both languages', () => {
    expect(changeSentence(late, 'de')).toBe('Wird der Termin jetzt noch abgesagt, kostet das 25,00\u00a0€.')
    expect(changeSentence(late, 'en')).toBe('If the appointment is cancelled now, that costs €25.00.')
  })

  test('says the rule when somebody has to decide', () => {
    const staff = terms({ notice_minutes: 1440, beyond: 'staff' }, { kind: 'move' })
    expect(changeSentence(staff, 'de')).toBe(
      'Termine können nur bis 24 Stunden vorher verlegt werden. Danach entscheidet das jemand aus dem Haus.',
    )
  })

  test('is not there when nothing stands against it', () => {
    expect(changeSentence(terms({}), 'de')).toBeNull()
  })
})
