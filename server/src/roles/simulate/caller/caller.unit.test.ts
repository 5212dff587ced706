import { describe, expect, test } from 'vitest'
import type { Act } from '../../../modules/reception/index.ts'
import { callerScript, type Quirk } from '../script.ts'
import { createCaller } from './caller.ts'
import type { Option } from './hear-turn.ts'

type Wish = {
  goals?: unknown[]
  facts?: unknown
  answers?: unknown
  quirks?: Quirk[]
  language?: 'de' | 'en'
}

function callerWith({ language = 'de', ...wish }: Wish) {
  const script = callerScript.parse({
    id: 'x',
    language,
    now: '2026-11-23T09:00:00+01:00',
    world: 'salon',
    caller: { says_first: 'Guten Tag.', ...wish },
    expect: {},
  })
  const caller = createCaller(script, { zone: 'Europe/Berlin', readPhrase: () => null })
  const hear = (acts: Act[], options: Option[] = [], text = '') => {
    const move = caller.hear({ acts, text, options, readings: [], code: null })
    return move.kind === 'say' ? move.text : move.kind
  }
  hear(['greet', 'disclose'])
  return hear
}

const option = (clock: string, staff = 'Mara'): Option => ({
  start: Temporal.Instant.from(`2026-11-24T${clock}:00+01:00`).epochMilliseconds,
  staff: [staff],
  spoken: clock,
})

describe('a scripted caller', () => {
  test('answers the last act that asks something', () => {
    const hear = callerWith({ facts: { name: 'Petra Lindner' } })
    expect(hear(['none_free', 'offer', 'ask_name'])).toBe('Petra Lindner')
  })

  test('gives what the script answers before what would be usual', () => {
    const hear = callerWith({ facts: { name: 'Petra Lindner' }, answers: { ask_name: 'Lindner' } })
    expect(hear(['ask_name'])).toBe('Lindner')
  })

  test.each([
    ['ask_phone', 'Möchte ich nicht angeben.'],
    ['ask_email', 'Möchte ich nicht angeben.'],
    ['ask_note', 'Weiß ich gerade nicht.'],
    ['ask_waitlist', 'Nein.'],
    ['offer_callback', 'Ja, gern.'],
    ['ask_other_staff', 'Ja.'],
    ['ask_anything_else', 'Nein, danke, das war alles.'],
  ] as const)('says to %s without anything in the script: %s', (act, words) => {
    expect(callerWith({})([act])).toBe(words)
  })

  test('insists on the person wanted', () => {
    const hear = callerWith({ goals: [{ intent: 'book', staff: 'Mara' }] })
    expect(hear(['ask_other_staff'])).toBe('Nein.')
    expect(hear(['offer'], [option('10:00', 'Jonas')])).toBe('Ich möchte aber bitte zu Mara.')
  })

  test('takes the first option that holds every key of accept', () => {
    const hear = callerWith({
      goals: [{ intent: 'book', accept: { not_before: '11:00', not_after: '12:00' } }],
    })
    expect(
      hear(
        ['offer'],
        ['10:00', '11:30', '12:00'].map(clock => option(clock)),
      ),
    ).toMatch(/zweiten|11 Uhr 30/)
  })

  test('tries the phrases in order, each once the offers of the one before were declined', () => {
    const hear = callerWith({
      goals: [
        {
          intent: 'book',
          when: ['morgen', 'am Freitag'],
          accept: { dates: ['2026-11-27'], exact_only: true },
        },
      ],
    })
    expect(hear(['ask_day'])).toBe('morgen')
    expect(hear(['offer'], [option('10:00')])).toBe('am Freitag')
    expect(hear(['offer'], [option('10:00')])).toBe('Nein, das passt mir leider alles nicht.')
  })

  test('goes on to the next goal when asked for anything else', () => {
    const hear = callerWith({ goals: [{ intent: 'book' }, { intent: 'question', question: 'Wo sind Sie?' }] })
    expect(hear(['booked', 'ask_anything_else'])).toBe('Ja, noch etwas: Wo sind Sie?')
    expect(hear(['answer', 'ask_anything_else'])).toBe('Nein, danke, das war alles.')
  })

  test('asks for no callback that was noted already', () => {
    const hear = callerWith({ goals: [{ intent: 'human' }, { intent: 'callback' }] })
    expect(hear(['callback_noted', 'ask_anything_else'])).toBe('Nein, danke, das war alles.')
  })
})

describe('quirks', () => {
  test('silence lasts until the caller is reminded', () => {
    const hear = callerWith({ facts: { name: 'Petra' }, quirks: [{ on: 'ask_name', do: 'silence' }] })
    expect(hear(['ask_name'])).toBe('silence')
    expect(hear(['remind', 'ask_name'])).toBe('Petra')
  })

  test('nth counts the turns that carry the act', () => {
    const quirks: Quirk[] = [{ on: 'offer', nth: 2, do: 'hang_up' }]
    const hear = callerWith({ goals: [{ intent: 'book' }], quirks })
    expect(hear(['offer'], [option('10:00')])).toBe('Ja, das passt mir.')
    expect(hear(['offer'], [option('10:00')])).toBe('hang_up')
  })

  test('what was said is said once more, and then the caller goes on', () => {
    const hear = callerWith({ facts: { name: 'Petra' }, quirks: [{ on: 'ask_name', nth: 1, do: 'repeat' }] })
    expect(hear(['ask_name'])).toBe('Guten Tag.')
    expect(hear(['ask_name'])).toBe('Petra')
  })

  test('the language changes for the rest of the call', () => {
    const hear = callerWith({ quirks: [{ on: 'ask_phone', do: 'switch_language' }] })
    expect(hear(['ask_phone'])).toBe('Could we go on in English, please?')
    expect(hear(['ask_anything_else'])).toBe('No, thank you, that is all.')
  })

  test('the first that fits acts', () => {
    const quirks: Quirk[] = [
      { on: 'any', do: 'say', text: 'eins' },
      { on: 'ask_name', do: 'say', text: 'zwei' },
    ]
    expect(callerWith({ quirks })(['ask_name'])).toBe('eins')
  })
})
