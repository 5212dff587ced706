import type { HoldId, ResourceId, ServiceId, TenantId } from '../../../platform/ids/ids.ts'

/**
 * Signed text that stands for one offered slot: what it books is inside, so neither a model nor a page ever
 * writes a date. Without the key it cannot be made; another tenant's is worthless.
 *
 * Layout before the signature: format (1 byte), tenant (16), service (16), version (2), start in minutes (4),
 * expiry in seconds (4), count of resources (1), each resource (16), hold (16, or nothing).
 */
export type SlotClaim = {
  readonly tenantId: TenantId
  readonly serviceId: ServiceId
  readonly serviceVersion: number
  /** Epoch milliseconds, whole minutes. */
  readonly start: number
  /** One for every role of the service, in their order; somebody who fills two is named twice. */
  readonly resourceIds: readonly ResourceId[]
  /** Epoch milliseconds, whole seconds. */
  readonly expiresAt: number
  /** Set when the token stands for a hold rather than an offer. */
  readonly holdId: HoldId | null
}

export type Signer = { sign(text: string): string; verify(text: string, signature: string): boolean }

const FORMAT = 1
const FIXED_BYTES = 44
const ID_BYTES = 16

/** Signed text for a claim. */
export function encodeSlotToken(claim: SlotClaim, signer: Signer): string {
  return createTokenWriter(claim.expiresAt, signer)(claim)
}

/**
 * Writes the tokens of one answer, hundreds of which differ in little more than their start. Base64 makes four
 * characters of three bytes, and the start with the version lies between two such borders: what is before and behind
 * it is encoded once for a service and for whoever does it.
 */
export function createTokenWriter(
  expiresAt: number,
  signer: Signer,
): (claim: Omit<SlotClaim, 'expiresAt'>) => string {
  const heads = new Map<string, string>()
  const tails = new Map<string, string>()
  const headOf = ({ tenantId, serviceId }: Pick<SlotClaim, 'tenantId' | 'serviceId'>): string =>
    once(heads, tenantId + serviceId, () => hex(FORMAT, 1) + hexOfId(tenantId) + hexOfId(serviceId))
  const tailOf = ({ resourceIds, holdId }: Pick<SlotClaim, 'resourceIds' | 'holdId'>): string => {
    const ids = holdId === null ? resourceIds : [...resourceIds, holdId]
    return once(tails, `${resourceIds.length} ${ids.join()}`, () =>
      [hex(expiresAt / 1000, 4), hex(resourceIds.length, 1), ...ids.map(hexOfId)].join(''),
    )
  }
  return claim => {
    const body = headOf(claim) + base64OfStart(claim.serviceVersion, claim.start / 60_000) + tailOf(claim)
    return `${body}.${signer.sign(body)}`
  }
}

/** Null for text that we did not sign. Expiry and tenant are the caller's to check. */
export function decodeSlotToken(token: string, signer: Signer): SlotClaim | null {
  if (token.length > 600) return null
  const [body, signature, more] = token.trim().split('.')
  if (!body || !signature || more !== undefined || !signer.verify(body, signature)) return null
  const bytes = Buffer.from(body, 'base64url')
  if (bytes.readUInt8(0) !== FORMAT) return null
  const count = bytes.readUInt8(43)
  const resourceIds = Array.from({ length: count }, (_, index) =>
    idAt<'resource'>(bytes, FIXED_BYTES + index * ID_BYTES),
  )
  const holdAt = FIXED_BYTES + count * ID_BYTES
  return {
    tenantId: idAt<'tenant'>(bytes, 1),
    serviceId: idAt<'service'>(bytes, 17),
    serviceVersion: bytes.readUInt16BE(33),
    start: bytes.readUInt32BE(35) * 60_000,
    expiresAt: bytes.readUInt32BE(39) * 1000,
    resourceIds,
    holdId: bytes.length > holdAt ? idAt<'hold'>(bytes, holdAt) : null,
  }
}

/** What makes two tokens mean the same slot, however often and by whomever they were issued. */
export function slotKey(
  slot: Pick<SlotClaim, 'serviceId' | 'serviceVersion' | 'start' | 'resourceIds'>,
): string {
  return [slot.serviceId, slot.serviceVersion, slot.start / 60_000, slot.resourceIds.join('+')].join('/')
}

/** What a key was made of, apart from the version of the service. */
export function partsOfSlotKey(key: string): {
  serviceId: ServiceId
  startsAt: Temporal.Instant
  resourceIds: ResourceId[]
} {
  const [serviceId = '', , minute = '', resources = ''] = key.split('/')
  return {
    serviceId: serviceId as ServiceId,
    startsAt: Temporal.Instant.fromEpochMilliseconds(Number(minute) * 60_000),
    resourceIds: resources.split('+') as ResourceId[],
  }
}

/** What was encoded under a key before, or the encoding of what is given as hexadecimal text. */
function once(known: Map<string, string>, key: string, hexText: () => string): string {
  const found = known.get(key)
  if (found !== undefined) return found
  const encoded = Buffer.from(hexText(), 'hex').toString('base64url')
  known.set(key, encoded)
  return encoded
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Two bytes of the version and four of the minute, without a step out of JavaScript. */
function base64OfStart(version: number, minute: number): string {
  return base64Of3(version * 256 + Math.floor(minute / 2 ** 24)) + base64Of3(minute % 2 ** 24)
}

function base64Of3(bytes: number): string {
  const [first, second] = [ALPHABET.charAt(bytes >> 18), ALPHABET.charAt((bytes >> 12) & 63)]
  return first + second + ALPHABET.charAt((bytes >> 6) & 63) + ALPHABET.charAt(bytes & 63)
}

function hex(number: number, bytes: number): string {
  return number.toString(16).padStart(bytes * 2, '0')
}

function hexOfId(id: string): string {
  return id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24)
}

function idAt<Kind extends string>(bytes: Buffer, offset: number) {
  const hex = bytes.subarray(offset, offset + ID_BYTES).toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as import('../../../platform/ids/ids.ts').Id<Kind>
}
