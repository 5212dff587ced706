import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/access/permissions.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { permission, unless } from '../../platform/http/permission.ts'
import { newId } from '../../platform/ids/ids.ts'
import { sealLetter } from './accounts/account-mail.ts'
import { changeMember, listMembers, type Member, readLoginRules, saveLoginRules } from './accounts/people.ts'
import { identityErrors } from './errors.ts'
import { accountMailWanted } from './events.ts'
import type { IdentityParts } from './identity-parts.ts'
import { invitationLink } from './links.ts'

const access = { kind: 'tenant', scope: 'people' } as const
const role = z.enum(MEMBER_ROLES)
const params = z.object({ id: z.uuid() })
const rules = z.strictObject({ second_factor_roles: z.array(role).max(MEMBER_ROLES.length) })
const { unknownMember, lastOwner, unknownInvitation } = identityErrors

const memberShape = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  second_factor: z.boolean(),
  since: z.string(),
  allowed: z.object({ change: permission, remove: permission }),
})
const invitationShape = z.object({
  id: z.uuid(),
  email: z.string(),
  role,
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  invited_by: z.string(),
  expires_at: z.string(),
})

/** Who works with the account of the business, and who was asked to. */
export function peopleRoutes({ platform, invitations, tenants, linkBase, mail }: IdentityParts) {
  const { db, jobs } = platform
  return (app: HttpServer): void => {
    app.get('/api/v1/users', {
      config: { access },
      schema: { response: { 200: z.object({ items: z.array(memberShape), next_cursor: z.null() }) } },
      handler: async request => {
        const members = await db.inTenant(principalOf(request).tenantId, listMembers)
        return { items: members.map(member => present(member, members)), next_cursor: null }
      },
    })

    app.patch('/api/v1/users/:id', {
      config: { access, errors: [unknownMember, lastOwner] },
      schema: { params, body: z.strictObject({ role }), response: { 200: memberShape } },
      handler: async request => {
        const { id } = request.params
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          refuse(await changeMember(tx, id, request.body.role))
          const members = await listMembers(tx)
          const member = members.find(({ userId }) => userId === id)
          if (!member) throw new AppError(unknownMember)
          return present(member, members)
        })
      },
    })

    app.delete('/api/v1/users/:id', {
      config: { access, errors: [unknownMember, lastOwner] },
      schema: { params, response: { 204: z.null() } },
      handler: async (request, reply) => {
        const { id } = request.params
        await db.inTenant(principalOf(request).tenantId, async tx =>
          refuse(await changeMember(tx, id, 'removed')),
        )
        return reply.status(204).send(null)
      },
    })

    app.get('/api/v1/invitations', {
      config: { access },
      schema: { response: { 200: z.object({ items: z.array(invitationShape), next_cursor: z.null() }) } },
      handler: async request => {
        const list = await db.inTenant(principalOf(request).tenantId, invitations.list)
        const items = list.map(({ invitedBy, expiresAt, ...rest }) => ({
          ...rest,
          invited_by: invitedBy,
          expires_at: expiresAt.toString(),
        }))
        return { items, next_cursor: null }
      },
    })

    app.post('/api/v1/invitations', {
      config: { access },
      schema: {
        body: z.strictObject({ email: z.email().max(200), role }),
        response: {
          201: z.object({
            id: z.uuid(),
            expires_at: z.string(),
            mailed: z.boolean(),
            link: z
              .string()
              .nullable()
              .describe('To hand over yourself, where no e-mail can be sent; shown this once.'),
          }),
        },
      },
      handler: async (request, reply) => {
        const { tenantId, actor } = principalOf(request)
        const email = request.body.email.toLowerCase()
        const invitedBy = actor.replace(/^user:/, '')
        const mailed = mail() === 'configured'
        const made = await db.inTenant(tenantId, async tx => {
          const invitation = await invitations.invite(tx, {
            email,
            role: request.body.role,
            invitedBy,
            mailed,
          })
          const link = invitationLink(linkBase(), invitation.token)
          const tenant = (await tenants.read(tx)).name
          const sealed = sealLetter(platform, { kind: 'invitation', to: email, tenant, invitedBy, link })
          if (mailed) await jobs.publish(tx, accountMailWanted, { id: newId<'letter'>(), sealed })
          return { ...invitation, link }
        })
        return reply.status(201).send({
          id: made.id,
          expires_at: made.expiresAt.toString(),
          mailed,
          link: mailed ? null : made.link,
        })
      },
    })

    app.delete('/api/v1/invitations/:id', {
      config: { access, errors: [unknownInvitation] },
      schema: { params, response: { 204: z.null() } },
      handler: async (request, reply) => {
        const { id } = request.params
        const result = await db.inTenant(principalOf(request).tenantId, tx => invitations.revoke(tx, id))
        if (result === 'unknown') throw new AppError(unknownInvitation)
        return reply.status(204).send(null)
      },
    })

    app.get('/api/v1/login-rules', {
      config: { access },
      schema: { response: { 200: rules } },
      handler: async request => ({
        second_factor_roles: await db.inTenant(principalOf(request).tenantId, readLoginRules),
      }),
    })

    app.put('/api/v1/login-rules', {
      config: { access },
      schema: { body: rules, response: { 200: rules } },
      handler: async request => {
        const roles = [...new Set(request.body.second_factor_roles)]
        await db.inTenant(principalOf(request).tenantId, tx => saveLoginRules(tx, roles))
        return { second_factor_roles: roles }
      },
    })
  }
}

function refuse(result: Awaited<ReturnType<typeof changeMember>>): void {
  if (result === 'unknown') throw new AppError(unknownMember)
  if (result === 'last_owner') throw new AppError(lastOwner)
}

function present(member: Member, members: readonly Member[]): z.infer<typeof memberShape> {
  const owners = members.filter(other => other.role === 'owner').length
  const last =
    member.role === 'owner' && owners === 1
      ? { de: 'Ein Betrieb behält wenigstens einen Inhaber.', en: 'A business keeps at least one owner.' }
      : null
  return {
    id: member.userId,
    email: member.email,
    name: member.name,
    role: member.role,
    second_factor: member.secondFactor,
    since: member.since.toString(),
    allowed: { change: unless(last, 'people'), remove: unless(last, 'people') },
  }
}
