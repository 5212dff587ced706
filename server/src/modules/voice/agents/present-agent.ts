import { z } from 'zod'
import { permission, unless } from '../../../platform/http/permission.ts'
import type { AgentDefinition } from '../domain/agent/definition.ts'
import type { Difference } from '../domain/agent/differences.ts'
import { PUBLICATION_REASONS, PUBLICATION_STEPS } from '../domain/agent/publication.ts'
import type { AgentView, PublicationStepView, PublicationView, VersionView } from './agent-views.ts'
import { definitionSchema } from './definition-schema.ts'

export const versionShape = z.object({
  id: z.uuid(),
  number: z.number(),
  state: z
    .enum(['draft', 'prepared', 'published', 'live', 'retired'])
    .describe('`prepared`: what is live with other rules of what may be kept, made by itself; no draft.'),
  revision: z.number().describe('Counts the changes of a draft; hand it back with the next one.'),
  definition: definitionSchema,
  made_by: z.string(),
  created_at: z.string().describe('UTC, as every time here.'),
  published_at: z.string().nullable(),
  live_at: z.string().nullable(),
})

export const wholeVersionShape = versionShape.extend({
  rendered: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('What Retell was given; secrets and ids of its own stand as names with a dollar sign.'),
  published_hash: z.string().nullable(),
  read_back_hash: z.string().nullable(),
})

const stepShape = z.object({
  step: z.enum(PUBLICATION_STEPS),
  outcome: z.enum(['done', 'failed', 'turned_back', 'undone']),
  detail: z.string().nullable(),
  at: z.string(),
})

const publicationShape = z.object({
  id: z.uuid(),
  version_id: z.uuid(),
  previous_version_id: z.uuid().nullable(),
  state: z.enum(['running', 'turning_back', 'live', 'rolled_back']),
  step: z.enum(PUBLICATION_STEPS),
  reason: z.enum(PUBLICATION_REASONS).nullable(),
  detail: z.string().nullable(),
  started_by: z.string(),
  started_at: z.string(),
  ended_at: z.string().nullable(),
})
export const wholePublicationShape = publicationShape.extend({ steps: z.array(stepShape) })

export const differenceShape = z.object({
  path: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})

export const driftShape = z.object({
  state: z
    .enum(['none', 'drifted', 'outdated', 'unknown'])
    .describe('`drifted`: Retell has it otherwise. `outdated`: published again it would be otherwise.'),
  checked_at: z.string(),
  differences: z.array(z.object({ path: z.string(), expected: z.unknown(), found: z.unknown() })),
})

export const receptionistShape = z.object({
  connected: z.boolean().describe('Whether an account at Retell answers the numbers of the business.'),
  live: versionShape.nullable(),
  draft: versionShape.nullable(),
  start_from: definitionSchema.describe('What a new draft begins with.'),
  publication: publicationShape.nullable().describe('The newest one.'),
  drift: driftShape.nullable(),
  tools: z.array(z.object({ name: z.string(), description: z.string() })),
  allowed: z.object({ edit: permission, publish: permission }),
})

export function presentVersion(version: VersionView): z.infer<typeof versionShape> {
  return {
    ...{ id: version.id, number: version.number, state: version.state, revision: version.revision },
    definition: spelled(version.definition),
    made_by: version.madeBy,
    created_at: version.createdAt.toString(),
    published_at: version.publishedAt?.toString() ?? null,
    live_at: version.liveAt?.toString() ?? null,
  }
}

export function presentWholeVersion(version: VersionView): z.infer<typeof wholeVersionShape> {
  return {
    ...presentVersion(version),
    rendered: version.rendered === null ? null : { ...version.rendered },
    published_hash: version.publishedHash,
    read_back_hash: version.readBackHash,
  }
}

function presentPublication(publication: PublicationView): z.infer<typeof publicationShape> {
  return {
    id: publication.id,
    version_id: publication.versionId,
    previous_version_id: publication.previousVersionId,
    ...{ state: publication.state, step: publication.step },
    ...{ reason: publication.reason, detail: publication.detail },
    started_by: publication.startedBy,
    started_at: publication.startedAt.toString(),
    ended_at: publication.endedAt?.toString() ?? null,
  }
}

export function presentWholePublication(
  publication: PublicationView,
  steps: readonly PublicationStepView[],
): z.infer<typeof wholePublicationShape> {
  return {
    ...presentPublication(publication),
    steps: steps.map(({ at, step, outcome, detail }) =>
      stepShape.parse({ step, outcome, detail, at: `${at}` }),
    ),
  }
}

export function presentDrift({ drift, driftCheckedAt }: AgentView): z.infer<typeof driftShape> | null {
  if (drift === null || driftCheckedAt === null) return null
  return { state: drift.state, checked_at: `${driftCheckedAt}`, differences: [...drift.differences] }
}

export function presentReceptionist(given: {
  connected: boolean
  agent: AgentView | null
  live: VersionView | null
  draft: VersionView | null
  startFrom: AgentDefinition
  publication: PublicationView | null
  tools: ReadonlyArray<{ name: string; description: string }>
}): z.infer<typeof receptionistShape> {
  const { live, draft, publication } = given
  const underWay = publication?.endedAt === null
  const busy = underWay
    ? { de: 'Es wird gerade eine Version veröffentlicht.', en: 'A version is being published right now.' }
    : null
  const nobody = given.connected
    ? null
    : {
        de: 'Für dieses Haus nimmt noch kein Konto bei Retell ab.',
        en: 'No account at Retell answers for this business yet.',
      }
  return {
    connected: given.connected,
    live: live && presentVersion(live),
    draft: draft && presentVersion(draft),
    start_from: spelled(given.startFrom),
    publication: publication && presentPublication(publication),
    drift: given.agent && presentDrift(given.agent),
    tools: given.tools.map(({ name, description }) => ({ name, description })),
    allowed: {
      edit: unless(underWay && publication.versionId === draft?.id ? busy : null, 'receptionist'),
      publish: unless(nobody ?? busy, 'receptionist'),
    },
  }
}

export function presentDifference({ path, before, after }: Difference): z.infer<typeof differenceShape> {
  return { path, before: before ?? null, after: after ?? null }
}

function spelled(definition: AgentDefinition): z.infer<typeof definitionSchema> {
  return { ...definition, tools_off: [...definition.tools_off], keywords: [...definition.keywords] }
}
