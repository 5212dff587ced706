/** Where Microsoft is, and the application that this installation is registered as there; null: it is not. */
export type MicrosoftSettings = {
  readonly apiUrl: string
  /** Before the directory: `common` for people, the directory's own id for applications. */
  readonly loginUrl: string
  readonly client: { readonly id: string; readonly secret: string } | null
}

/** Asked anew each time: a demo learns its simulators' addresses after the start. Null: nobody is to be asked at all. */
export type ReadMicrosoftSettings = () => MicrosoftSettings | null

/** Microsoft's own addresses, or those of one machine that speaks like it. */
export function microsoftSettings(
  baseUrl: string | null,
  client: MicrosoftSettings['client'],
): MicrosoftSettings {
  const base = baseUrl?.replace(/\/$/, '')
  return {
    apiUrl: `${base ?? 'https://graph.microsoft.com'}/v1.0`,
    loginUrl: base ?? 'https://login.microsoftonline.com',
    client,
  }
}

/** The least that reads and writes a person's calendars, and lasts. */
export const MICROSOFT_SCOPES = ['offline_access', 'Calendars.ReadWrite']

export function tokenUrlOf({ loginUrl }: MicrosoftSettings, directory: string): string {
  return `${loginUrl}/${encodeURIComponent(directory)}/oauth2/v2.0/token`
}
