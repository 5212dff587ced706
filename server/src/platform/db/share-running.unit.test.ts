import { expect, test } from 'vitest'
import { shareRunning } from './share-running.ts'

test('A question that many ask at once is asked once', async () => {
  const asked: string[] = []
  const answer = Promise.withResolvers<number>()
  const ask = shareRunning((question: string) => {
    asked.push(question)
    return answer.promise
  })
  const answers = Promise.all([ask('a'), ask('a'), ask('b')])
  answer.resolve(7)
  expect([await answers, asked]).toEqual([
    [7, 7, 7],
    ['a', 'b'],
  ])
})

test('An answer is not kept: who asks later learns what is so later', async () => {
  let now = 1
  const ask = shareRunning(async () => now)
  expect(await ask('a')).toBe(1)
  now = 2
  expect(await ask('a')).toBe(2)
})

test('A question that failed may be asked again', async () => {
  let broken = true
  const ask = shareRunning(async () => {
    if (broken) throw new Error('away')
    return 1
  })
  await expect(ask('a')).rejects.toThrow('away')
  broken = false
  expect(await ask('a')).toBe(1)
})
