import { describe, expect, test } from 'vitest'
import { addressProblems } from './guide-rules.ts'

const PERMISSIONS = `
| route | needs | who is limited to locations |
| --- | --- | --- |
| \`GET /api/v1/rooms\` | \`read\` | as everybody |
| \`POST /api/v1/rooms\` | \`business\` | refused |
| \`POST /api/v1/rooms/:id/open\` | \`write\` | refused |
| \`POST /api/v1/rooms/:id/close\` | \`write\` | refused |
| \`PUT /api/v1/rooms\` | \`business\` | refused |
| \`GET /metrics\` | an address | – |
`
const guide = (...rows: string[]): string =>
  ['', '| method and path | scope | does |', '|---|---|---|', ...rows.map(row => `${row} |  |`), ''].join(
    '\n',
  )
const ROOMS = '| `GET /rooms?state=`, `POST`, `PUT /rooms` | read, manage'
const DOORS = '| `POST /rooms/{id}/open`, `…/close` | write'

describe('The addresses of the guide', () => {
  test.each([
    ['one by one', [ROOMS, DOORS]],
    ['with three methods of one', ['| `GET`, `POST`, `PUT /rooms` | read, manage', DOORS]],
    ['with three methods in one', ['| `GET, POST, PUT /rooms` | read, manage', DOORS]],
    ['with the same path again', ['| `GET /rooms`, `POST, PUT …` | read, manage', DOORS]],
    ['without a method again', [ROOMS, '| `POST /rooms/{id}/open`, `/rooms/{id}/close` | write']],
  ])('may be written %s', (_how, rows) => {
    expect(addressProblems(guide(...rows), PERMISSIONS)).toEqual([])
  })

  test('are missed', () => {
    expect(addressProblems(guide(ROOMS), PERMISSIONS)).toEqual([
      'POST /rooms/{}/open is missing',
      'POST /rooms/{}/close is missing',
    ])
  })

  test('that are none are found', () => {
    expect(addressProblems(guide(ROOMS, DOORS, '| `GET /doors` | read'), PERMISSIONS)).toEqual([
      'GET /doors is no address of the API',
    ])
  })

  test('with another scope are found', () => {
    const rooms = '| `GET, POST, PUT /rooms` | read, write'
    expect(addressProblems(guide(rooms, DOORS), PERMISSIONS)).toEqual([
      'POST /rooms needs business, and has "read, write"',
      'PUT /rooms needs business, and has "read, write"',
    ])
  })
})
