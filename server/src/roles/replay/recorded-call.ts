import { z } from 'zod'
import type { App } from '../../app.ts'
import type { CallIdentity } from '../../modules/calls/index.ts'
import type { CallId, ConnectionId, LocationId, TenantId } from '../../platform/ids/ids.ts'

/** One thing the caller said or the agent asked for, and what came back then. */
export type RecordedStep = {
  readonly at: Temporal.Instant
  readonly asked:
    | { readonly kind: 'begin' }
    | { readonly kind: 'said'; readonly text: string }
    | { readonly kind: 'tool'; readonly name: string; readonly args: Record<string, unknown> }
  readonly answered: Record<string, unknown>
}

export type RecordedCall = {
  readonly id: CallId
  readonly tenantId: TenantId
  readonly startedAt: Temporal.Instant
  readonly identity: CallIdentity
  readonly steps: readonly RecordedStep[]
}

type Entry = { at: Temporal.Instant; kind: string; name: string; arguments: unknown; result: unknown }

const spoken = z.object({ text: z.string() })
const object = z.record(z.string(), z.unknown()).catch({})

/** A call with what can be replayed of it: utterances of a text conversation, otherwise tool calls. Null: no such call. */
export async function readRecordedCall(app: App, id: CallId): Promise<RecordedCall | null> {
  const { db } = app.platform
  const row = await db.acrossTenants('replay: find a call', tx =>
    tx
      .selectFrom('call')
      .select([
        'call.tenant_id',
        'call.connection_id',
        'call.provider',
        'call.provider_call_id',
        'call.location_id',
        'call.direction',
        'call.caller_e164',
        'call.called_e164',
        'call.started_at',
      ])
      .where('call.id', '=', id)
      .executeTakeFirst(),
  )
  if (!row) return null
  const tenantId = row.tenant_id as TenantId
  const timeline = await db.inTenant(tenantId, tx => app.modules.calls.readTimeline(tx, id))
  const turns = timeline.filter(entry => entry.kind === 'turn')
  return {
    id,
    tenantId,
    startedAt: row.started_at,
    identity: {
      connectionId: row.connection_id as ConnectionId,
      provider: row.provider as CallIdentity['provider'],
      providerCallId: `replay/${row.provider_call_id}`,
      locationId: row.location_id as LocationId,
      direction: row.direction as CallIdentity['direction'],
      callerE164: row.caller_e164,
      calledE164: row.called_e164,
    },
    steps: turns.length > 0 ? conversationSteps(turns) : toolSteps(timeline),
  }
}

function conversationSteps(turns: readonly Entry[]): RecordedStep[] {
  const steps: RecordedStep[] = []
  let asked: RecordedStep['asked'] = { kind: 'begin' }
  for (const turn of turns) {
    const { text } = spoken.parse(turn.arguments)
    if (turn.name === 'caller') asked = { kind: 'said', text }
    else steps.push({ at: turn.at, asked, answered: { say: text } })
  }
  return steps
}

function toolSteps(timeline: readonly Entry[]): RecordedStep[] {
  return timeline
    .filter(entry => entry.kind === 'tool')
    .map(entry => ({
      at: entry.at,
      asked: { kind: 'tool', name: entry.name, args: object.parse(entry.arguments) },
      answered: object.parse(entry.result),
    }))
}
