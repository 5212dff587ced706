import { createHash } from 'node:crypto'

/** What is sealed of one event: everything but the values themselves, which are there as salted hashes. */
export type Link = {
  readonly id: string
  /** UTC with microseconds, as `LINK_COLUMNS` writes it. */
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly requestId: string | null
  readonly beforeHash: string
  readonly afterHash: string
}

/** What a chain begins with. */
export const NOTHING_BEFORE = '0'.repeat(64)

/** Each event is sealed together with the one before it: one that is changed, gone or moved breaks what follows. */
export function sealLink(previous: string, seq: number, link: Link): string {
  const { id, at, actor, action, entity, entityId, requestId, beforeHash, afterHash } = link
  const fields = [previous, seq, id, at, actor, action, entity, entityId, requestId, beforeHash, afterHash]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** What is signed where a chain ends. */
export function chainEnd(tenantId: string, seq: number, hash: string): string {
  return `${tenantId}/${seq}/${hash}`
}
