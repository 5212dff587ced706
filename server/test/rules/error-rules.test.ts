import { describe, expect, test } from 'vitest'
import { apiErrorProblems, errorDocumentProblems, errorProblems, statusProblems } from './error-rules.ts'

const declares = (code: string) =>
  `export const errors = defineErrors({ one: { code: '${code}', status: 404 } })`
const calls = { path: 'server/src/modules/calls/errors.ts', text: declares('calls/unknown') }

describe('Error codes', () => {
  test('of modules and of the platform are found to be good', () => {
    const access = {
      path: 'server/src/platform/access/access-errors.ts',
      text: declares('access/not-allowed'),
    }
    const platform = {
      path: 'server/src/platform/errors/platform-errors.ts',
      text: declares('platform/internal'),
    }
    expect(errorProblems([calls, access, platform])).toEqual([])
  })

  test.each([
    ['with the name of another module', { ...calls, text: declares('voice/unknown') }, /is not <module>/],
    ['in capitals', { ...calls, text: declares('calls/Unknown') }, /is not <module>/],
    ['with underscores', { ...calls, text: declares('calls/not_there') }, /is not <module>/],
    ['without a module', { ...calls, text: declares('unknown') }, /is not <module>/],
    ['deeper than a module', { ...calls, text: declares('calls/a/b') }, /is not <module>/],
    [
      'beside a route',
      { path: 'server/src/modules/calls/routes.ts', text: declares('calls/x') },
      /outside errors.ts/,
    ],
  ])('%s are found', (_where, file, problem) => {
    expect(errorProblems([file]).join()).toMatch(problem)
  })

  test('that are declared twice are found', () => {
    expect(errorProblems([calls, { ...calls, text: `${calls.text}\n${calls.text}` }]).join()).toMatch(
      /declared twice/,
    )
  })
})

describe('The documents', () => {
  test('may name what exists, and media types too', () => {
    expect(errorDocumentProblems([calls], 'An `application/json` body, and `calls/unknown`.')).toEqual([])
  })

  test('that lack a code are found', () => {
    expect(errorDocumentProblems([calls], '')).toEqual(['calls/unknown is not documented'])
  })

  test('that name a code which does not exist are found', () => {
    expect(errorDocumentProblems([calls], '`calls/unknown` `calls/gone`')).toEqual([
      'calls/gone is documented and does not exist',
    ])
  })
})

describe('The description of the API', () => {
  const answers = (code: string, status = '404') => ({
    paths: { '/api/v1/calls/{id}': { get: { responses: { [status]: { enum: [`/errors/${code}`] } } } } },
  })

  test('may answer what is declared', () => {
    expect(apiErrorProblems([calls], answers('calls/unknown'), {})).toEqual([])
  })

  test('that answers what nobody declares is found', () => {
    expect(apiErrorProblems([calls], answers('calls/gone'), { 'calls/unknown': 'elsewhere' })).toEqual([
      'calls/gone is answered and not declared',
    ])
  })

  test('that answers a declared code nowhere is found', () => {
    expect(apiErrorProblems([calls], { paths: {} }, {})).toEqual([
      'calls/unknown is declared, and no route answers it',
    ])
  })

  test('may leave a code to another door, unless it answers it or the code is gone', () => {
    expect(apiErrorProblems([calls], { paths: {} }, { 'calls/unknown': 'elsewhere' })).toEqual([])
    expect(
      apiErrorProblems([calls], answers('calls/unknown'), { 'calls/unknown': 'elsewhere' }),
    ).toHaveLength(1)
    expect(apiErrorProblems([calls], answers('calls/unknown'), { 'calls/gone': 'elsewhere' })).toHaveLength(1)
  })

  test('with another status than the code is found', () => {
    const problems = statusProblems([calls], '', answers('calls/unknown', '409'))
    expect(problems).toEqual(['GET /api/v1/calls/{id} answers calls/unknown with 409'])
  })

  test('is believed where it agrees, and so are the documents', () => {
    const table = '| `calls/unknown` | 404 | no such call |'
    expect(statusProblems([calls], table, answers('calls/unknown'))).toEqual([])
    expect(statusProblems([calls], table.replace('404', '410'), { paths: {} })).toEqual([
      'calls/unknown is documented with 410',
    ])
  })
})
