import { type App, createApp } from '../../app.ts'
import type { Config } from '../../config.ts'
import { rehearse } from '../../platform/db/rehearse.ts'
import type { CallId } from '../../platform/ids/ids.ts'
import type { Log } from '../../platform/observability/log.ts'
import { fixedClock } from '../../platform/time/clock.ts'
import { goBackBefore } from './before-the-call.ts'
import { type Difference, differences, STAND_INS } from './compare.ts'
import type { RecordedCall, RecordedStep } from './recorded-call.ts'

export type ReplayedStep = {
  readonly asked: RecordedStep['asked']
  readonly recorded: Record<string, unknown>
  readonly today: Record<string, unknown>
  readonly differences: readonly Difference[]
}

/**
 * Runs today's code on what was said or asked in a recorded call, at the times of then, in a transaction that is rolled
 * back. Masked arguments are replayed with stand-ins, and a masked token with the offer it stood for.
 */
export async function replayCall(
  running: { app: App; config: Config; databaseUrl: string; log: Log },
  call: RecordedCall,
): Promise<ReplayedStep[]> {
  return await rehearse(running.app.platform.db, call.tenantId, async database => {
    const clock = fixedClock(call.startedAt.toString())
    const app = createApp({ ...running, clock, rehearsal: database })
    await database.inTenant(call.tenantId, tx => goBackBefore(tx, call.startedAt))
    const line = createLine(app, call)
    const steps: ReplayedStep[] = []
    for (const step of call.steps) {
      clock.set(step.at.toString())
      const { today, args } = await line(step)
      steps.push({
        asked: step.asked,
        recorded: step.answered,
        today,
        differences: differences(step.answered, today, args),
      })
    }
    return steps
  })
}

type Offer = { token: string; spoken: unknown; starts_at?: unknown }
type Answer = { today: Record<string, unknown>; args: Record<string, unknown> }

/** The replayed call: begins, hears and is asked for tools like the recorded one. */
function createLine(app: App, call: RecordedCall): (step: RecordedStep) => Promise<Answer> {
  const { conversation, answerToolCall } = app.modules.reception
  let callId: CallId | null = null
  let offers: Offer[] = []
  const said = (text: string): Answer => ({ today: { say: text }, args: {} })

  return async ({ asked, answered }) => {
    switch (asked.kind) {
      case 'begin': {
        const started = await app.platform.db.inTenant(call.tenantId, tx =>
          conversation.start(tx, call.identity),
        )
        callId = started.callId
        return said(started.turn.text)
      }
      case 'said': {
        if (callId === null) throw new Error('The recorded conversation has no beginning.')
        return await conversation.hear(call.tenantId, { callId, text: asked.text }).then(
          ({ turn }) => said(turn.text),
          // Today the receptionist hung up earlier: that is a difference, and no reason to stop.
          (error: unknown) => said(`[${error instanceof Error ? error.message : 'failed'}]`),
        )
      }
      case 'tool': {
        const args = withStandIns(asked.args, answered, offers)
        const today = await answerToolCall(call.tenantId, call.identity, { name: asked.name, args })
        offers = [...offersOf(today), ...offers]
        return { today, args }
      }
      default:
        return asked satisfies never
    }
  }
}

function withStandIns(
  args: Record<string, unknown>,
  answered: Record<string, unknown>,
  offers: readonly Offer[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => {
      if (value === '[personal]') return [key, STAND_INS[key] ?? 'Beispiel']
      if (value === '[secret]') return [key, offerMeant(answered, offers)?.token ?? '']
      return [key, value]
    }),
  )
}

/** The recorded answer names the start or speaks it; without either the offer made last was meant. */
function offerMeant(answered: Record<string, unknown>, offers: readonly Offer[]): Offer | undefined {
  const heard = [answered.spoken, answered.say].filter(text => typeof text === 'string').join(' ')
  return (
    offers.find(({ starts_at }) => starts_at !== undefined && starts_at === answered.starts_at) ??
    offers.find(({ spoken }) => typeof spoken === 'string' && heard.includes(spoken)) ??
    offers[0]
  )
}

function offersOf(answer: Record<string, unknown>): Offer[] {
  const lists = [answer.slots, answer.alternatives, answer.requested === undefined ? [] : [answer.requested]]
  return lists
    .flatMap(list => (Array.isArray(list) ? list : []))
    .filter((item): item is Offer => typeof (item as { token?: unknown } | null)?.token === 'string')
}
