import { describe, expect, test } from 'vitest'
import type { CalendarImport, ImportService } from '../../api/contract.ts'
import { countOf, firstPicks, NOTHING, priceMinorOf, servicesShown, wishOf } from './import-choices.ts'

const service = (target: string, more: Partial<ImportService> = {}): ImportService => ({
  ...{ target, name: target, service_id: null, match: 'none', state: 'new', fields: [], problems: [] },
  hosts: { there: [], missing: [], only_here: [] },
  ...more,
})
const week = (schedule: string): CalendarImport['weeks'][number] => ({
  ...{ schedule, name: 'Woche', zone: 'Europe/Berlin', host: '1', resource_id: null, cannot: null },
  ...{ only_ours: [], only_theirs: [], days: [] },
})
const field = (name: 'minutes' | 'name', owner: 'ours' | 'theirs', changed: 'both' | null = null) =>
  ({ field: name, ours: 30, theirs: 45, owner, changed }) as const
const shown: CalendarImport = {
  ...{ preview: 'p', people: [], weeks: ['7', '8', '9'].map(week) },
  services: [
    service('a'),
    service('b', { state: 'differs', fields: [field('minutes', 'theirs'), field('name', 'ours')] }),
    service('c', { state: 'differs', fields: [field('minutes', 'theirs', 'both')] }),
    service('d', { state: 'same' }),
    service('e', { state: 'gone' }),
  ],
}

describe('Before anybody picked', () => {
  test('only what belongs to Cal.com is picked, and no conflict', () => {
    expect(firstPicks(shown).services).toEqual({ b: { ...NOTHING, fields: ['minutes'] } })
  })
})

describe('What is sent', () => {
  test('names the comparison and what was picked, and nothing that is to be added without a price', () => {
    const picks = {
      services: {
        a: { ...NOTHING, adds: true, price: '' },
        b: { ...NOTHING, fields: ['name' as const], gives: true },
        d: NOTHING,
      },
      people: { 1: 'id', 2: 'new', 3: '' },
      weeks: ['7'],
      days: { 7: ['2026-12-24'], 8: ['2026-12-31'], 9: [] },
    }
    const wish = wishOf(shown, picks)
    expect(wish).toEqual({
      preview: 'p',
      services: [{ target: 'b', fields: ['name'], hosts: false, their_fields: ['minutes', 'name'] }],
      people: [
        { host: '1', resource_id: 'id' },
        { host: '2', resource_id: null },
      ],
      weeks: [
        { schedule: '7', week: true, days: ['2026-12-24'] },
        { schedule: '8', week: false, days: ['2026-12-31'] },
      ],
    })
    expect(countOf(wish)).toBe(6)
    const priced = wishOf(shown, { ...picks, services: { a: { ...NOTHING, adds: true, price: '12,50' } } })
    expect(priced.services).toEqual([{ target: 'a', fields: [], hosts: false, price_minor: 1250 }])
  })
})

test('a price is read as it is typed in both languages', () => {
  expect(['12', '12,5', '12.50', ' 0 ', '', 'x', '-1', '1,234'].map(priceMinorOf)).toEqual([
    ...[1200, 1250, 1250, 0, null, null, null, null],
  ])
})

test('a filter shows what it says', () => {
  const of = (filter: Parameters<typeof servicesShown>[1]) =>
    servicesShown(shown.services, filter).map(({ target }) => target)
  expect([of('open'), of('new'), of('gone'), of('all').length]).toEqual([
    ['a', 'b', 'c', 'e'],
    ['a'],
    ['e'],
    5,
  ])
})
