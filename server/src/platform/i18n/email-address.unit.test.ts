import { expect, test } from 'vitest'
import { emailAddress } from './email-address.ts'

test.each([
  ['juergen@bücher.example', 'juergen@xn--bcher-kva.example'],
  ['info@Straße.example', 'info@xn--strae-oqa.example'],
  ['Petra.Lindner@Beispiel.de', 'Petra.Lindner@Beispiel.de'],
  ['info@xn--bcher-kva.example', 'info@xn--bcher-kva.example'],
])('"%s" is sent to "%s"', (written, sent) => {
  expect(emailAddress.parse(written)).toBe(sent)
})

test.each([
  'nirgendwo',
  'jürgen@beispiel.de',
  'a@bü cher.example',
  'a@bücher',
  'a@bücher.example/x',
  'a@１２７.0.0.1',
  'a@ü%2e.example',
  `a@${'ü'.repeat(150)}.example`,
  '@bücher.example',
])('"%s" is no address', written => {
  expect(emailAddress.safeParse(written).success).toBe(false)
})
