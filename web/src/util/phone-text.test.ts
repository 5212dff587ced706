import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { expect, test } from 'vitest'
import { phoneText } from './phone-text.ts'

test.each([
  ['+493023125001', '030 23125001'],
  ['+491713920017', '0171 3920017'],
  ['+4917604069012', '0176 04069012'],
  ['+492214710123', '0221 4710123'],
])('%s is shown as %s', (e164, text) => {
  expect(phoneText(e164)).toBe(text)
})

test.each([
  '+493023125001',
  '+494066969123',
  '+498999998123',
  '+496990009123',
  '+492214710123',
  '+491713920017',
  '+4917604069012',
])('the code of %s ends where the numbering plan says', e164 => {
  const planned = parsePhoneNumberFromString(e164)?.formatNational() ?? ''
  expect(phoneText(e164).split(' ')[0]).toBe(planned.split(' ')[0])
})

test('a number whose code we do not know stays unbroken', () => {
  expect(phoneText('+4933700000000')).toBe('033700000000')
})

test('a number of another country stays as it is', () => {
  expect(phoneText('+430000000')).toBe('+430000000')
})
