import type { Platform } from '../../platform/platform.ts'
import { createCaldavAdapter } from './caldav/caldav-adapter.ts'
import { createIcsAdapter } from './ics/ics-adapter.ts'
import type { CalendarAdapter, CalendarProvider } from './port.ts'

export type CalendarAdapters = Readonly<Record<CalendarProvider, CalendarAdapter | null>>

/** One adapter for each provider; null: this installation is not configured for it, and says so. */
export function createCalendarAdapters(
  { outbound, clock }: Platform,
  { calcom }: Pick<CalendarAdapters, 'calcom'>,
): CalendarAdapters {
  return {
    calcom,
    google: null,
    microsoft: null,
    caldav: createCaldavAdapter({ outbound, clock }),
    ics: createIcsAdapter({ outbound }),
  }
}
