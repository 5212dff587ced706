import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** What a business needs until it takes calls, in the order in which it is set up. */
export const ONBOARDING_STEPS = [
  'services',
  'staff',
  'hours',
  'notification',
  'number',
  'receptionist',
  'test_call',
] as const
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number]

type Facts = {
  services: number
  staff: number
  unstaffed: number
  hours: number
  notified: boolean
  testCalls: number
  numbers: number
  live: number
}

/**
 * Which steps are done, derived from what is there and never stored:
 * - services: at least one is offered;
 * - staff: somebody is there, and every offered service has somebody who does it;
 * - hours: the location opens in some week;
 * - notification: it is known where to write when a callback is overdue;
 * - number: one leads here;
 * - receptionist: a version of it is live on the telephone;
 * - test call: one came to its end in the office.
 */
export async function readOnboarding(
  tx: Tx,
): Promise<ReadonlyArray<{ name: OnboardingStep; done: boolean }>> {
  const { rows } = await sql<Facts>`
    select
      (select count(*)::integer from service where service.tenant_id = tenant.id and service.active) as services,
      (select count(*)::integer from resource
        where resource.tenant_id = tenant.id and resource.kind = 'staff' and resource.active) as staff,
      (select count(*)::integer from service
        where service.tenant_id = tenant.id and service.active
          and not exists (select 1 from qualification
            join resource on resource.tenant_id = qualification.tenant_id and resource.id = qualification.resource_id
              and resource.kind = 'staff' and resource.active
            where qualification.tenant_id = service.tenant_id and qualification.service_id = service.id)) as unstaffed,
      (select count(*)::integer from hours_rule
        where hours_rule.tenant_id = tenant.id and hours_rule.resource_id is null) as hours,
      tenant.settings->>'notification_email' is not null as notified,
      (select count(*)::integer from (
        select 1 from call
        where call.tenant_id = tenant.id and call.provider = 'browser' and call.state = 'ended'
        limit 1) one) as "testCalls",
      (select count(*)::integer from phone_number where phone_number.tenant_id = tenant.id) as numbers,
      (select count(*)::integer from agent_version
        where agent_version.tenant_id = tenant.id and agent_version.state = 'live') as live
    from tenant
    where tenant.id = ${tx.tenantId}
  `.execute(tx)
  const [facts] = rows
  if (!facts) throw new Error('A transaction has a business.')
  const done: Record<OnboardingStep, boolean> = {
    services: facts.services > 0,
    staff: facts.staff > 0 && facts.unstaffed === 0,
    hours: facts.hours > 0,
    notification: facts.notified,
    test_call: facts.testCalls > 0,
    number: facts.numbers > 0,
    receptionist: facts.live > 0,
  }
  return ONBOARDING_STEPS.map(name => ({ name, done: done[name] }))
}
