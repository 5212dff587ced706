import { describe, expect, test } from 'vitest'
import { findTimeByWords } from '../testing/find-time-by-words.ts'
import { garage, salon } from '../testing/worlds.ts'
import { understand } from './understand.ts'
import type { Expecting } from './understanding.ts'

const inSalon = (words: string, expecting: Expecting = { kind: 'anything' }) =>
  understand(words, expecting, { lang: 'de', catalogue: salon, findTime: findTimeByWords })

describe('what a caller takes back in the same breath', () => {
  test.each([
    ['Ich möchte einen Termin absagen, äh nein, verschieben', 'move', 'cancel'],
    ['Verschieben, quatsch, absagen will ich ihn', 'cancel', 'move'],
    ['Einen Termin absagen, äh, nein, eigentlich einen neuen machen', 'book', 'cancel'],
  ] as const)('"%s" means %s and not %s', (words, meant, takenBack) => {
    const { intents } = inSalon(words)
    expect(intents).toContain(meant)
    expect(intents).not.toContain(takenBack)
  })

  test('a service that is denied is not meant', () => {
    expect(inSalon('Ich meinte keine Farbe, ich wollte eine Dauerwelle').service?.candidates).toEqual([
      'Dauerwelle',
    ])
  })
})

test('a name that is an everyday word too is one behind a given name', () => {
  expect(inSalon('Olga Weiss', { kind: 'name' }).name).toMatchObject({ kind: 'heard', value: 'Olga Weiss' })
  expect(inSalon('Weiß', { kind: 'name' }).name?.kind).not.toBe('heard')
  expect(inSalon('Grüß Gott', { kind: 'name' }).name?.kind).not.toBe('heard')
})

test('an address that contains a word asks for nothing', () => {
  const { email, intents } = inSalon('preis punkt liste at beispiel punkt de', { kind: 'email' })
  expect(email).toBe('preis.liste@beispiel.de')
  expect(intents).not.toContain('question_price')
})

test('a word that only points to a service is asked back, never assumed (failure 77)', () => {
  const around = { lang: 'de', catalogue: garage, findTime: findTimeByWords } as const
  const { service } = understand('Da leuchtet eine Lampe', { kind: 'anything' }, around)
  expect(service).toMatchObject({ candidates: ['Diagnose'], certain: false })
})
