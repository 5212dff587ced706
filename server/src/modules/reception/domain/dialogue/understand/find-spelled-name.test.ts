import { describe, expect, test } from 'vitest'
import { hearAs } from '../testing/hear-as.ts'

describe('a name that is spelled', () => {
  test.each([
    ['L wie Ludwig, I, N, D, N wie Nordpol, E, R', 'Lindner'],
    ['Lindner, L-I-N-D-N-E-R', 'Lindner'],
    ['Petra Lindner, L I N T N E R', 'Petra Lintner'],
    ['Das schreibt sich M, Ü, Doppel-L, E, R', 'Müller'],
    ['Petra, M A Y E R', 'Petra Mayer'],
    ['Anna Wißmach, W, I, Eszett, M, A, C, H', 'Anna Wißmach'],
    ['Mein Name ist Maier, M A Y E R', 'Mayer'],
    ['Mein Name ist Mayer, M wie Martha A Y E R', 'Mayer'],
  ])('"%s" gives "%s"', (utterance, value) => {
    expect(hearAs(utterance, { kind: 'name' }).name).toMatchObject({ kind: 'heard', value })
  })

  test.each([
    ['a b', null],
    ['Petra O', null],
    ['J. R. Feld', 'J. R. Feld'],
  ])('needs more letters than "%s" has', (utterance, value) => {
    expect(hearAs(utterance, { kind: 'name' }).name?.value ?? null).toBe(value)
  })
})
