import { expect, test } from 'vitest'
import { parseScript } from './script.ts'

const call = {
  id: 'x',
  now: '2026-11-23T09:12:00+01:00',
  world: 'salon',
  caller: { says_first: 'Hallo', goals: [{ intent: 'book' }] },
  expect: {},
}

const problemsOf = (value: unknown): readonly string[] => {
  const file = parseScript(typeof value === 'string' ? value : JSON.stringify(value), 'x.json')
  return file.kind === 'unreadable' ? file.problems : []
}

test('a script may leave out whatever has a default', () => {
  expect(problemsOf(call)).toEqual([])
})

test.each([
  ['no JSON at all', '{', /^x\.json is no JSON/],
  ['an unknown world', { ...call, world: 'bakery' }, /^x\.json: world: /],
  [
    'an act that does not exist',
    { ...call, caller: { ...call.caller, answers: { ask_age: '40' } } },
    /answers/,
  ],
  [
    'a key with a slip',
    { ...call, caller: { ...call.caller, goals: [{ intent: 'book', wen: 'morgen' }] } },
    /wen/,
  ],
  [
    'an instant without its offset',
    { ...call, now: '2026-11-23T09:12:00' },
    /^x\.json: now: must be an instant/,
  ],
  [
    'a setting that no business has',
    { ...call, given: { settings: { open: true } } },
    /given\.settings.*open/,
  ],
  [
    'a customer with an unknown key',
    { ...call, given: { customers: [{ key: 'k', name: 'A', age: 4 }] } },
    /age/,
  ],
  [
    'a fact that no caller has',
    { ...call, caller: { ...call.caller, facts: { shoe_size: '40' } } },
    /shoe_size/,
  ],
  ['an expected row with an unknown key', { ...call, expect: { appointments: [{ room: '1' }] } }, /room/],
  ['a list instead of a script', [], /the script/],
])('%s is said with its place', (_, value, said) => {
  expect(problemsOf(value).join('\n')).toMatch(said)
})

test('an unreadable script is reported by its id where it has one', () => {
  expect(parseScript(JSON.stringify({ ...call, world: 'bakery' }), 'x.json')).toMatchObject({ id: 'x' })
  expect(parseScript('{', 'x.json')).toMatchObject({ id: 'x.json' })
})
