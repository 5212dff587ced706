import { describe, expect, it } from 'vitest'
import { foldWord, tokenize } from './tokenize.ts'

const texts = (phrase: string): readonly string[] => tokenize(phrase).map(({ text }) => text)

describe('tokenize', () => {
  it('writes umlauts out', () => {
    expect(foldWord('Übermäßig')).toBe('uebermaessig')
  })

  it('reads a decomposed umlaut as the composed one', () => {
    expect(foldWord('ü'.normalize('NFD'))).toBe('ue')
  })

  it('parts digits from letters', () => {
    expect(texts('14h30')).toEqual(['14', 'h', '30'])
  })

  it('keeps marks between numbers', () => {
    expect(texts('24.12.2026, 14:30')).toEqual(['24', '.', '12', '.', '2026', '14', ':', '30'])
  })

  it('drops the full stop of a sentence', () => {
    expect(texts('Bis morgen. Danke!')).toEqual(['bis', 'morgen', 'danke'])
  })

  it('joins the letters of "p.m."', () => {
    expect(texts('2 p.m.')).toEqual(['2', 'pm'])
  })

  it('notes a pause after a comma', () => {
    expect(tokenize('Dienstag, den').map(({ pause }) => pause)).toEqual([false, true])
  })

  it('reads a text without end only so far', () => {
    expect(tokenize('montag oder '.repeat(10_000))).toHaveLength(200)
  })

  it('gives the characters a token came from', () => {
    expect(tokenize('um halb').map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [3, 7],
    ])
  })
})
