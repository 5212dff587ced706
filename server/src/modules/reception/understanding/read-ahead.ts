import type { Tx } from '../../../platform/db/database.ts'
import type { CallId, TenantId } from '../../../platform/ids/ids.ts'
import { knownSurroundings } from '../caller-name.ts'
import type { Lang } from '../domain/dialogue/acts.ts'
import { type DialogueState, expectingOf } from '../domain/dialogue/decide/dialogue-state.ts'
import { leavesOpen, type Reading, withReading } from '../domain/dialogue/understand/reading.ts'
import { type Surroundings, understand } from '../domain/dialogue/understand/understand.ts'
import type { Expecting, Understanding } from '../domain/dialogue/understand/understanding.ts'
import type { ToolParts } from '../tools/tool.ts'
import type { LanguageModel } from './language-model.ts'

/** What a model read, and the question it was read as an answer to. */
export type ReadAhead = { readonly reading: Reading; readonly asked: string }

/** `textAfter`: what is new for a conversation as it stands; null: nothing. */
export type Hearing<State> = {
  readonly callId: CallId
  readonly textAfter: (before: State) => string | null
}

/**
 * Asks the model before the turn begins, outside any transaction: no row waits for a provider. Null: no model, the
 * business wants none, the rules need none, or it did not answer as it should; then the rules understand alone.
 */
export function createReadAhead<State extends DialogueState>(
  parts: ToolParts,
  model: LanguageModel | null,
  loadState: (tx: Tx, callId: CallId) => Promise<State | null>,
): (tenantId: TenantId, heard: Hearing<State>) => Promise<ReadAhead | null> {
  const { platform, calls, tenants, catalogue } = parts
  const { modelReadings } = platform.metrics
  return async (tenantId, heard) => {
    if (model === null) return null
    const question = await platform.db.inTenant(tenantId, tx => questionFor(tx, heard))
    if (question === null) return null
    const reading = await model.read(question, tenantId)
    if (typeof reading === 'string') {
      modelReadings.inc({ outcome: reading })
      return null
    }
    return { reading, asked: askedAs(question.expecting, question.lang) }
  }

  async function questionFor(tx: Tx, { callId, textAfter }: Hearing<State>) {
    const tenant = await tenants.read(tx)
    if (tenant.settings.understanding !== 'model') return null
    const call = await calls.readCall(tx, callId)
    const state = await loadState(tx, callId)
    const text = state && textAfter(state)
    if (!call || !state || text === null || call.state !== 'ongoing') return null
    const known = await catalogue.knownBasics(tx)
    const context = { tx, tenant, known, now: platform.clock.now(), lang: state.lang }
    const { catalogue: names, findTimeIn } = knownSurroundings(parts, context)
    const around: Surroundings = { lang: state.lang, catalogue: names, findTime: findTimeIn(state.lang) }
    const expecting = expectingOf(state)
    const rules = understand(text, expecting, around)
    return leavesOpen(rules, expecting)
      ? { text: rules.text, expecting, lang: state.lang, catalogue: names }
      : null
  }
}

/** What the rules understood, with what a model adds; a reading of another question than the open one adds nothing. */
export function hearWith(
  { modelReadings }: ToolParts['platform']['metrics'],
  rules: Understanding,
  ahead: ReadAhead | null,
  { expecting, around }: { expecting: Expecting; around: Surroundings },
): Understanding {
  if (ahead === null) return rules
  if (ahead.asked !== askedAs(expecting, around.lang)) {
    modelReadings.inc({ outcome: 'outdated' })
    return rules
  }
  const heard = withReading(rules, ahead.reading, { expecting, around })
  modelReadings.inc({ outcome: typeof heard === 'string' ? 'invented' : 'used' })
  return typeof heard === 'string' ? rules : heard
}

function askedAs(expecting: Expecting, lang: Lang): string {
  return JSON.stringify([expecting, lang])
}
