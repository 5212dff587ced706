import type { ToolRun } from '../../server/src/modules/reception/index.ts'
import type { GradedCall } from '../../server/src/roles/simulate/hold-in-world.ts'
import type { Line } from '../../server/src/roles/simulate/open-world.ts'

export type ToolAnswer = Readonly<Record<string, unknown>>

/** A tool that the conversation in text ran, with what it was told and answered. */
export type ToolBeat = {
  readonly kind: 'tool'
  readonly name: string
  readonly args: ToolAnswer
  readonly answer: ToolAnswer
  readonly at: Temporal.Instant
  readonly lang: 'de' | 'en'
}

export type Beat =
  | ToolBeat
  | { readonly kind: 'said'; readonly role: 'agent' | 'user'; readonly text: string }

/** What happened in a call in text, in its order. */
export async function beatsOf(line: Line, { world, call }: GradedCall): Promise<Beat[]> {
  const beats = call.turns.flatMap(({ caller, text, at, lang, ran }): Beat[] => [
    { kind: 'said', role: 'user', text: caller ?? '' },
    ...ran.map(run => toBeat(run, { at, lang })),
    { kind: 'said', role: 'agent', text },
  ])
  const { at, lang } = call.turns.at(-1) ?? { at: line.clock.now(), lang: 'de' as const }
  const timeline = await line.app.platform.db.inTenant(world.tenantId, tx =>
    line.app.modules.calls.readTimeline(tx, call.callId),
  )
  const last = timeline.findLast(entry => entry.kind === 'tool')
  const told = beats.some(beat => beat.kind === 'tool' && beat.name === 'record_wish')
  // Who hangs up leaves a wish behind after the last turn.
  if (last?.name !== 'record_wish' || told) return beats
  const wish = { name: last.name, args: last.arguments, answer: last.result as ToolRun['answer'] }
  return [...beats, toBeat(wish, { at, lang })]
}

function toBeat({ name, args, answer }: ToolRun, when: Pick<ToolBeat, 'at' | 'lang'>): ToolBeat {
  return { kind: 'tool', name, args: args as ToolAnswer, answer, ...when }
}
