import { describe, expect, test } from 'vitest'
import type { Line } from './conversation.ts'
import { recognitionIn, unheardText } from './speech.ts'

const line = (id: number, speaker: Line['speaker'], text: string): Line => ({
  ...{ id, speaker, text },
  tookMs: null,
  delivery: 'delivered',
})

describe('A browser', () => {
  test('that can listen under either name is found, and one that cannot is none', () => {
    const Ear = class {}
    expect(recognitionIn({ SpeechRecognition: Ear })).toBe(Ear)
    expect(recognitionIn({ webkitSpeechRecognition: Ear })).toBe(Ear)
    expect(recognitionIn({})).toBeNull()
  })
})

describe('Read aloud', () => {
  const lines = [
    line(0, 'receptionist', 'Guten Tag.'),
    line(1, 'caller', 'Föhnen bitte.'),
    line(2, 'receptionist', 'Wann?'),
    line(3, 'receptionist', 'Vormittags?'),
  ]

  test('is what the receptionist said since, and nothing of the caller', () => {
    expect(unheardText(lines, 1)).toBe('Wann? Vormittags?')
    expect(unheardText(lines, 4)).toBe('')
  })
})
