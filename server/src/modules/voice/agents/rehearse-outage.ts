import type { TenantId } from '../../../platform/ids/ids.ts'
import { describeFailure } from '../../../platform/jobs/classify-failure.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { AccountOf, TenantAccount } from './account-of.ts'
import { readAgent, versionInState } from './agent-views.ts'
import { bindingProblem, numberSettings } from './publication-steps.ts'

export type Rehearsed = {
  readonly name: 'account' | 'numbers' | 'fallback' | 'front_doors' | 'lost_events' | 'lines'
  readonly ok: boolean
  readonly detail: string
}

type Parts = {
  readonly accountOf: AccountOf
  readonly reconcileCalls: (lookBack: { hours: number }) => Promise<void>
}

/**
 * Goes through what carries a business over an outage, without one: whether its numbers lead to the published version and
 * to a fallback number, whether Retell reaches us, whether lost events can be asked for, and whether lines are free. It
 * changes nothing.
 */
export function createRehearseOutage({ db }: Platform, { accountOf, reconcileCalls }: Parts) {
  return async function rehearseOutage(tenantId: TenantId): Promise<Rehearsed[]> {
    const account = await accountOf(tenantId)
    if (account === null) return [{ name: 'account', ok: false, detail: 'no account at Retell answers' }]
    return [
      { name: 'account', ok: true, detail: account.connection.slug },
      await looked('numbers', () => numbersLead(tenantId, account)),
      await looked('fallback', () => fallbackThere(account)),
      await looked('front_doors', account.tryOut),
      await looked('lost_events', async () => {
        await reconcileCalls({ hours: 1 })
        return null
      }),
      await looked('lines', async () => {
        const { current, limit } = await account.account.concurrency()
        return current < limit ? null : `${current} of ${limit} are taken`
      }),
    ]
  }

  async function numbersLead(tenantId: TenantId, account: TenantAccount): Promise<string | null> {
    const { agent, version } = await db.inTenant(tenantId, async tx => ({
      agent: await readAgent(tx),
      version: await versionInState(tx, 'live'),
    }))
    if (agent === null || version === null) return 'no version of the receptionist is published'
    const wanted = numberSettings({ agent, version })
    for (const e164 of account.numbers) {
      const problem = await bindingProblem(account.account, e164, wanted)
      if (problem !== null) return problem
    }
    return null
  }
}

async function fallbackThere({ account, numbers }: TenantAccount): Promise<string | null> {
  for (const e164 of numbers) {
    const settings = await account.number(e164)
    if (settings?.fallback_number == null) return `${e164}: nobody is rung when no line is free`
  }
  return null
}

/** `look` returns what is wrong, or null. */
async function looked(name: Rehearsed['name'], look: () => Promise<string | null>): Promise<Rehearsed> {
  try {
    const problem = await look()
    return { name, ok: problem === null, detail: problem ?? 'ok' }
  } catch (error) {
    return { name, ok: false, detail: describeFailure(error) }
  }
}
