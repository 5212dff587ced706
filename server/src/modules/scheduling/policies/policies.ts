import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import { newId } from '../../../platform/ids/ids.ts'
import { startOfLocalMonth } from '../../../platform/time/zoned.ts'
import { type ChangeTerms, judgeChange } from '../domain/change-terms.ts'
import { inheritRules, type PolicyKind, type PolicyRules } from '../domain/policy-rules.ts'
import type { AppointmentView } from '../views.ts'

const count = z.number().int().min(0).max(1000)
const minor = z.number().int().min(1).max(10_000_000)

/** Rules as they are written and as they are read. */
export const policyRules = z.strictObject({
  notice_minutes: z.number().int().min(0).max(525_600).nullish(),
  monthly_most: count.nullish(),
  most_moves: count.nullish(),
  beyond: z.enum(['fee', 'staff', 'not_allowed']).nullish(),
  fee: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fixed'), minor }),
      z.strictObject({ kind: z.literal('percent'), percent: z.number().min(0).max(100) }),
      z.strictObject({
        kind: z.literal('tiered'),
        tiers: z
          .array(z.strictObject({ within_minutes: z.number().int().min(1).max(525_600), minor }))
          .min(1)
          .max(10),
      }),
    ])
    .nullish(),
})

export const POLICY_SCOPES = ['tenant', 'location', 'service', 'staff'] as const
export type PolicyScope = (typeof POLICY_SCOPES)[number]

export type Policy = {
  readonly id: string
  readonly scope: PolicyScope
  /** Null for the whole tenant. */
  readonly scopeId: string | null
  readonly kind: PolicyKind
  readonly rules: PolicyRules
  readonly version: number
}

/** All of the tenant's, wide before narrow. There are few. */
export async function readPolicies(tx: Tx): Promise<Policy[]> {
  const rows = await tx
    .selectFrom('policy')
    .select(['policy.id', 'policy.scope', 'policy.kind', 'policy.rules', 'policy.version'])
    .select(
      sql<string | null>`coalesce(policy.location_id, policy.service_id, policy.resource_id)`.as('scopeId'),
    )
    .where('policy.tenant_id', '=', tx.tenantId)
    .orderBy(sql`array_position(array['tenant', 'location', 'service', 'staff'], policy.scope)`)
    .orderBy('policy.id')
    .execute()
  return rows.map(row => ({
    ...row,
    scope: row.scope as PolicyScope,
    kind: row.kind as PolicyKind,
    rules: policyRules.parse(row.rules),
  }))
}

export type PolicyWish = Pick<Policy, 'scope' | 'scopeId' | 'kind' | 'rules'>

/** One scope has one policy of a kind: said again, it is replaced. With `version`, a stale one changes nothing. */
export async function savePolicy(
  tx: Tx,
  wish: PolicyWish,
  version: number | null,
): Promise<'saved' | 'stale' | 'unknown_scope'> {
  if (!(await scopeExists(tx, wish))) return 'unknown_scope'
  const rules = JSON.stringify(policyRules.parse(wish.rules))
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('policy')
    .values({
      id: newId<'policy'>(),
      scope: wish.scope,
      location_id: wish.scope === 'location' ? wish.scopeId : null,
      service_id: wish.scope === 'service' ? wish.scopeId : null,
      resource_id: wish.scope === 'staff' ? wish.scopeId : null,
      kind: wish.kind,
      rules,
    })
    .onConflict(conflict => {
      const update = conflict
        .constraint('policy_once')
        .doUpdateSet(row => ({ rules, version: row('policy.version', '+', 1) }))
      return version === null ? update : update.where('policy.version', '=', version)
    })
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? 'saved' : 'stale'
}

export async function deletePolicy(tx: Tx, id: string): Promise<'deleted' | 'unknown'> {
  const { numDeletedRows } = await tx
    .deleteFrom('policy')
    .where('policy.tenant_id', '=', tx.tenantId)
    .where('policy.id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n ? 'deleted' : 'unknown'
}

async function scopeExists(tx: Tx, { scope, scopeId }: PolicyWish): Promise<boolean> {
  if (scope === 'tenant') return scopeId === null
  if (scopeId === null) return false
  const table = scope === 'staff' ? 'resource' : scope
  const { rows } = await sql<{ found: number }>`
    select 1 as found from ${sql.table(table)} as place where place.tenant_id = ${tx.tenantId} and place.id = ${scopeId}
    ${scope === 'staff' ? sql`and place.kind = 'staff'` : sql``}
  `.execute(tx)
  return rows.length === 1
}

export type TermsOf = Readonly<Record<PolicyKind, ChangeTerms>>

/** "May this be cancelled or moved?" for each of these appointments, in a number of statements that does not grow. */
export async function readTerms(
  tx: Tx,
  views: readonly AppointmentView[],
  now: Temporal.Instant,
  known?: readonly Policy[],
): Promise<Map<string, TermsOf>> {
  const policies = known ?? (await readPolicies(tx))
  const counted = policies.some(({ rules }) => typeof rules.monthly_most === 'number')
  const usage = counted ? await readUsage(tx, views, now) : new Map<string, number>()
  const termsOf = (view: AppointmentView, kind: PolicyKind): ChangeTerms =>
    judgeChange({
      kind,
      rules: inheritRules(policies.filter(policy => applies(policy, view, kind)).map(({ rules }) => rules)),
      now,
      appointment: {
        state: view.state,
        startsAt: view.startsAt,
        priceMinor: view.service.priceMinor,
        currency: view.service.currency,
        moves: view.moves,
      },
      thisMonth: usage.get(`${view.customerId}/${kind}`) ?? null,
    })
  return new Map(
    views.map(view => [view.id, { cancel: termsOf(view, 'cancel'), move: termsOf(view, 'move') }]),
  )
}

function applies(policy: Policy, view: AppointmentView, kind: PolicyKind): boolean {
  if (policy.kind !== kind) return false
  switch (policy.scope) {
    case 'tenant':
      return true
    case 'location':
      return policy.scopeId === view.locationId
    case 'service':
      return policy.scopeId === view.service.id
    case 'staff':
      return view.staff.some(person => person.id === policy.scopeId)
    default:
      return policy.scope satisfies never
  }
}

/** What customers did by the rules in this calendar month; what was taken back or overridden does not count. */
async function readUsage(
  tx: Tx,
  views: readonly AppointmentView[],
  now: Temporal.Instant,
): Promise<Map<string, number>> {
  const [view] = views
  if (!view) return new Map()
  const month = startOfLocalMonth(now, view.zone)
  const { rows } = await sql<{ customer_id: string; kind: string; count: number }>`
    select appointment.customer_id, change.kind, count(*)::integer as count
    from appointment
    join appointment_change as change on change.tenant_id = appointment.tenant_id
      and change.appointment_id = appointment.id
    where appointment.tenant_id = ${tx.tenantId}
      and appointment.customer_id = any(${[...new Set(views.map(one => one.customerId))]}::uuid[])
      and change.kind in ('cancelled', 'moved') and change.at >= ${instantSql(month)}
      and change.policy ->> 'result' in ('free', 'fee')
      and not exists (
        select from appointment_change as undone
        where undone.tenant_id = change.tenant_id and undone.undoes = change.id)
    group by appointment.customer_id, change.kind
  `.execute(tx)
  const kinds: Readonly<Record<string, PolicyKind>> = { cancelled: 'cancel', moved: 'move' }
  return new Map(rows.map(row => [`${row.customer_id}/${kinds[row.kind]}`, row.count]))
}
