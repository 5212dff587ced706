import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/access/permissions.ts'
import { AppError, type ErrorDefinition } from '../../platform/errors/app-error.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { permission, unless } from '../../platform/http/permission.ts'
import { newId } from '../../platform/ids/ids.ts'
import { sealLetter } from './accounts/account-mail.ts'
import { areLocationsHere } from './accounts/member-locations.ts'
import {
  changeMember,
  listMembers,
  type Member,
  type MemberChange,
  readLoginRules,
  saveLoginRules,
} from './accounts/people.ts'
import { identityErrors } from './errors.ts'
import { accountMailWanted } from './events.ts'
import type { IdentityParts } from './identity-parts.ts'
import { invitationLink } from './links.ts'
import { locationsShape, wantedLocations } from './locations-shape.ts'

const access = { kind: 'tenant', scope: 'people' } as const
const role = z.enum(MEMBER_ROLES)
const params = z.object({ id: z.uuid() })
const rules = z.strictObject({ second_factor_roles: z.array(role).max(MEMBER_ROLES.length) })
const { unknownMember, lastOwner, unknownInvitation, ownerNotLimited, unknownLocation } = identityErrors

const memberShape = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  locations: locationsShape,
  second_factor: z.boolean(),
  since: z.string(),
  allowed: z.object({ change: permission, remove: permission }),
})
const invitationShape = z.object({
  id: z.uuid(),
  email: z.string(),
  role,
  locations: locationsShape,
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
      config: { access, errors: [unknownMember, lastOwner, ownerNotLimited, unknownLocation] },
      schema: {
        params,
        body: z.strictObject({ role: role.optional(), locations: wantedLocations }),
        response: { 200: memberShape },
      },
      handler: async request => {
        const { id } = request.params
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          refuse(await changeMember(tx, id, request.body))
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
        const items = list.map(({ invitedBy, expiresAt, locations, ...rest }) => ({
          ...rest,
          locations: locations && [...locations],
          invited_by: invitedBy,
          expires_at: expiresAt.toString(),
        }))
        return { items, next_cursor: null }
      },
    })

    app.post('/api/v1/invitations', {
      config: { access, errors: [ownerNotLimited, unknownLocation] },
      schema: {
        body: z.strictObject({ email: z.email().max(200), role, locations: wantedLocations }),
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
        const { role, locations } = request.body
        if (role === 'owner' && locations) throw new AppError(ownerNotLimited)
        const made = await db.inTenant(tenantId, async tx => {
          if (locations && !(await areLocationsHere(tx, locations))) throw new AppError(unknownLocation)
          const invitation = await invitations.invite(tx, {
            email,
            role,
            locations,
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

const REFUSALS: Readonly<Record<Exclude<MemberChange, 'changed'>, ErrorDefinition>> = {
  unknown: unknownMember,
  last_owner: lastOwner,
  owner_not_limited: ownerNotLimited,
  unknown_location: unknownLocation,
}

function refuse(result: MemberChange): void {
  if (result !== 'changed') throw new AppError(REFUSALS[result])
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
    locations: member.locations && [...member.locations],
    second_factor: member.secondFactor,
    since: member.since.toString(),
    allowed: { change: unless(last, 'people'), remove: unless(last, 'people') },
  }
}
