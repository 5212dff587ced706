import type { Tx } from '../../../platform/db/database.ts'
import { ProviderError } from '../../../platform/errors/provider-error.ts'
import type { PublicationId, TenantId } from '../../../platform/ids/ids.ts'
import { describeFailure } from '../../../platform/jobs/classify-failure.ts'
import type { JobAttempt, JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type PublicationReason, stateAfterFailure, stepAfter } from '../domain/agent/publication.ts'
import type { AccountOf } from './account-of.ts'
import { addStep, markLive, movePublication } from './agent-store.ts'
import { type PublicationView, readAgent, readPublication, readVersion } from './agent-views.ts'
import { bindingProblem, type PublicationWork, STEPS, type StepResult } from './publication-steps.ts'

export type PublicationPayload = { readonly tenant_id: string; readonly publication_id: string }

type Stand = Pick<PublicationWork, 'tenantId' | 'publication' | 'version' | 'agent'>

const NO_CONNECTION = {
  reason: 'no_connection',
  detail: 'No account at Retell answers the numbers of this business.',
} as const

type Parts = {
  readonly platform: Platform
  readonly accountOf: AccountOf
  /** Undoes what was begun; a job of its own, for it must not share its attempts with what failed. */
  readonly turnBackJob: () => JobDefinition<PublicationPayload>
  /** Looks at what is live once a publication is over: meanwhile another setting may have become the rule. */
  readonly lookJob: () => JobDefinition<{ tenant_id: string }>
}

/**
 * Takes a publication from where it stands to its end: live, or back to what was live before. Where it stands is in the
 * database after every step, and every step may be taken again, so whoever is killed is followed by the next attempt.
 */
export function createPublishAgent({ platform, accountOf, turnBackJob, lookJob }: Parts) {
  const { db, clock, jobs, live } = platform

  return {
    /** Forward. What may pass is thrown, to be tried again; the last attempt turns back. */
    publish: async (payload: PublicationPayload, attempt: JobAttempt): Promise<void> => {
      for (;;) {
        const stand = await standOf(payload)
        if (stand?.publication.state !== 'running') return
        const work = await workAt(stand)
        if (work === null) await beginTurningBack(stand, NO_CONNECTION)
        else await settle(work, await takeStep(work, attempt))
      }
    },
    /** Back: every number is bound as it was, and read back. Tried again until it is so. */
    turnBack: async (payload: PublicationPayload): Promise<void> => {
      const stand = await standOf(payload)
      if (stand?.publication.state !== 'turning_back') return
      const work = await workAt(stand)
      if (work === null)
        throw new Error('No account at Retell answers the numbers of this business any more.')
      for (const [e164, settings] of Object.entries(work.publication.bindings ?? {})) {
        await work.account.bind(e164, settings)
        const problem = await bindingProblem(work.account, e164, settings)
        if (problem !== null) throw new Error(`A number is not bound back: ${problem}`)
      }
      await move(work, { state: 'rolled_back', endedAt: clock.now() }, 'undone', null)
    },
  }

  async function standOf(payload: PublicationPayload): Promise<Stand | null> {
    const tenantId = payload.tenant_id as TenantId
    return await db.inTenant(tenantId, async tx => {
      const publication = await readPublication(tx, payload.publication_id as PublicationId)
      if (publication === null) return null
      const version = await readVersion(tx, publication.versionId)
      const agent = await readAgent(tx)
      return version && agent && { tenantId, publication, version, agent }
    })
  }

  async function workAt(stand: Stand): Promise<PublicationWork | null> {
    const account = await accountOf(stand.tenantId)
    return account && { db, now: () => clock.now(), ...stand, ...account }
  }

  async function takeStep(work: PublicationWork, attempt: JobAttempt): Promise<StepResult> {
    const { publication } = work
    try {
      return await STEPS[publication.step](work)
    } catch (error) {
      const detail = describeFailure(error)
      if (isFinal(error)) return { kind: 'turn_back', reason: 'refused', detail }
      if (attempt.last) return { kind: 'turn_back', reason: 'unreachable', detail }
      await db.inTenant(work.tenantId, async tx => {
        await note(tx, publication, { step: publication.step, outcome: 'failed', detail })
      })
      throw error
    }
  }

  async function settle(work: PublicationWork, result: StepResult): Promise<void> {
    const { publication } = work
    if (result.kind === 'turn_back') return await beginTurningBack(work, result)
    const next = stepAfter(publication.step)
    const to = next === null ? { state: 'live' as const, endedAt: clock.now() } : { step: next }
    await move(work, to, 'done', result.detail ?? null)
  }

  async function beginTurningBack(
    work: Stand,
    { reason, detail }: { reason: PublicationReason; detail: string },
  ): Promise<void> {
    const fresh = await db.inTenant(work.tenantId, tx => readPublication(tx, work.publication.id))
    const touchedNumbers = (fresh?.bindings ?? null) !== null
    const state = stateAfterFailure({ touchedNumbers })
    const ended = touchedNumbers ? {} : { endedAt: clock.now() }
    await move(work, { state, reason, detail, ...ended }, 'turned_back', detail)
  }

  /** One transaction for where it stands, what is said about it, and what follows. */
  async function move(
    work: Stand,
    to: Parameters<typeof movePublication>[2],
    outcome: 'done' | 'turned_back' | 'undone',
    detail: string | null,
  ): Promise<void> {
    const { publication, version, tenantId } = work
    await db.inTenant(tenantId, async tx => {
      const from = { state: publication.state as 'running' | 'turning_back', step: publication.step }
      if (!(await movePublication(tx, { id: publication.id, from }, to))) return
      if (to.state === 'live') await markLive(tx, { id: version.id, now: clock.now() })
      if (to.state === 'turning_back')
        await jobs.enqueue(tx, turnBackJob(), { tenant_id: tenantId, publication_id: publication.id })
      if (to.endedAt !== undefined) await jobs.enqueue(tx, lookJob(), { tenant_id: tenantId })
      await note(tx, publication, { step: publication.step, outcome, detail })
    })
  }

  async function note(
    tx: Tx,
    publication: PublicationView,
    noted: { step: string; outcome: 'done' | 'failed' | 'turned_back' | 'undone'; detail: string | null },
  ): Promise<void> {
    await addStep(tx, { publicationId: publication.id, ...noted, now: clock.now() })
    await live.announce(tx, { topic: 'receptionist', id: publication.id, call_id: null })
  }
}

/** Asked again it would be refused again. */
function isFinal(error: unknown): boolean {
  return error instanceof ProviderError && !error.retryable
}
