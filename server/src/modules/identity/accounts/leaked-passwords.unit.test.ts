import { expect, test } from 'vitest'
import { judgePassword } from './leaked-passwords.ts'

const person = { email: 'mara.vogt@salon-morgenrot.example', name: 'Mara Vogt' }

test.each([
  ['kurz', 'too_short'],
  ['x'.repeat(129), 'too_long'],
  ['password1234', 'leaked'],
  ['Qwertyuiop123!', 'leaked'],
  ['111111111111', 'leaked'],
  ['passwordpassword', 'leaked'],
  ['Mara.Vogt2026', 'personal'],
  ['vier blaue Scheren', 'good'],
  ['🐈🐈‍⬛ zwei Katzen', 'good'],
])('the password "%s" is %s', (password, verdict) => {
  expect(judgePassword(password, person)).toBe(verdict)
})
