import { describe, expect, test } from 'vitest'
import { gather } from './gather.ts'

describe('What is asked for at the same time', () => {
  test('goes alone when nothing else is under way', async () => {
    const batches: number[][] = []
    const double = gather(async (items: readonly number[]) => {
      batches.push([...items])
      return items.map(item => item * 2)
    }, 10)
    expect(await double(4)).toBe(8)
    expect(batches).toEqual([[4]])
  })

  test('waits while a batch is under way, and goes together in the next, at most so many', async () => {
    const batches: number[][] = []
    const first = Promise.withResolvers<void>()
    const double = gather(async (items: readonly number[]) => {
      batches.push([...items])
      if (batches.length === 1) await first.promise
      return items.map(item => item * 2)
    }, 3)
    const answers = Promise.all([1, 2, 3, 4, 5].map(double))
    first.resolve()
    expect(await answers).toEqual([2, 4, 6, 8, 10])
    expect(batches).toEqual([[1], [2, 3, 4], [5]])
  })

  test('fails alone: a bad one does not take the others along', async () => {
    const first = Promise.withResolvers<void>()
    const double = gather(async (items: readonly number[]) => {
      if (items.includes(0)) await first.promise
      if (items.includes(13)) throw new Error('unlucky')
      return items.map(item => item * 2)
    }, 10)
    const answers = Promise.allSettled([0, 1, 13, 2].map(double))
    first.resolve()
    expect((await answers).map(answer => answer.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  test('is taken up again after a failure', async () => {
    let broken = true
    const double = gather(async (items: readonly number[]) => {
      if (broken) throw new Error('away')
      return items.map(item => item * 2)
    }, 10)
    await expect(double(1)).rejects.toThrow('away')
    broken = false
    expect(await double(1)).toBe(2)
  })
})
