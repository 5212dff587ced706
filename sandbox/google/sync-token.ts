import { z } from 'zod'
import { GoogleError } from './google-error.ts'

const Stored = z.object({ calendarId: z.string(), position: z.number(), from: z.number().nullable() })

/** Nobody but the simulator may read it. It remembers where the first listing began, and not where it ended. */
export function writeSyncToken(calendarId: string, at: { position: number; from: number | null }): string {
  return Buffer.from(JSON.stringify({ calendarId, ...at })).toString('base64url')
}

export function readSyncToken(token: string, calendarId: string): { position: number; from: number | null } {
  const stored = Stored.safeParse(parse(token))
  if (!stored.success || stored.data.calendarId !== calendarId)
    throw new GoogleError(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.')
  return stored.data
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return null
  }
}
