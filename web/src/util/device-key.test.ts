import { expect, test } from 'vitest'
import { isNameless } from './device-key.ts'

test.each(['127.0.0.1', '192.0.2.7', '[::1]'])('%s has no name', address => {
  expect(isNameless(address)).toBe(true)
})

test.each(['localhost', 'praxis.askpro.example', '1a.example'])('%s has one', address => {
  expect(isNameless(address)).toBe(false)
})
