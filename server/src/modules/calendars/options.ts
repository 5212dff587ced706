import type { CalendarAdapters } from './adapters.ts'
import type { CalcomSettings } from './calcom/settings.ts'
import { googleSettings, type ReadGoogleSettings } from './google/settings.ts'
import { microsoftSettings, type ReadMicrosoftSettings } from './microsoft/settings.ts'

/** A provider's address, null for its own, and what this installation is registered as there; null: not at all. */
export type ProviderAccess = {
  readonly baseUrl: string | null
  readonly client: { readonly id: string; readonly secret: string } | null
}

export type CalendarOptions = {
  /** Where people and providers find us. */
  readonly publicUrl: () => string
  readonly calcom: CalcomSettings
  /** Null: nobody is to be asked. */
  readonly google: () => ProviderAccess | null
  readonly microsoft: () => ProviderAccess | null
  /** Stand in for the providers that they name. */
  readonly stands?: Partial<CalendarAdapters>
}

export function readSettings({ google, microsoft }: Pick<CalendarOptions, 'google' | 'microsoft'>): {
  readonly google: ReadGoogleSettings
  readonly microsoft: ReadMicrosoftSettings
} {
  return {
    google: () => {
      const access = google()
      return access && googleSettings(access.baseUrl, access.client)
    },
    microsoft: () => {
      const access = microsoft()
      return access && microsoftSettings(access.baseUrl, access.client)
    },
  }
}
