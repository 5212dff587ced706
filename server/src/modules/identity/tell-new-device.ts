import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { clientAddress } from '../../platform/http/client-address.ts'
import { newId } from '../../platform/ids/ids.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import { sealLetter } from './accounts/account-mail.ts'
import { noteDevice } from './accounts/open-account.ts'
import type { SessionView } from './accounts/sessions.ts'
import { isOfDemo } from './demo-accounts.ts'
import { accountMailWanted } from './events.ts'
import type { IdentityParts } from './identity-parts.ts'

const YEAR_SECONDS = Temporal.Duration.from({ days: 365 }).total('seconds')

/** Marks the browser, and tells the person by mail when the account was opened in one that it did not know. */
export async function tellOfNewDevice(
  { platform, tenants, cookies, demo }: IdentityParts,
  session: SessionView,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const known = request.cookies[cookies.device]
  const device = known && /^[\w-]{32}$/.test(known) ? known : randomBytes(24).toString('base64url')
  reply.setCookie(cookies.device, device, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: cookies.secure,
    maxAge: YEAR_SECONDS,
  })
  const hash = createHash('sha256').update(device).digest('base64url')
  const seen = await noteDevice(platform, { userId: session.userId, hash })
  if (seen !== 'new' || (demo && isOfDemo(session.email))) return
  const { timeZone } = await platform.db.inTenant(session.tenantId, tenants.read)
  const sealed = sealLetter(platform, {
    kind: 'new_device',
    to: session.email,
    name: session.name,
    browser: (request.headers['user-agent'] ?? '').slice(0, 200),
    address: clientAddress(request),
    at: toOffsetString(platform.clock.now(), timeZone),
  })
  await platform.db.acrossTenants('identity: tell of a new browser', tx =>
    platform.jobs.publish(tx, accountMailWanted, { id: newId<'letter'>(), sealed }),
  )
}
