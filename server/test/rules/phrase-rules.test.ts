import { describe, expect, test } from 'vitest'
import { leavesPhrasesToTheParser } from './phrase-rules.ts'

const PATH = 'server/src/modules/reception/tools/find-slots.ts'
const written = (text: string, path = PATH) => leavesPhrasesToTheParser({ path, text })

describe('A second reading of phrases', () => {
  test.each([
    ["if (when === 'morgen') return today.add({ days: 1 })"],
    ['const days = /heute|übermorgen/\nreturn date.subtract({ weeks: 1 })'],
    ["const DAYS = ['monday', 'tuesday']\nreturn DAYS[date.dayOfWeek - 1]"],
    ["when.includes('tomorrow') && date.setDate(date.getDate() + 1)"],
    ["import { parse } from 'chrono-node'"],
  ])('%s is found', text => {
    expect(written(text)).toHaveLength(1)
  })

  test.each([
    ["say('morgen')"],
    ['return today.add({ days: 1 })'],
    ['/** "morgen" */\nreturn today.add({ days: 1 }) // tomorrow'],
  ])('is not meant by %s', text => {
    expect(written(text)).toEqual([])
  })

  test('is not meant by the parser itself', () => {
    const text = "const words = { 'morgen': 1 }\nreturn today.add({ days: 1 })"
    expect(written(text, 'server/src/modules/reception/domain/time/words.ts')).toEqual([])
  })
})
