import { expect, test } from 'vitest'
import { moneyText } from './money-text.ts'

test('minor units are divided by what the currency has: cents for euros, none for yen', () => {
  expect(moneyText(4850, 'EUR', 'de-DE')).toBe('48,50\u00a0€')
  expect(moneyText(4850, 'JPY', 'de-DE')).toBe('4.850\u00a0¥')
})
