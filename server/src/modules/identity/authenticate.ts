import type { FastifyRequest } from 'fastify'
import type { Authenticate, Principal } from '../../platform/access/access.ts'
import { accessErrors } from '../../platform/access/access-errors.ts'
import { permissionsAt, permissionsOfScopes } from '../../platform/access/permissions.ts'
import type { KeyRing } from '../../platform/crypto/key-ring.ts'
import { shareRunning } from '../../platform/db/share-running.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { isChange } from '../../platform/http/own-origin.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { locationsOfKey } from './accounts/member-locations.ts'
import { permissionsOf, type SessionReader } from './accounts/sessions.ts'
import { API_KEY_FORM } from './create-api-key.ts'
import type { LastUse } from './note-last-use.ts'
import { isOver } from './rotate-api-key.ts'

/** API key in the header, or session in the cookie; a cookie that changes something must bring its CSRF token. */
export function createAuthenticate(
  platform: Platform,
  { sessions, lastUse, sessionCookie }: { sessions: SessionReader; lastUse: LastUse; sessionCookie: string },
): Authenticate {
  const findKey = shareRunning((prefix: string) =>
    platform.db.lookUp('identity: find an API key', look =>
      look
        .selectFrom('api_key')
        .select([
          'api_key.tenant_id',
          'api_key.hash',
          'api_key.scopes',
          'api_key.expires_at',
          'api_key.revoked_at',
          locationsOfKey.as('locations'),
        ])
        .where('api_key.prefix', '=', prefix)
        .compile(),
    ),
  )
  return async request => {
    const header = request.headers.authorization
    if (header !== undefined) {
      const known = await fromApiKey(platform, findKey, header)
      if (!known) return null
      lastUse.note(known.principal.tenantId, known.prefix, known.newHash)
      return known.principal
    }
    const cookie = request.cookies[sessionCookie]
    return cookie === undefined ? null : await fromSession({ sessions, keys: platform.keys }, cookie, request)
  }
}

type KeyRow = {
  readonly tenant_id: string
  readonly hash: string
  readonly scopes: readonly string[]
  readonly expires_at: Temporal.Instant | null
  readonly revoked_at: Temporal.Instant | null
  readonly locations: readonly string[] | null
}

type KnownKey = {
  readonly principal: Principal
  readonly prefix: string
  /** By the current secret key, where another one made the stored hash. */
  readonly newHash: string | null
}

async function fromApiKey(
  { keys, clock }: Platform,
  findKey: (prefix: string) => Promise<readonly KeyRow[]>,
  header: string,
): Promise<KnownKey | null> {
  const key = /^Bearer (\S{1,200})$/i.exec(header)?.[1]
  const prefix = key === undefined ? undefined : API_KEY_FORM.exec(key)?.[1]
  if (key === undefined || prefix === undefined) return null
  const [row] = await findKey(prefix)
  if (!row || row.revoked_at || !keys.verify('api-key', key, row.hash)) return null
  if (isOver(row.expires_at, clock.now())) return null
  const hash = keys.sign('api-key', key)
  return {
    prefix,
    newHash: hash === row.hash ? null : hash,
    principal: {
      tenantId: row.tenant_id as TenantId,
      actor: `api-key:${prefix}`,
      role: null,
      permissions: permissionsAt(row.locations, permissionsOfScopes(row.scopes)),
      locations: row.locations,
      via: 'api-key',
    },
  }
}

async function fromSession(
  { sessions, keys }: { sessions: SessionReader; keys: KeyRing },
  cookie: string,
  request: FastifyRequest,
): Promise<Principal | null> {
  const session = await sessions(cookie)
  if (!session) return null
  if (isChange(request)) {
    const csrf = request.headers['x-csrf-token']
    if (typeof csrf !== 'string' || !keys.verify('csrf', session.token, csrf))
      throw new AppError(accessErrors.csrf)
  }
  return {
    tenantId: session.tenantId,
    actor: `user:${session.email}`,
    role: session.role,
    permissions: permissionsOf(session),
    locations: session.locations,
    via: 'session',
  }
}
