import { expect, test } from 'vitest'
import { changedRows, compareRows } from './compare-rows.ts'

const row = (id: string, fields: Record<string, unknown>) => ({ id, content: JSON.stringify(fields), fields })
const ten = row('1', { service: 'Föhnen', starts_at: '2026-11-24T09:00:00+00:00', staff: ['Mara'] })
const eleven = row('2', { service: 'Föhnen', starts_at: '2026-11-24T10:00:00+00:00', staff: ['Jonas'] })

test('an instant is compared as one, whatever its offset', () => {
  expect(compareRows('a', [{ starts_at: '2026-11-24T10:00:00+01:00' }], [ten])).toEqual([])
})

test.each([
  [{ one_of: ['2026-11-24T09:30:00+01:00', '2026-11-24T10:00:00+01:00'] }, 0],
  [{ within: ['2026-11-24T09:30:00+01:00', '2026-11-24T10:00:00+01:00'] }, 0],
  [{ within: ['2026-11-24T10:30:00+01:00', '2026-11-24T11:00:00+01:00'] }, 2],
])('a start may be %j', (starts_at, problems) => {
  expect(compareRows('a', [{ starts_at }], [ten])).toHaveLength(problems)
})

test('only the keys that are given count', () => {
  expect(compareRows('a', [{ staff: 'Mara' }], [ten])).toEqual([])
  expect(compareRows('a', [{ staff: 'Aylin' }], [ten])).toHaveLength(2)
})

test('each expected row needs a row of its own', () => {
  expect(compareRows('a', [{ service: 'Föhnen' }, { service: 'Föhnen' }], [ten])).toHaveLength(1)
  expect(compareRows('a', [{ service: 'Föhnen' }], [ten, eleven])).toHaveLength(1)
})

test('a particular expectation is not starved by a general one', () => {
  const expected = [{ service: 'Föhnen' }, { starts_at: '2026-11-24T09:00:00Z' }]
  expect(compareRows('a', expected, [ten, eleven])).toEqual([])
})

test('a row counts when it is new or not what it was', () => {
  const before = new Map([['1', ten]])
  const moved = { ...ten, content: 'other' }
  expect(
    changedRows(
      before,
      new Map([
        ['1', ten],
        ['2', eleven],
      ]),
    ),
  ).toEqual([eleven])
  expect(changedRows(before, new Map([['1', moved]]))).toEqual([moved])
})
