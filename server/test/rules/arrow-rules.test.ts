import { describe, expect, test } from 'vitest'
import { arrowProblems, arrowsOfDocument } from './arrow-rules.ts'

const DOCUMENT = `Text.

| module | owns | may use |
|---|---|---|
| tenants | tenant | – |
| calls | call, timeline | tenants, customers |
| ops | health | any front door; nobody uses it |

| rule | enforced by |
|---|---|
| a | b |
`
const DRAWN = { tenants: [], calls: ['tenants', 'customers'], ops: null }

describe('The arrows', () => {
  test('are read from the table of the document', () => {
    expect(arrowsOfDocument(DOCUMENT)).toEqual(DRAWN)
  })

  test('are none in a document without the table', () => {
    expect(arrowsOfDocument('| a | b |')).toEqual({})
  })

  test('may be written in any order', () => {
    expect(arrowProblems(DRAWN, { ...DRAWN, calls: ['customers', 'tenants'] })).toEqual([])
  })

  test.each([
    ['is missing', { ...DRAWN, calls: ['tenants'] }],
    ['was added', { ...DRAWN, tenants: ['calls'] }],
    ['became free', { ...DRAWN, calls: null }],
    ['has a module of its own', { ...DRAWN, voice: [] }],
  ])('of which one %s are found', (_how, configured) => {
    expect(arrowProblems(DRAWN, configured)).toHaveLength(1)
  })
})
