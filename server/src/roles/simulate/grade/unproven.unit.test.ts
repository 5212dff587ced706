import { expect, test } from 'vitest'
import { unproven } from './unproven.ts'

const nothing = { facts: [], ran: [], own: [] }
const turn = (text: string, ...acts: Parameters<typeof unproven>[0]['acts'][number][]) => ({
  acts,
  text,
  ended: false,
})
const found = {
  name: 'find_slots',
  args: {},
  answer: {
    status: 'free',
    say: 'Frei ist Dienstag um zehn Uhr.',
    slots: [{ spoken: 'Dienstag um zehn Uhr' }],
  },
}

test('an act that claims an effect needs the committed fact', () => {
  expect(unproven(turn('Gern.', 'booked'), nothing)).toHaveLength(1)
  expect(unproven(turn('Gern.', 'booked'), { ...nothing, facts: ['booked'] })).toEqual([])
})

test.each([
  'Ihr Termin ist gebucht.',
  'Dienstag um zehn Uhr ist frei.',
  'That is 48 euros.',
  'Wir öffnen um neun Uhr.',
])('"%s" needs a tool that said so', text => {
  expect(unproven(turn(text, 'answer'), nothing)).toHaveLength(1)
})

test('what a tool has said may be said, whole or in parts', () => {
  expect(
    unproven(turn('Frei ist Dienstag um zehn Uhr. Passt das?', 'offer'), { ...nothing, ran: [found] }),
  ).toEqual([])
  expect(unproven(turn('Ich fasse zusammen: Dienstag um zehn Uhr.'), { ...nothing, ran: [found] })).toEqual(
    [],
  )
  expect(
    unproven(turn('Ich fasse zusammen: Dienstag um elf Uhr.'), { ...nothing, ran: [found] }),
  ).toHaveLength(1)
})
