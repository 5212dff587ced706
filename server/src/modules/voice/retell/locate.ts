import type { Platform } from '../../../platform/platform.ts'
import type { CallIdentity } from '../../calls/index.ts'
import type { CalledNumber, Tenants } from '../../tenants/index.ts'
import type { VoiceConnection } from '../connections.ts'
import { quarantine } from '../quarantine.ts'
import type { Parties } from './to-call-event.ts'

/** Whose number was called, and who talks to whom. */
export type Located = {
  readonly kind: 'found'
  readonly number: CalledNumber & { kind: 'found' }
  readonly parties: Parties
}

/** Finds the tenant of the business's number, if this connection may speak for it; otherwise quarantine, and null. */
export function createLocate(platform: Platform, { tenants }: { tenants: Tenants }) {
  return async function locate(
    connection: VoiceConnection,
    parties: Parties | null,
    providerCallId: string | null,
  ): Promise<Located | null> {
    const number = parties
      ? await tenants.resolveCalledNumber({ e164: parties.businessE164, connectionId: connection.id })
      : ({ kind: 'no_number' } as const)
    if (number.kind === 'found' && parties) return { kind: 'found', number, parties }
    if (number.kind === 'found') return null
    await platform.db.acrossTenants('voice: quarantine a call', tx =>
      quarantine(tx, {
        source: `retell/${connection.slug}`,
        reason: number.kind,
        calledNumber: parties?.businessE164 ?? null,
        providerCallId,
        inboxId: null,
        at: platform.clock.now(),
      }),
    )
    return null
  }
}

export function identityOf(
  connection: VoiceConnection,
  callId: string,
  { number, parties }: Located,
): CallIdentity {
  return {
    connectionId: connection.id,
    provider: 'retell',
    providerCallId: callId,
    locationId: number.locationId,
    direction: parties.direction,
    callerE164: parties.callerE164,
    calledE164: parties.businessE164,
  }
}
