import { type DeltaItem, occurrenceId } from './mailboxes.ts'
import { toUtc } from './times.ts'
import type { EventResource } from './wire.ts'

/** An event as it is answered. Extended properties come only when they are asked for. */
export function present(event: EventResource, extended: 'with' | 'without' = 'without'): object {
  const { singleValueExtendedProperties, ...rest } = event
  return {
    ...rest,
    start: toUtc(event.start, event.isAllDay),
    end: toUtc(event.end, event.isAllDay),
    ...(extended === 'with' && singleValueExtendedProperties ? { singleValueExtendedProperties } : {}),
  }
}

/** In a delta an occurrence has its times and the id of its series, and nothing else. */
export function presentDelta(item: DeltaItem): object {
  if (item.kind === 'removed') return { id: item.id, '@removed': { reason: 'deleted' } }
  if (item.kind === 'whole') return present(item.event)
  const { series, occurrence } = item
  return {
    ...{ '@odata.type': '#microsoft.graph.event', type: 'occurrence' },
    ...{ id: occurrenceId(series.id, occurrence.date), seriesMasterId: series.id },
    start: toUtc(occurrence.start, series.isAllDay),
    end: toUtc(occurrence.end, series.isAllDay),
  }
}
