import { setImmediate as letOthersRun } from 'node:timers/promises'
import { wallTimeAt } from '../../../platform/time/zoned.ts'
import { readCalendars } from '../domain/ical/content-lines.ts'
import type { Window } from '../domain/ical/occurrences.ts'
import { type IcalEvent, readEvents } from '../domain/ical/read-events.ts'
import { zonesOfFile } from '../domain/ical/zones-of-file.ts'

/** How a calendar file is to be read: floating times are in `zone`, `self` is who may have declined. */
export type TextReading = { readonly window: Window; readonly zone: string; readonly self: string | null }

/** `detail` names what nobody can read: then the whole file says nothing about what is free. */
export type TextEvents = { readonly events: readonly IcalEvent[] } | { readonly detail: string }

/** So many series, and others have their turn. */
const AT_ONCE = 20

/** The events of a calendar file, read in slices, so that a large one keeps nobody waiting. */
export async function eventsOfText(text: string, { window, zone, self }: TextReading): Promise<TextEvents> {
  const calendars = readCalendars(text)
  if ('problem' in calendars) return { detail: `The file ${calendars.problem}.` }
  const { year } = wallTimeAt(window.start, zone)
  const zoneOf = zonesOfFile(calendars, { near: zone, year })
  const events: IcalEvent[] = []
  let read = 0
  for (const event of readEvents(calendars, { window, zoneOf, here: zone, self })) {
    if ('unreadable' in event)
      return { detail: `"${event.title ?? event.uid}" is unreadable: ${event.unreadable}` }
    events.push(event)
    read += 1
    if (read % AT_ONCE === 0) await letOthersRun()
  }
  return { events }
}
