import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKeyRing } from './key-ring.ts'
import { createSealer } from './sealer.ts'

const key = randomBytes(32)

test('a sealed secret opens again with the same key and context', () => {
  const sealer = createSealer(key)
  expect(sealer.open(sealer.seal('geheim: ß', 'voice_connection/1'), 'voice_connection/1')).toBe('geheim: ß')
})

test('the same secret sealed twice looks different', () => {
  const sealer = createSealer(key)
  expect(sealer.seal('x', 'c')).not.toBe(sealer.seal('x', 'c'))
})

test('a sealed secret moved to another row does not open', () => {
  const sealer = createSealer(key)
  expect(() => sealer.open(sealer.seal('x', 'row/1'), 'row/2')).toThrow()
})

test('a changed byte does not open', () => {
  const sealer = createSealer(key)
  const sealed = sealer.seal('some secret', 'c')
  const flipped = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
  expect(() => sealer.open(flipped, 'c')).toThrow()
})

test('a secret sealed before a rotation still opens after it', () => {
  const newer = createSealer(randomBytes(32), [key])
  expect(newer.open(createSealer(key).seal('old', 'c'), 'c')).toBe('old')
})

test('a signature counts only for its own purpose and text', () => {
  const keys = createKeyRing(key)
  const signature = keys.sign('slot-token', 'text')
  expect(keys.verify('slot-token', 'text', signature)).toBe(true)
  expect(keys.verify('csrf', 'text', signature)).toBe(false)
  expect(keys.verify('slot-token', 'text2', signature)).toBe(false)
  expect(keys.verify('slot-token', 'text', '')).toBe(false)
})

test('what is stored and what was offered stays signed: keys of the API, tokens', () => {
  const { sign } = createKeyRing(Buffer.alloc(32, 5))
  expect([sign('slot-token', 'a'), sign('slot-token', 'Föhnen')]).toEqual([
    'N9ajIxUMmIXsZURR1cstbw',
    'Ckq3SAkJ2T2RA251SND2qw',
  ])
  expect(sign('api-key', 'x'.repeat(90))).toBe('q52piDXSyX3XmQm41QHzVw')
  const sixteenBytes = [...'abcdefghij'].map(text => sign('csrf', text))
  expect(sixteenBytes.map(text => Buffer.from(text, 'base64url').toString('base64url'))).toEqual(sixteenBytes)
  expect(new Set(sixteenBytes.map(text => Buffer.from(text, 'base64url').length))).toEqual(new Set([16]))
})

test('a key that is too short is refused at once', () => {
  expect(() => createKeyRing(Buffer.alloc(16))).toThrow(/32 bytes/)
})

test('while one key replaces another, what either signed or sealed counts, and the current one signs', () => {
  const newKey = randomBytes(32)
  const [before, accepting, after] = [
    createKeyRing(key),
    createKeyRing(key, { next: [newKey] }),
    createKeyRing(newKey, { older: [key] }),
  ]
  for (const made of [before, accepting, after])
    for (const read of [accepting, after]) {
      expect(read.verify('csrf', 'text', made.sign('csrf', 'text'))).toBe(true)
      expect(read.signatures('invitation', 'text')).toContain(made.sign('invitation', 'text'))
      expect(read.sealer.open(made.sealer.seal('secret', 'c'), 'c')).toBe('secret')
    }
  expect(accepting.sign('csrf', 'text')).toBe(before.sign('csrf', 'text'))
  expect(after.sign('csrf', 'text')).not.toBe(before.sign('csrf', 'text'))
})

test('a key that is no longer accepted signs and opens nothing', () => {
  const after = createKeyRing(randomBytes(32))
  expect(after.verify('csrf', 'text', createKeyRing(key).sign('csrf', 'text'))).toBe(false)
  expect(() => after.sealer.open(createKeyRing(key).sealer.seal('secret', 'c'), 'c')).toThrow()
})
