import { randomBytes } from 'node:crypto'
import type { MemberRole } from '../../../platform/access/permissions.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import { type Id, newId, type TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { limitMember, locationsOfInvitation } from './member-locations.ts'
import { standingOf } from './people.ts'

export type InvitationId = Id<'invitation'>
const INVITATION_HOURS = 72

export type InvitationView = {
  readonly id: string
  readonly email: string
  readonly role: MemberRole
  readonly locations: readonly string[] | null
  readonly state: 'open' | 'accepted' | 'revoked' | 'expired'
  readonly invitedBy: string
  readonly expiresAt: Temporal.Instant
}

/** An open invitation of some business, found by the token of its link. */
export type OpenInvitation = {
  readonly id: string
  readonly tenantId: TenantId
  readonly tenantName: string
  readonly email: string
  readonly role: MemberRole
  /** The only locations that whoever accepts will act for; null: all. */
  readonly locations: readonly string[] | null
  /** The link came by mail: whoever has it reads the mail of the address. */
  readonly mailed: boolean
}

/** Invitations last 72 hours and open once. Of the token only a keyed hash is stored. */
export function createInvitations({ db, keys, clock }: Platform) {
  const hashOf = (token: string): string => keys.sign('invitation', token)
  return {
    async invite(
      tx: Tx,
      wish: {
        email: string
        role: MemberRole
        locations?: readonly string[] | null | undefined
        invitedBy: string
        mailed: boolean
      },
    ): Promise<{ id: InvitationId; token: string; expiresAt: Temporal.Instant }> {
      const id = newId<'invitation'>()
      const token = randomBytes(24).toString('base64url')
      const now = clock.now()
      const expiresAt = now.add({ hours: INVITATION_HOURS })
      await tx
        .insertInto('invitation')
        .values({
          id,
          email: wish.email,
          role: wish.role,
          invited_by: wish.invitedBy,
          mailed: wish.mailed,
          token_hash: hashOf(token),
          created_at: isoText(now),
          expires_at: isoText(expiresAt),
        })
        .execute()
      if (wish.locations) await limitInvitation(tx, id, wish.locations)
      return { id, token, expiresAt }
    },

    /** Newest first. */
    list: (tx: Tx): Promise<InvitationView[]> => listInvitations(tx, clock.now()),

    async revoke(tx: Tx, id: string): Promise<'revoked' | 'unknown'> {
      const row = await tx
        .updateTable('invitation')
        .set({ revoked_at: isoText(clock.now()) })
        .where('invitation.tenant_id', '=', tx.tenantId)
        .where('invitation.id', '=', id)
        .where('invitation.accepted_at', 'is', null)
        .returning('invitation.id')
        .executeTakeFirst()
      return row ? 'revoked' : 'unknown'
    },

    /** Null: unknown, over, taken back, or used before; nobody is told which. */
    async find(token: string): Promise<OpenInvitation | null> {
      const [row] = await db.lookUp('identity: find an invitation', look =>
        look
          .selectFrom('invitation')
          .innerJoin('tenant', 'tenant.id', 'invitation.tenant_id')
          .select([
            'invitation.id',
            'invitation.tenant_id',
            'invitation.email',
            'invitation.role',
            locationsOfInvitation.as('locations'),
            'invitation.mailed',
            'tenant.name as tenant_name',
          ])
          .where('invitation.token_hash', 'in', keys.signatures('invitation', token))
          .where('invitation.accepted_at', 'is', null)
          .where('invitation.revoked_at', 'is', null)
          .where('invitation.expires_at', '>', instantSql(clock.now()))
          .compile(),
      )
      if (!row) return null
      return {
        id: row.id,
        tenantId: row.tenant_id as TenantId,
        tenantName: row.tenant_name,
        email: row.email,
        role: row.role as MemberRole,
        locations: row.locations,
        mailed: row.mailed,
      }
    },

    /**
     * Makes the account a member, once: of two who accept at the same moment one succeeds. The only owner stays one:
     * then nothing is changed, and the transaction must not be committed.
     */
    async accept(
      tx: Tx,
      invitation: OpenInvitation,
      userId: string,
    ): Promise<'accepted' | 'over' | 'last_owner'> {
      const taken = await tx
        .updateTable('invitation')
        .set({ accepted_at: isoText(clock.now()) })
        .where('invitation.tenant_id', '=', tx.tenantId)
        .where('invitation.id', '=', invitation.id)
        .where('invitation.accepted_at', 'is', null)
        .where('invitation.revoked_at', 'is', null)
        .where('invitation.expires_at', '>', instantSql(clock.now()))
        .returning('invitation.id')
        .executeTakeFirst()
      if (!taken) return 'over'
      if (invitation.role !== 'owner' && (await standingOf(tx, userId)).isLastOwner) return 'last_owner'
      await makeMember(tx, invitation, userId)
      return 'accepted'
    },
  }
}

async function listInvitations(tx: Tx, now: Temporal.Instant): Promise<InvitationView[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.role',
      locationsOfInvitation.as('locations'),
      'invitation.invited_by',
      'invitation.expires_at',
      'invitation.accepted_at',
      'invitation.revoked_at',
    ])
    .where('invitation.tenant_id', '=', tx.tenantId)
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(row => ({
    id: row.id,
    email: row.email,
    role: row.role as MemberRole,
    locations: row.locations,
    state: stateOf(row, now),
    invitedBy: row.invited_by,
    expiresAt: row.expires_at,
  }))
}

async function limitInvitation(tx: Tx, id: string, locations: readonly string[]): Promise<void> {
  await tx
    .insertInto('invitation_location')
    .values(locations.map(location_id => ({ invitation_id: id, location_id })))
    .execute()
}

/** An invitation replaces what the person was here. Limits go before the role changes: no owner has one. */
async function makeMember(tx: Tx, { role, locations }: OpenInvitation, userId: string): Promise<void> {
  await limitMember(tx, { userId, role }, null)
  await tx
    .insertInto('membership')
    .values({ user_id: userId, role })
    .onConflict(conflict => conflict.columns(['tenant_id', 'user_id']).doUpdateSet({ role }))
    .execute()
  if (locations) await limitMember(tx, { userId, role }, locations)
}

export type Invitations = ReturnType<typeof createInvitations>

function stateOf(
  row: {
    accepted_at: Temporal.Instant | null
    revoked_at: Temporal.Instant | null
    expires_at: Temporal.Instant
  },
  now: Temporal.Instant,
): InvitationView['state'] {
  if (row.accepted_at) return 'accepted'
  if (row.revoked_at) return 'revoked'
  return Temporal.Instant.compare(row.expires_at, now) <= 0 ? 'expired' : 'open'
}
