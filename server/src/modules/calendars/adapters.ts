import type { Platform } from '../../platform/platform.ts'
import { createCaldavAdapter } from './caldav/caldav-adapter.ts'
import { createGoogleAdapter } from './google/google-adapter.ts'
import type { ReadGoogleSettings } from './google/settings.ts'
import { createIcsAdapter } from './ics/ics-adapter.ts'
import { createMicrosoftAdapter } from './microsoft/microsoft-adapter.ts'
import type { ReadMicrosoftSettings } from './microsoft/settings.ts'
import type { CalendarAdapter, CalendarProvider } from './port.ts'

export type CalendarAdapters = Readonly<Record<CalendarProvider, CalendarAdapter | null>>

/**
 * One adapter for each provider; null: this installation is not configured for it, and says so. Whether it is may be
 * known only after the start, so it is asked each time.
 */
export function createCalendarAdapters(
  { outbound, clock }: Platform,
  settings: { readonly google: ReadGoogleSettings; readonly microsoft: ReadMicrosoftSettings },
  stands: Partial<CalendarAdapters> & Pick<CalendarAdapters, 'calcom'>,
): CalendarAdapters {
  const google = createGoogleAdapter({ outbound, clock, settings: settings.google })
  const microsoft = createMicrosoftAdapter({ outbound, clock, settings: settings.microsoft })
  return {
    caldav: createCaldavAdapter({ outbound, clock }),
    ics: createIcsAdapter({ outbound }),
    ...stands,
    get google() {
      return stands.google ?? (settings.google() && google)
    },
    get microsoft() {
      return stands.microsoft ?? (settings.microsoft() && microsoft)
    },
  }
}
