import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/db/database.ts'
import type { AgentVersionId, TenantId, VoiceAgentId } from '../../../platform/ids/ids.ts'
import { canonical, differencesBetween, sameFieldsOf } from '../domain/agent/differences.ts'
import type { PublicationReason, PublicationStep } from '../domain/agent/publication.ts'
import { AGENT_ID, AGENT_VERSION, fillIn, LINE_URL, LLM_ID, takeOut } from '../retell/agent/render-agent.ts'
import type { NumberSettings, RetellAgents } from '../retell/agent/retell-agents.ts'
import { markPublished, movePublication, noteOnVersion, setExternalId } from './agent-store.ts'
import type { AgentView, PublicationView, VersionView } from './agent-views.ts'

/** A publication at one moment, with what its steps need. */
export type PublicationWork = {
  readonly db: Database
  readonly now: () => Temporal.Instant
  readonly tenantId: TenantId
  readonly publication: PublicationView
  readonly version: VersionView
  readonly agent: AgentView
  readonly account: RetellAgents
  readonly numbers: readonly string[]
  /** Holds a secret: never stored, never shown. */
  readonly lineUrl: string
  /** Asks our own front doors as Retell would; what is wrong with them, or null. */
  readonly tryOut: () => Promise<string | null>
}

export type StepResult =
  | { readonly kind: 'done'; readonly detail?: string }
  | { readonly kind: 'turn_back'; readonly reason: PublicationReason; readonly detail: string }

const DONE = { kind: 'done' } as const
const MOST_PATHS = 8

/** Every step may be taken again: it looks at what is there before it makes anything. */
export const STEPS: Readonly<Record<PublicationStep, (work: PublicationWork) => Promise<StepResult>>> = {
  llm: provideLlm,
  draft: writeDraft,
  publish: freezeVersion,
  read_back: readBack,
  bind: bindNumbers,
  check: async ({ tryOut }) => {
    const problem = await tryOut()
    return problem === null ? DONE : { kind: 'turn_back', reason: 'check_failed', detail: problem }
  },
}

/** A language model of its own for each publication: what a caller hears now is never changed under them. */
async function provideLlm(work: PublicationWork): Promise<StepResult> {
  const { version, account, publication } = work
  const llm = version.rendered?.llm ?? null
  if (llm === null) return DONE
  const id = (await account.findLlm(publication.id)) ?? (await account.createLlm(llm))
  await note(work, version.id, { externalLlmId: id })
  return { kind: 'done', detail: id }
}

async function writeDraft(work: PublicationWork): Promise<StepResult> {
  const { agent, account, db, tenantId } = work
  const fields = outgoing(work)
  const known = agent.externalId ?? (await account.findAgent(agent.id))
  const draft = known === null ? null : await account.draftOf(known)
  const { id, version } =
    known === null || draft === null ? await account.createAgent(fields) : { id: known, version: draft }
  await db.inTenant(tenantId, tx => setExternalId(tx, agent.id, id))
  await account.updateDraft(id, version, fields)
  await note(work, work.version.id, { externalVersion: version })
  return { kind: 'done', detail: `${id} · ${version}` }
}

async function freezeVersion(work: PublicationWork): Promise<StepResult> {
  const { id, version } = externalOf(work)
  const found = await work.account.agent(id, version)
  if (found?.is_published !== true) await work.account.publish(id, version, `${work.version.number}`)
  return { kind: 'done', detail: `${version}` }
}

/** Publishing once dropped tools and webhooks (failure 70): what Retell says it has is compared, field by field. */
async function readBack(work: PublicationWork): Promise<StepResult> {
  const { version, db, tenantId, now } = work
  const external = externalOf(work)
  const found = await readDocuments(work, external)
  const differing = differencesBetween(wantedOf(version), found.documents).map(place => place.path)
  const hash = hashOf(found.documents)
  if (!found.isPublished) differing.push('agent.is_published')
  if (differing.length > 0 || hash !== version.publishedHash)
    return { kind: 'turn_back', reason: 'read_back_differs', detail: shortList(differing) }
  await db.inTenant(tenantId, tx => markPublished(tx, { id: version.id, readBackHash: hash, now: now() }))
  return DONE
}

/** How it is bound now is written down before the first number changes: that is the way back. */
async function bindNumbers(work: PublicationWork): Promise<StepResult> {
  const { account, numbers, publication, db, tenantId } = work
  if (publication.bindings === null) {
    const before: Record<string, NumberSettings> = {}
    for (const e164 of numbers) {
      const settings = await account.number(e164)
      if (settings === null) return { kind: 'turn_back', reason: 'number_unknown', detail: e164 }
      before[e164] = settings
    }
    const from = { state: 'running', step: 'bind' } as const
    const noted = await db.inTenant(tenantId, tx =>
      movePublication(tx, { id: publication.id, from }, { bindings: before }),
    )
    if (!noted) throw new Error('Somebody else has moved this publication meanwhile.')
  }
  const wanted = numberSettings(work)
  for (const e164 of numbers) {
    await account.bind(e164, wanted)
    const problem = await bindingProblem(account, e164, wanted)
    if (problem !== null) return { kind: 'turn_back', reason: 'read_back_differs', detail: problem }
  }
  return { kind: 'done', detail: numbers.join(', ') }
}

/** Null: the number is bound as it should be. */
export async function bindingProblem(
  account: RetellAgents,
  e164: string,
  wanted: NumberSettings,
): Promise<string | null> {
  const found = await account.number(e164)
  if (found === null) return `${e164}: unknown`
  const differing = differencesBetween(wanted, sameFieldsOf(wanted, found)).map(({ path }) => path)
  return differing.length === 0 ? null : `${e164}: ${shortList(differing)}`
}

/** What Retell has of a published version, with names in place of secrets; what nobody decided is left out. */
export async function readDocuments(
  work: Pick<PublicationWork, 'account' | 'version' | 'lineUrl'>,
  external: { id: string; version: number },
): Promise<{ documents: { agent: unknown; llm: unknown }; isPublished: boolean }> {
  const { version, account } = work
  const wanted = wantedOf(version)
  const agent = await account.agent(external.id, external.version)
  const llm = version.externalLlmId === null ? null : await account.llm(version.externalLlmId)
  const names = namesOf(work)
  const named = (field: 'agent' | 'llm', found: unknown) => takeOut(sameFieldsOf(wanted[field], found), names)
  return {
    documents: { agent: named('agent', agent), llm: named('llm', wanted.llm === null ? null : llm) },
    isPublished: agent?.is_published === true,
  }
}

export function numberSettings(work: Pick<PublicationWork, 'version' | 'agent'>): NumberSettings {
  const { id, version } = externalOf(work)
  const values = { [AGENT_ID]: id, [AGENT_VERSION]: version }
  return fillIn(work.version.rendered?.number, values) as NumberSettings
}

export function hashOf(documents: unknown): string {
  return createHash('sha256').update(canonical(documents)).digest('hex')
}

export function wantedOf(version: Pick<VersionView, 'rendered'>): { agent: unknown; llm: unknown } {
  return { agent: version.rendered?.agent ?? null, llm: version.rendered?.llm ?? null }
}

export function externalOf(work: {
  readonly version: Pick<VersionView, 'externalVersion'>
  readonly agent: { readonly id: VoiceAgentId; readonly externalId: string | null }
}): { id: string; version: number } {
  const { externalVersion } = work.version
  const { externalId } = work.agent
  if (externalVersion === null || externalId === null)
    throw new Error('A publication goes on with a version that is not at the provider yet.')
  return { id: externalId, version: externalVersion }
}

function outgoing(work: PublicationWork): Record<string, unknown> {
  return fillIn(work.version.rendered?.agent, namesOf(work)) as Record<string, unknown>
}

function namesOf({ version, lineUrl }: Pick<PublicationWork, 'version' | 'lineUrl'>): Record<string, string> {
  const llm = version.externalLlmId === null ? {} : { [LLM_ID]: version.externalLlmId }
  return { [LINE_URL]: lineUrl, ...llm }
}

async function note(
  { db, tenantId }: PublicationWork,
  id: AgentVersionId,
  noted: Parameters<typeof noteOnVersion>[2],
): Promise<void> {
  await db.inTenant(tenantId, tx => noteOnVersion(tx, id, noted))
}

function shortList(paths: readonly string[]): string {
  const more = paths.length > MOST_PATHS ? ` +${paths.length - MOST_PATHS}` : ''
  return `${paths.slice(0, MOST_PATHS).join(', ')}${more}`
}
