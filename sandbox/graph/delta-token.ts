import { z } from 'zod'
import { GraphError } from './graph-error.ts'

const Stored = z.object({
  calendarId: z.string(),
  /** Up to where everything was told, and where the round ends that is being told. */
  since: z.number(),
  position: z.number(),
  from: z.number(),
  until: z.number(),
  offset: z.number(),
})
export type DeltaToken = z.infer<typeof Stored>

/** Nobody but the simulator may read it. The range is fixed in it. */
export function writeDeltaToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url')
}

export function readDeltaToken(text: string, calendarId: string): DeltaToken {
  const token = Stored.safeParse(parse(text))
  if (!token.success || token.data.calendarId !== calendarId)
    throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found.')
  return token.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}
