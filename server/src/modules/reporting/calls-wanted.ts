import { z } from 'zod'
import { momentOf, momentText } from '../../platform/http/moment-query.ts'
import { LANGUAGES } from '../../platform/i18n/language.ts'
import { OUTCOMES } from '../calls/index.ts'

/** Which calls of a list or a file are wanted. */
export const callsWanted = {
  from: momentText.optional(),
  to: momentText.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  language: z.enum(LANGUAGES).optional(),
  claims: z.literal('ghost').optional().describe('Those in which an agent said what was not so.'),
  q: z.string().trim().max(100).optional().describe('Part of a number, or of the name of whoever called.'),
} as const

const shape = z.object(callsWanted)
export type CallsWanted = z.infer<typeof shape>

export function wantedCalls({ from, to, outcome, language, claims, q }: CallsWanted, zone: string) {
  return {
    from: from === undefined ? null : momentOf(from, zone),
    to: to === undefined ? null : momentOf(to, zone),
    filter: {
      outcome: outcome ?? null,
      language: language ?? null,
      claims: claims ?? null,
      words: q || null,
    },
  }
}
