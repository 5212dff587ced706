import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isSamePlace, judgeLook, type Place, type Standing } from '../domain/plan-write.ts'
import type { Answer, ExternalEvent, WrittenEvent } from '../port.ts'
import type { Outcome, Step } from './attempt.ts'
import { lockEntry, type SyncEntry, settleEntry } from './entry-store.ts'
import type { FollowOutside, OutsideChange } from './follow-outside.ts'
import { createSettlements, type FoundEvent, type Next } from './settlements.ts'
import type { WriteJob } from './write-job.ts'

export type SettleAttempt = ReturnType<typeof createSettleAttempt>

/** What an attempt means for its entry, in one transaction; and whether there is more to do at once. */
export function createSettleAttempt(
  platform: Pick<Platform, 'jobs' | 'clock' | 'live'>,
  followOutside: FollowOutside,
  writeJob: () => WriteJob,
) {
  const { isThere, isGone, isAbsent, isInStep, stays, ask, giveUp, again } = createSettlements(
    platform,
    writeJob,
  )
  const { clock } = platform
  const settle = async (tx: Tx, step: Step, outcome: Outcome): Promise<Next> => {
    const entry = await lockEntry(tx, step.entry.id)
    // Somebody took it over when the lease had ended: they look at what this attempt did.
    if (entry === null || entry.lease !== step.lease) return 'later'
    if (outcome.answer.kind !== 'done')
      return await notDone(tx, { step, entry, attempt: outcome.attempt }, outcome.answer)
    switch (outcome.attempt) {
      case 'look':
        return await looked(tx, { step, entry }, outcome.answer.value)
      case 'create':
      case 'change':
        return await isThere(tx, entry, {
          ...step.entry.desired,
          written: outcome.answer.value,
          version: step.entry.desiredVersion,
        })
      case 'remove':
        return await isGone(tx, entry)
      default:
        return outcome satisfies never
    }
  }
  return Object.assign(settle, {
    /** Nothing had to be asked. */
    without: async (tx: Tx, entry: SyncEntry, found: 'past' | 'in_step'): Promise<void> =>
      await (found === 'past' ? giveUp(tx, entry) : isInStep(tx, entry)),
  })

  async function looked(
    tx: Tx,
    { step, entry }: { step: Step; entry: SyncEntry },
    found: readonly ExternalEvent[],
  ): Promise<Next> {
    const judged = judgeLook(entry, found.flatMap(standing))
    switch (judged.kind) {
      case 'absent':
        return await isAbsent(tx, entry)
      case 'in_step':
      case 'adopt':
        if (judged.kind === 'adopt' && entry.state === 'conflict') return await stays(tx, entry)
        return await isThere(tx, entry, {
          ...placeOf(judged.event),
          state: judged.kind === 'in_step' ? entry.desired.state : observedState(entry),
          written: writtenFrom(judged.event),
          version: judged.kind === 'in_step' ? entry.desiredVersion : entry.observedVersion,
        })
      case 'doubled':
        return await ask(tx, entry, { kind: 'doubled', theirs: judged.events, detail: null })
      case 'moved_outside':
        return await changedOutside(tx, { step, entry }, { kind: judged.kind, event: judged.event })
      case 'removed_outside':
        return await changedOutside(tx, { step, entry }, { kind: judged.kind })
      default:
        return judged satisfies never
    }
  }

  async function changedOutside(
    tx: Tx,
    { step, entry }: { step: Step; entry: SyncEntry },
    change: OutsideChange<FoundEvent>,
  ): Promise<Next> {
    const events = change.kind === 'moved_outside' ? [change.event] : []
    const theirs = {
      observed: observedAfter(entry, change),
      written: change.kind === 'moved_outside' ? writtenFrom(change.event) : null,
    }
    const followed = await followOutside(tx, { entry, change, rule: ruleFor(step, entry) })
    if (followed === 'ask')
      return await ask(tx, entry, { kind: change.kind, theirs: events, detail: null, ...theirs })
    // What was followed comes as an event of its own appointment, and finds both sides alike.
    const isRestored = followed === 'restore'
    await settleEntry(tx, entry.id, {
      ...theirs,
      state: isRestored ? 'pending' : 'in_step',
      error: null,
      attempts: 0,
      nextTryAt: isRestored ? clock.now() : null,
      at: clock.now(),
    })
    return isRestored ? 'again' : 'later'
  }

  async function notDone(
    tx: Tx,
    { step, entry, attempt }: { step: Step; entry: SyncEntry; attempt: Outcome['attempt'] },
    answer: Exclude<Answer<unknown>, { kind: 'done' }>,
  ): Promise<Next> {
    switch (answer.kind) {
      case 'taken':
      case 'refused':
        return attempt === 'look'
          ? await again(tx, entry, { attempt, detail: answer.detail, afterSeconds: null, is: 'later' })
          : await ask(tx, entry, { kind: answer.kind, theirs: [], detail: answer.detail })
      case 'gone':
      case 'changed_meanwhile':
        return await lookAtOnce(tx, entry, attempt)
      case 'unclear':
      case 'later':
      case 'unauthorised': {
        const afterSeconds = answer.kind === 'later' ? answer.afterSeconds : null
        return await again(tx, entry, { attempt, detail: answer.detail, afterSeconds, is: answer.kind })
      }
      default:
        return answer satisfies never
    }

    /** Somebody was there meanwhile: as after a reading, what is there now decides. */
    async function lookAtOnce(tx: Tx, entry: SyncEntry, attempt: Outcome['attempt']): Promise<Next> {
      if (attempt === 'look' || step.entry.attempts > 3)
        return await again(tx, entry, { attempt, detail: answer.kind, afterSeconds: null, is: 'later' })
      await settleEntry(tx, entry.id, {
        state: 'unclear',
        attempting: attempt === 'remove' ? 'remove' : 'look',
        attempts: entry.attempts + 1,
        nextTryAt: clock.now(),
        at: clock.now(),
      })
      return 'again'
    }
  }
}

/** Where both sides were changed nothing of ours is taken back unasked. */
function ruleFor(
  { connection }: Step,
  { observed, desired }: SyncEntry,
): Step['connection']['outsideChanges'] {
  const { outsideChanges } = connection
  const isOurs = observed !== null && isSamePlace(observed, desired)
  return isOurs || outsideChanges === 'restore' ? outsideChanges : 'ask'
}

function standing(event: ExternalEvent): FoundEvent[] {
  const [place] = event.occurrences
  if (event.state === 'cancelled' || place === undefined) return []
  return [{ ...event, startsAt: place.startsAt, endsAt: place.endsAt }]
}

function placeOf({ startsAt, endsAt }: Place): Place {
  return { startsAt, endsAt }
}

function observedState(entry: SyncEntry): Standing['state'] {
  const state = entry.observed?.state ?? 'confirmed'
  return state === 'cancelled' ? 'confirmed' : state
}

function observedAfter(entry: SyncEntry, change: OutsideChange<FoundEvent>): Standing {
  return change.kind === 'moved_outside'
    ? { ...placeOf(change.event), state: observedState(entry) }
    : { ...placeOf(entry.desired), state: 'cancelled' }
}

function writtenFrom(event: ExternalEvent): WrittenEvent {
  const { id, uid, version, state } = event
  return { id, uid, version, state: state === 'requested' ? 'requested' : 'confirmed', host: null }
}
