import { expect, test } from 'vitest'
import { linesOf } from './json-lines.ts'

async function* chunksOf(...chunks: string[]) {
  yield* chunks
}
const lines = async (chunks: string[], most?: number) =>
  (await Array.fromAsync(linesOf(chunksOf(...chunks), most))).flat()

test('A line may come in any pieces, and the last one without its end', async () => {
  expect(await lines(['ab', 'c\nd', '', 'e\n\nf\ng'])).toEqual(['abc', 'de', '', 'f', 'g'])
})

test('A line ends with a line feed and not with what other texts separate lines with', async () => {
  expect(await lines(['"a\u2028b\u2029c\u0085"\n1\n'])).toEqual(['"a\u2028b\u2029c\u0085"', '1'])
})

test('A line that is too long keeps its place and nothing else', async () => {
  expect(await lines(['1\n12345', '6789', '0\n12345\n2\n'], 5)).toEqual(['1', null, '12345', '2'])
})

test('Nothing has no lines', async () => {
  expect(await lines([])).toEqual([])
})
