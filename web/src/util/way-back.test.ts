import { expect, test } from 'vitest'
import { wayBackOf } from './way-back.ts'

test.each(['/calls', '/calls?x=1', '/requests/trace.of_me-1#end'])('a login leads back to %s', next => {
  expect(wayBackOf(next)).toBe(next)
})

test.each([
  'https://evil.example/x',
  '//evil.example/x',
  '/\\evil.example/x',
  '\\\\evil.example/x',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  ' /calls',
  'calls',
  '',
  7,
  ['/calls'],
  undefined,
])('a login never leads to %j', next => {
  expect(wayBackOf(next)).toBeUndefined()
})

test('a way back that climbs stays below the application', () => {
  expect(wayBackOf('/../../api/docs')).toBe('/api/docs')
})
