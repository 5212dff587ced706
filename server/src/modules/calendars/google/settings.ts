/** Where Google is, and the OAuth client that this installation is registered as there; null: it is not. */
export type GoogleSettings = {
  readonly apiUrl: string
  readonly consentUrl: string
  readonly tokenUrl: string
  readonly revokeUrl: string
  readonly client: { readonly id: string; readonly secret: string } | null
}

/** Asked anew each time: a demo learns its simulators' addresses after the start. Null: nobody is to be asked at all. */
export type ReadGoogleSettings = () => GoogleSettings | null

/** Google's own addresses, or those of one machine that speaks like it. */
export function googleSettings(baseUrl: string | null, client: GoogleSettings['client']): GoogleSettings {
  const at = (own: string, path: string): string =>
    (baseUrl === null ? own : baseUrl.replace(/\/$/, '')) + path
  return {
    apiUrl: at('https://www.googleapis.com', '/calendar/v3'),
    consentUrl: at('https://accounts.google.com', '/o/oauth2/v2/auth'),
    tokenUrl: at('https://oauth2.googleapis.com', '/token'),
    revokeUrl: at('https://oauth2.googleapis.com', '/revoke'),
    client,
  }
}

/**
 * The least that does it: events read and written, calendars listed by name, busy times of calendars that show no more
 * (https://developers.google.com/workspace/calendar/api/auth, 2026-11).
 */
export const GOOGLE_SCOPES = [
  'https://www.googleapis.com/auth/calendar.events',
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
  'https://www.googleapis.com/auth/calendar.freebusy',
]
