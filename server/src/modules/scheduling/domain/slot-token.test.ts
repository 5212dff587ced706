import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyRing } from '../../../platform/crypto/key-ring.ts'
import { newId } from '../../../platform/ids/ids.ts'
import { createTokenWriter, decodeSlotToken, encodeSlotToken, type SlotClaim, slotKey } from './slot-token.ts'

function signerFor(key: Buffer) {
  const keys = createKeyRing(key)
  return {
    sign: (text: string) => keys.sign('slot-token', text),
    verify: (text: string, signature: string) => keys.verify('slot-token', text, signature),
  }
}
const signer = signerFor(randomBytes(32))
const claim: SlotClaim = {
  tenantId: newId<'tenant'>(),
  serviceId: newId<'service'>(),
  serviceVersion: 3,
  start: 1_795_168_800_000,
  resourceIds: [newId<'resource'>(), newId<'resource'>()],
  expiresAt: 1_795_170_000_000,
  holdId: null,
}

test('a token gives back exactly what it was made of', () => {
  expect(decodeSlotToken(encodeSlotToken(claim, signer), signer)).toEqual(claim)
  const held = { ...claim, holdId: newId<'hold'>() }
  expect(decodeSlotToken(encodeSlotToken(held, signer), signer)).toEqual(held)
})

test('a token is the bytes that its layout says, however many are written for one answer', () => {
  const ids = Array.from({ length: 4 }, () => newId<'resource'>())
  const id = fc.constantFrom(...ids)
  const claims = fc.record({
    serviceId: fc.constantFrom(newId<'service'>(), newId<'service'>()),
    serviceVersion: fc.integer({ min: 1, max: 65_535 }),
    start: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(minute => minute * 60_000),
    resourceIds: fc.array(id, { minLength: 1, maxLength: 3 }),
    holdId: fc.constantFrom(null, newId<'hold'>()),
  })
  fc.assert(
    fc.property(fc.array(claims, { minLength: 1, maxLength: 5 }), given => {
      const write = createTokenWriter(claim.expiresAt, signer)
      for (const one of given) {
        const whole: SlotClaim = { ...claim, ...one }
        const [body = ''] = write(whole).split('.')
        expect(Buffer.from(body, 'base64url').toString('hex')).toBe(bytesOf(whole))
        expect(decodeSlotToken(write(whole), signer)).toEqual(whole)
      }
    }),
  )
})

/** The layout, written out: what is offered today must be readable by yesterday's process. */
function bytesOf(of: SlotClaim): string {
  const hex = (number: number, bytes: number) => number.toString(16).padStart(2 * bytes, '0')
  const plain = (id: string) => id.replaceAll('-', '')
  return [
    hex(1, 1),
    plain(of.tenantId),
    plain(of.serviceId),
    hex(of.serviceVersion, 2),
    hex(of.start / 60_000, 4),
    hex(of.expiresAt / 1000, 4),
    hex(of.resourceIds.length, 1),
    ...of.resourceIds.map(plain),
    of.holdId ? plain(of.holdId) : '',
  ].join('')
}

test('a token is short enough to be read back by a language model', () => {
  expect(
    encodeSlotToken({ ...claim, resourceIds: claim.resourceIds.slice(0, 1) }, signer).length,
  ).toBeLessThan(110)
})

test('a token of another key is none', () => {
  expect(decodeSlotToken(encodeSlotToken(claim, signerFor(randomBytes(32))), signer)).toBeNull()
})

test('changing any one character makes a token worthless', () => {
  const token = encodeSlotToken(claim, signer)
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '7', '_', '.'), (index, letter) => {
      const changed = token.slice(0, index) + letter + token.slice(index + 1)
      const meant = decodeSlotToken(changed, signer)
      if (changed !== token && meant !== null)
        expect(meant).toEqual(claim) // unused bits of the last character
      else if (changed !== token) expect(meant).toBeNull()
    }),
  )
})

test('invented text is never a token', () => {
  fc.assert(fc.property(fc.string({ maxLength: 700 }), text => decodeSlotToken(text, signer) === null))
})

test('two who change their roles are another slot', () => {
  expect(slotKey(claim)).not.toBe(slotKey({ ...claim, resourceIds: claim.resourceIds.toReversed() }))
})
