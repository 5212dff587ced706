import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../platform/errors/app-error.ts'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { madeKeyShape, signedShape } from './accounts/passkey-shapes.ts'
import { MOST_PASSKEYS } from './accounts/passkey-store.ts'
import { type RelyingParty, relyingParty } from './accounts/relying-party.ts'
import { confirmPassword } from './confirm-password.ts'
import { createEntry } from './enter-session.ts'
import { identityErrors } from './errors.ts'
import type { IdentityParts } from './identity-parts.ts'
import { factorsOf, sessionOf, sessionShape } from './session-shape.ts'
import { ofOwn, whereFrom } from './where-from.ts'

const own = { kind: 'tenant', scope: 'own', reach: 'business' } as const
const { wrongPassword, wrongPasskey, unknownPasskey, passkeysNotConfigured, passkeyNeeded } = identityErrors
const { tooManyPasskeys, secondFactorRequired, tooManyAttempts, noBusiness } = identityErrors
const params = z.object({ id: z.uuid() })
const name = z.string().trim().min(1).max(60)
const optionsShape = z
  .record(z.string(), z.unknown())
  .describe('As `parse…OptionsFromJSON` of browsers takes them.')
const keyShape = z.object({
  id: z.uuid(),
  name: z.string(),
  since: z.string(),
  last_used_at: z.string().nullable(),
})

/** Logging in by passkey, and the passkeys of one's own account. */
export function passkeyRoutes(parts: IdentityParts) {
  const { passkeys, passkeyStore, attempts, record } = parts
  const enter = createEntry(parts)
  const partyOf = (request: FastifyRequest): RelyingParty => {
    const party = relyingParty(parts.linkBase(), request.headers.host)
    if (!party) throw new AppError(passkeysNotConfigured)
    return party
  }

  return (app: HttpServer): void => {
    app.post('/api/v1/session/passkey/options', {
      config: {
        access: { kind: 'public', why: 'logging in: what a passkey has to sign' },
        errors: [passkeysNotConfigured],
      },
      schema: { response: { 200: optionsShape } },
      handler: async request => ({ ...(await passkeys.beginEntering(partyOf(request))) }),
    })

    app.post('/api/v1/session/passkey', {
      config: {
        access: { kind: 'public', why: 'logging in by passkey' },
        errors: [wrongPasskey, passkeysNotConfigured, tooManyAttempts, noBusiness],
      },
      schema: { body: z.strictObject({ signed: signedShape }), response: { 200: sessionShape } },
      handler: async (request, reply) => {
        const party = partyOf(request)
        const subjects = [{ kind: 'address', name: clientAddress(request) }] as const
        const key = await attempts.guess(subjects, () => passkeys.checkSigned(party, request.body.signed))
        if (key === null) throw new AppError(wrongPasskey)
        const headers = await parts.openSession({ userId: key.userId, ...whereFrom(request) })
        return await enter({ headers, method: 'passkey' }, request, reply)
      },
    })

    app.get('/api/v1/profile/passkeys', {
      config: { access: own },
      schema: {
        response: {
          200: z.object({
            state: z
              .enum(['available', 'not_configured'])
              .describe('not_configured: browsers know passkeys at an https address with a name only.'),
            items: z.array(keyShape),
            next_cursor: z.null(),
          }),
        },
      },
      handler: async request => {
        const { userId } = await sessionOf(parts, request)
        const party = relyingParty(parts.linkBase(), request.headers.host)
        const items = (await passkeyStore.list(userId)).map(key => ({
          ...{ id: key.id, name: key.name, since: key.createdAt.toString() },
          last_used_at: key.lastUsedAt?.toString() ?? null,
        }))
        return {
          state: party ? ('available' as const) : ('not_configured' as const),
          items,
          next_cursor: null,
        }
      },
    })

    ownKeyRoutes(app)
  }

  function ownKeyRoutes(app: HttpServer): void {
    app.post('/api/v1/profile/passkeys/options', {
      config: {
        access: own,
        errors: [passkeysNotConfigured, wrongPassword, passkeyNeeded, tooManyPasskeys, tooManyAttempts],
      },
      schema: {
        body: z.strictObject({ password: z.string().max(200) }),
        response: { 200: optionsShape },
      },
      handler: async request => {
        const party = partyOf(request)
        const session = await factorsOf(parts, request)
        await confirmPassword(parts, request, { ...session, ...request.body })
        if ((await passkeyStore.list(session.userId)).length >= MOST_PASSKEYS)
          throw new AppError(tooManyPasskeys)
        return { ...(await passkeys.beginMaking(party, session)) }
      },
    })

    app.post('/api/v1/profile/passkeys/confirm', {
      config: { access: own, errors: [passkeysNotConfigured, wrongPasskey, passkeyNeeded] },
      schema: { body: z.strictObject({ name, made: madeKeyShape }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        const party = partyOf(request)
        const session = await factorsOf(parts, request)
        const made = await passkeys.checkMade(party, session.userId, request.body.made)
        if (made === null) throw new AppError(wrongPasskey)
        const outcome = await passkeyStore.add({ ...made, name: request.body.name })
        if (outcome === 'known') throw new AppError(wrongPasskey)
        await record.note(ofOwn('passkey_added', session, request))
        return reply.status(204).send(null)
      },
    })

    app.patch('/api/v1/profile/passkeys/:id', {
      config: { access: own, errors: [unknownPasskey] },
      schema: { params, body: z.strictObject({ name }), response: { 204: z.null() } },
      handler: async (request, reply) => {
        const { userId } = await sessionOf(parts, request)
        const outcome = await passkeyStore.rename(userId, request.params.id, request.body.name)
        if (outcome === 'unknown') throw new AppError(unknownPasskey)
        return reply.status(204).send(null)
      },
    })

    app.post('/api/v1/profile/passkeys/:id/remove', {
      config: {
        access: own,
        errors: [unknownPasskey, wrongPassword, passkeyNeeded, secondFactorRequired, tooManyAttempts],
      },
      schema: {
        params,
        body: z.strictObject({ password: z.string().max(200) }),
        response: { 204: z.null() },
      },
      handler: async (request, reply) => {
        const session = await factorsOf(parts, request)
        await confirmPassword(parts, request, { ...session, ...request.body })
        const last = session.secondFactorAsked && !session.authenticator ? 'stays' : 'may go'
        const outcome = await passkeyStore.remove(session.userId, request.params.id, last)
        if (outcome === 'unknown') throw new AppError(unknownPasskey)
        if (outcome === 'last') throw new AppError(secondFactorRequired)
        await record.note(ofOwn('passkey_removed', session, request))
        return reply.status(204).send(null)
      },
    })
  }
}
