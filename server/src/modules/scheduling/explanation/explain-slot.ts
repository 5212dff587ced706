import type { Tx } from '../../../platform/db/database.ts'
import type { AppointmentId, ResourceId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { MINUTE } from '../../../platform/time/working-time.ts'
import type { Catalogue, Service } from '../../catalogue/index.ts'
import { createBookableWindow, withStaff } from '../availability/find-free-slots.ts'
import { readFreeTime } from '../availability/free-time.ts'
import type { SentenceLanguage } from '../domain/change-sentences.ts'
import { explainStart, type Reason } from '../domain/explain-start.ts'
import { explanation } from './explanation.ts'

export type SlotExplanation = {
  /** True exactly if availability offers this start. */
  readonly free: boolean
  /** The first rule that removes it, then all others. */
  readonly reasons: readonly Reason[]
  /** Staff who do not do the service at all. */
  readonly unqualified: readonly string[]
  /** All of it as a sentence for the owner. */
  readonly sentence: string
}

/** Why a start of a service is free or is not: the question of `findFreeSlots` for one moment, with its reasons. */
export function createExplainSlot(platform: Platform, catalogue: Catalogue) {
  const bookableWindow = createBookableWindow(catalogue)
  return async function explainSlot(
    tx: Tx,
    question: {
      service: Service
      at: Temporal.Instant
      staffId?: ResourceId
      /** Appointments whose places do not count: they are to be moved. */
      moving?: readonly AppointmentId[]
      lang: SentenceLanguage
    },
  ): Promise<SlotExplanation> {
    const { service, at, lang } = question
    const now = platform.clock.now()
    const start = at.epochMilliseconds
    const free = await readFreeTime(tx, catalogue, {
      service,
      range: { start, end: start + service.longestMinutes * MINUTE },
      now: now.epochMilliseconds,
      ignoreHolder: null,
      ...(question.moving === undefined ? {} : { moving: question.moving }),
    })
    const reasons = explainStart({
      ...free,
      start,
      window: bookableWindow(service, now, free.place),
      needs: withStaff(free.needs, free.resources, question.staffId),
    })
    const able = new Set<string>(free.resources.map(resource => resource.id))
    const staff = await catalogue.listStaff(tx)
    const asked = staff.filter(person => question.staffId === undefined || person.id === question.staffId)
    const unqualified = free.resources.some(resource => resource.kind === 'staff')
      ? asked.filter(person => !able.has(person.id)).map(person => person.name)
      : []
    const names = new Map<string, string>(free.resources.map(resource => [resource.id, resource.name]))
    return {
      free: reasons.length === 0,
      reasons,
      unqualified,
      sentence: explanation({
        start,
        zone: free.place.zone,
        service,
        reasons,
        unqualified,
        names,
        lang,
        exceptions: free.exceptions,
      }),
    }
  }
}

/** The rules that remove each of several starts of a service, from one look at the calendar; none: it is offered. */
export function createExplainStarts(platform: Platform, catalogue: Catalogue) {
  const bookableWindow = createBookableWindow(catalogue)
  return async function explainStarts(
    tx: Tx,
    question: { service: Service; starts: readonly Temporal.Instant[]; staffId: ResourceId | null },
  ): Promise<Array<{ readonly start: Temporal.Instant; readonly reasons: readonly Reason[] }>> {
    const { service, staffId } = question
    const starts = question.starts.map(start => start.epochMilliseconds)
    if (starts.length === 0) return []
    const now = platform.clock.now()
    const free = await readFreeTime(tx, catalogue, {
      service,
      range: { start: Math.min(...starts), end: Math.max(...starts) + service.longestMinutes * MINUTE },
      now: now.epochMilliseconds,
      ignoreHolder: null,
    })
    const window = bookableWindow(service, now, free.place)
    const needs = withStaff(free.needs, free.resources, staffId ?? undefined)
    return question.starts.map(start => ({
      start,
      reasons: explainStart({ ...free, start: start.epochMilliseconds, window, needs }),
    }))
  }
}
