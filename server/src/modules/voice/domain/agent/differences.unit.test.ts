import { describe, expect, test } from 'vitest'
import { canonical, differencesBetween, sameFieldsOf, withoutSecrets } from './differences.ts'

describe('Differences', () => {
  test('name the field, and what it was and is', () => {
    const [before, after] = [{ a: { b: 1, c: [1, 2] } }, { a: { b: 2, c: [1] } }]
    expect(differencesBetween(before, after)).toEqual([
      { path: 'a.b', before: 1, after: 2 },
      { path: 'a.c', before: [1, 2], after: [1] },
    ])
  })

  test('find a tool by its name and not by its place', () => {
    const [find, book] = [
      { name: 'find', url: 'x' },
      { name: 'book', url: 'x' },
    ]
    expect(differencesBetween({ tools: [find, book] }, { tools: [book, find] })).toEqual([])
    const gone = differencesBetween({ tools: [find, book] }, { tools: [find] })
    expect(gone.map(({ path }) => path)).toEqual(['tools.book'])
  })

  test('are none where a provider leaves out what is empty', () => {
    expect(differencesBetween({ a: null, b: [] }, {})).toEqual([])
  })
})

describe('What is compared', () => {
  test('is what somebody decided, however much a provider answers', () => {
    const found = { a: 1, more: true, tools: [{ name: 'x', added: 1 }] }
    expect(sameFieldsOf({ a: 2, tools: [{ name: 'x' }] }, found)).toEqual({ a: 1, tools: [{ name: 'x' }] })
  })

  test('keeps a tool that nobody decided', () => {
    expect(sameFieldsOf({ tools: [] }, { tools: [{ name: 'x' }] })).toEqual({ tools: [{ name: 'x' }] })
  })

  test('has the same text whatever the order of its fields', () => {
    expect(canonical({ b: [1, { d: 1, c: 2 }], a: null })).toBe(canonical({ b: [1, { c: 2, d: 1 }] }))
    expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }))
  })
})

describe('What is shown of a provider’s document', () => {
  test('has no address of a line, however deep, and no key of a tool that somebody added by hand', () => {
    const tool = {
      ...{
        name: 'extra',
        url: 'https://else.example.invalid',
        headers: { Authorization: 'Bearer key_of_theirs' },
      },
      query: [{ api_key: 'key_of_theirs', day: 'today' }],
    }
    const shown = withoutSecrets({ tool, engine: { llm_websocket_url: 'wss://else.example.invalid/secret' } })
    expect(JSON.stringify(shown)).not.toMatch(/key_of_theirs|wss:/)
    expect(shown).toMatchObject({ tool: { name: 'extra', query: [{ api_key: '•••', day: 'today' }] } })
  })
})
