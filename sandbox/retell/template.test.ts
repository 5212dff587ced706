import { describe, expect, test } from 'vitest'
import { fillKnown, fillSentence, fillValue } from './template.ts'

const SCOPE = {
  free: { say: 'Frei ist Dienstag.', slots: [{ token: 'st1.a', seats: 2 }], none: null },
  tenant_name: 'Salon Morgenrot',
}

describe('fillSentence', () => {
  test.each([
    ['{{free.say}}', 'Frei ist Dienstag.'],
    ['{{ free.say }} Passt das?', 'Frei ist Dienstag. Passt das?'],
    ['{{tenant_name}}: {{free.slots.0.seats}} Plätze', 'Salon Morgenrot: 2 Plätze'],
    ['{{free.alternatives.0.token|free.slots.0.token}}', 'st1.a'],
    ['Ohne Vorlage {so}', 'Ohne Vorlage {so}'],
  ])('%s is spoken as %s', (sentence, value) => {
    expect(fillSentence(sentence, SCOPE)).toEqual({ kind: 'resolved', value })
  })

  test.each([
    ['{{held.say}}', 'held.say'],
    ['{{free.slots.1.token}}', 'free.slots.1.token'],
    ['{{free.none}}', 'free.none'],
    ['{{free.say}} {{a|b}}', 'a|b'],
    ['{{free.slots}}', 'free.slots'],
    ['{{free.say.length}}', 'free.say.length'],
    ['{{free.constructor}}', 'free.constructor'],
  ])('%s names what is missing or cannot be spoken', (sentence, path) => {
    expect(fillSentence(sentence, SCOPE)).toEqual({ kind: 'missing', path })
  })
})

describe('fillValue', () => {
  test('templates at any depth are filled and other values stay', () => {
    const args = { token: '{{free.slots.0.token}}', deep: [{ name: 'Frau {{tenant_name}}' }], n: 3, no: null }
    expect(fillValue(args, SCOPE)).toEqual({
      kind: 'resolved',
      value: { token: 'st1.a', deep: [{ name: 'Frau Salon Morgenrot' }], n: 3, no: null },
    })
  })

  test('a template that is the whole string keeps the type of its value', () => {
    expect(fillValue({ slots: '{{free.slots}}' }, SCOPE)).toEqual({
      kind: 'resolved',
      value: { slots: SCOPE.free.slots },
    })
  })

  test('what every object inherits is not an answer', () => {
    expect(fillValue('{{free.constructor}}', SCOPE)).toEqual({ kind: 'missing', path: 'free.constructor' })
  })

  test('one missing path makes the whole value missing', () => {
    expect(fillValue({ a: 'x', b: ['{{nobody}}'] }, SCOPE)).toEqual({ kind: 'missing', path: 'nobody' })
  })
})

test('dynamic variables that are not set stay in braces, to be spoken as they are', () => {
  expect(fillKnown('Hallo {{ caller_name }} bei {{tenant_name}}', { tenant_name: 'Morgenrot' })).toBe(
    'Hallo {{ caller_name }} bei Morgenrot',
  )
})
