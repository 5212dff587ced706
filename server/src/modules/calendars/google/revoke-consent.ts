import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { Answer, CalendarAccount } from '../port.ts'
import { failureOf } from '../provider-failure.ts'
import { googleSecrets } from './secrets.ts'
import type { ReadGoogleSettings } from './settings.ts'

/**
 * Gives back what somebody consented to (RFC 7009); what was given back already counts as done. Service accounts have
 * nothing to give back: whoever shared a calendar with them ends that.
 */
export async function revokeConsent(
  { outbound, settings }: { outbound: Outbound; settings: ReadGoogleSettings },
  account: CalendarAccount,
): Promise<Answer<null>> {
  const secrets = googleSecrets.safeParse(account.secrets)
  const to = settings()
  if (to === null || !secrets.success || secrets.data.kind !== 'oauth') return { kind: 'done', value: null }
  try {
    await outbound.request({
      ...{ provider: 'google', connection: account.connectionId, tenantId: account.tenantId },
      ...{ operation: 'revoke consent', method: 'POST', url: to.revokeUrl, repeat: 'safe' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: secrets.data.refreshToken }).toString(),
      // A token that is unknown there, or over, is what is wanted.
      expect: [400],
    })
    return { kind: 'done', value: null }
  } catch (error) {
    return failureOf(error, 'reads')
  }
}
