import type { CalendarAdapter, CalendarProvider } from './port.ts'

export type CalendarAdapters = Readonly<Record<CalendarProvider, CalendarAdapter | null>>

/** One adapter for each provider; null: this installation is not configured for it, and says so. */
export function createCalendarAdapters(): CalendarAdapters {
  return { calcom: null, google: null, microsoft: null, caldav: null, ics: null }
}
