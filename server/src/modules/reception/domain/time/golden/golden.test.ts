import { describe, expect, it } from 'vitest'
import { parseTimePhrase } from '../parse-time-phrase.ts'
import { notate } from './golden-notation.ts'
import { goldenFiles, readGolden } from './golden-table.ts'

describe.each(goldenFiles())('golden phrases of %s', file => {
  it.each(readGolden(file))('reads "$phrase" said on $said as $meaning', ({ phrase, meaning, context }) => {
    expect(notate(parseTimePhrase(phrase, context))).toBe(meaning)
  })

  it(`has no phrase twice on one day in ${file}`, () => {
    const keys = readGolden(file).map(({ phrase, said }) => `${said}: ${phrase}`)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })
})
