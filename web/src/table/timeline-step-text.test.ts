import { expect, test } from 'vitest'
import type { TimelineEntry } from '../api/contract.ts'
import { speakerOf, spokenIn, stepStatus, stepTitle } from './timeline-step-text.ts'

const entry = (facts: Partial<TimelineEntry>): TimelineEntry => ({
  id: 'e1',
  at: '2026-11-20T13:08:24.871Z',
  kind: 'tool',
  name: 'book_appointment',
  took_ms: 24,
  arguments: {},
  result: null,
  request_id: 'req-1',
  ...facts,
})

test('a tool is called what was asked of it, not what came of it', () => {
  const taken = entry({ result: { status: 'taken' } })
  expect(stepTitle(taken)).toBe('Termin buchen')
  expect(stepStatus(taken)).toEqual({ text: 'inzwischen vergeben', went: 'otherwise' })
})

test('an unknown name and an unknown status are shown as they are', () => {
  const step = entry({ name: 'new_tool', result: { status: 'brand_new' } })
  expect(stepTitle(step)).toBe('new_tool')
  expect(stepStatus(step)).toEqual({ text: 'brand_new', went: 'otherwise' })
})

test('what could not be found out went wrong', () => {
  expect(stepStatus(entry({ result: { status: 'unknown' } }))?.went).toBe('wrong')
})

test('a turn says who spoke and what', () => {
  const turn = entry({ kind: 'turn', name: 'caller', arguments: { text: 'Hallo' } })
  expect(speakerOf(turn)).toBe('caller')
  expect(stepTitle(turn)).toBe('Anrufer')
  expect(spokenIn(turn)).toBe('Hallo')
})

test('the sentence to speak comes before the words that were asked', () => {
  const step = entry({ arguments: { phrase: 'Dienstag' }, result: { status: 'free', say: 'Um zehn?' } })
  expect(spokenIn(step)).toBe('Um zehn?')
})

test('what is not stored of a sentence is named in the language of the reader', () => {
  const step = entry({ result: { status: 'booked', say: 'Auf den Namen [personal], Code [secret].' } })
  expect(spokenIn(step)).toBe('Auf den Namen [geschützt], Code [geschützt].')
})

test.each([null, undefined, 7, [], {}, { say: '' }, { say: 7 }])(
  'a step with the result %j says nothing',
  result => {
    expect(spokenIn(entry({ result }))).toBeNull()
    expect(stepStatus(entry({ result }))).toBeNull()
  },
)
