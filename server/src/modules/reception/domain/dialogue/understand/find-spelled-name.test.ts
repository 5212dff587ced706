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
    ['Ludwig, Ida, Nordpol, Dora, Nordpol, Emil, Richard', 'Lindner'],
    ['Schule, Anton, Doppel-L, Emil, Richard', 'Schaller'],
    ['Petra Lintner, Lima India November Delta November Echo Romeo', 'Petra Lindner'],
    ['Aachen Berlin Essen Leipzig', 'Abel'],
    ['Sebastian Kelly, S E B A S T I A N', 'Sebastian Kelly'],
    ['Mein Name ist Mayer, M wie Martha A Y E R', 'Mayer'],
  ])('"%s" gives "%s"', (utterance, value) => {
    expect(hearAs(utterance, { kind: 'name' }).name).toMatchObject({ kind: 'heard', value })
  })

  test.each([
    ['a b', null],
    ['Petra O', null],
    ['J. R. Feld', 'J. R. Feld'],
    ['Emil Anton Berta', 'Emil Anton Berta'],
  ])('needs more letters than "%s" has', (utterance, value) => {
    expect(hearAs(utterance, { kind: 'name' }).name?.value ?? null).toBe(value)
  })
})
