import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CLAIM_KINDS } from '../domain/claims/claim.ts'
import type { Labelled } from '../domain/claims/evaluate-claims.ts'

/** The repository's own labelled utterances: one file a language, and one of claims with a time. */
export const LABELLED_FILES = ['german.jsonl', 'english.jsonl', 'times.jsonl'].map(name =>
  join(import.meta.dirname, 'labelled', name),
)

/** Where the labelled calls took place. */
const ZONE = 'Europe/Berlin'
const instant = z.iso.datetime({ offset: true })
const labelled = z.union([
  z.strictObject({
    text: z.string().min(1).max(4000),
    claims: z.array(z.enum(CLAIM_KINDS)),
    heard: instant,
    entered: z.array(instant).min(1),
    other_time: z.boolean(),
  }),
  z.strictObject({ text: z.string().min(1).max(4000), claims: z.array(z.enum(CLAIM_KINDS)) }),
])

/** Utterances with what people say they claim, a JSON object a line. Throws with file and line. */
export async function readLabelled(files: readonly string[]): Promise<Labelled[]> {
  const read: Labelled[] = []
  for (const file of files)
    for (const [index, line] of (await readFile(file, 'utf8')).split('\n').entries()) {
      if (line.trim() === '') continue
      const parsed = labelled.safeParse(jsonOf(line))
      if (!parsed.success)
        throw new Error(
          `${file}:${index + 1}: expected {"text": "…", "claims": [${CLAIM_KINDS.map(kind => `"${kind}"`).join(', ')}]}.`,
        )
      read.push(utteranceOf(parsed.data))
    }
  return read
}

function utteranceOf(row: z.infer<typeof labelled>): Labelled {
  const { text, claims } = row
  if (!('entered' in row)) return { text, claims, time: null }
  const entered = row.entered.map(at => Temporal.Instant.from(at))
  return {
    ...{ text, claims },
    time: { said: { at: Temporal.Instant.from(row.heard), zone: ZONE }, entered, other: row.other_time },
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
