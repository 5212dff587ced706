import { describe, expect, test } from 'vitest'
import { leavesNoTestOut, namesEachTestOnce } from './test-rules.ts'

const file = (text: string, path = 'server/test/example.test.ts') => ({ path, text })

describe('Names of tests', () => {
  test.each([
    ['in one group', "describe('a', () => { test('b', f); test('b', f) })"],
    ['without a group', "test('b', f)\nit('b', f)"],
    [
      'in two groups of one name',
      "describe('a', () => { test('b', f) })\ndescribe('a', () => { test('b', f) })",
    ],
    ['over tables', "test.each([1])('b', f)\ntest.each([2])('b', f)"],
    ['in other quotes', "test('b', f)\ntest(`b`, f)"],
  ])('that come twice %s are found', (_where, text) => {
    expect(namesEachTestOnce(file(text))).toHaveLength(1)
  })

  test.each([
    ['in different groups', "describe('a', () => { test('b', f) })\ndescribe('c', () => { test('b', f) })"],
    ['in a file that is no test', "test('b', f)\ntest('b', f)", 'server/src/x.ts'],
    ['as calls of something else', "rule.test('b', f)\nrule.test('b', f)"],
  ])('may come twice %s', (_where, text, path = 'server/test/example.test.ts') => {
    expect(namesEachTestOnce(file(text, path))).toEqual([])
  })
})

describe('A test', () => {
  test.each([
    ["test.only('a', f)", /focuses/],
    ["describe.only('a', f)", /focuses/],
    ["test.only.each([1])('a', f)", /focuses/],
    ["// a reason\ntest.only('a', f)", /focuses/],
    ["test.skip('a', f)", /without saying why/],
    ["it.todo('a')", /without saying why/],
    ["test.skipIf(slow)('a', f)", /without saying why/],
    ["describe.runIf(fast)('a', f)", /without saying why/],
    ["test.fails('a', f)", /without saying why/],
  ])('like this is found: %s', (text, problem) => {
    expect(leavesNoTestOut(file(text)).join()).toMatch(problem)
  })

  test.each([
    ["// the provider answers 500 to this since 2026-11\ntest.skip('a', f)"],
    ["test.skip('a', f) // waits for the provider"],
    ["test('a', f)"],
    ["list.skip('a', f)"],
    ["const text = 'test.only()'"],
  ])('like this is not: %s', text => {
    expect(leavesNoTestOut(file(text))).toEqual([])
  })
})
