import { z } from 'zod'
import { AGENT_LANGUAGES, type AgentDefinition } from '../domain/agent/definition.ts'

const MOST_KEYWORDS = 60

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, { error: 'is not a number in international form' })
const word = z.string().trim().min(1).max(60)

/** What a business may decide, as the API and the database have it. */
export const definitionSchema = z.strictObject({
  brain: z
    .enum(['custom', 'hosted'])
    .describe('`custom`: our own dialogue speaks. `hosted`: a language model at Retell, with our tools.'),
  language: z.enum(AGENT_LANGUAGES),
  voice_id: z.string().trim().min(1).max(100),
  opening_question: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .nullable()
    .describe('Asked after the business was named and that an AI is speaking. Null: our question.'),
  instructions: z.string().trim().max(6000).describe('What a hosted model is told besides our rules.'),
  model: z.string().trim().min(1).max(60).describe('The hosted language model.'),
  tools_off: z.array(z.string().max(64)).max(40).describe('Tools a hosted model is not given.'),
  keywords: z
    .array(word)
    .max(MOST_KEYWORDS)
    .describe('Words to listen for besides the names of the business, its staff and its services.'),
  responsiveness: z.number().min(0).max(1),
  interruption_sensitivity: z.number().min(0).max(1),
  longest_call_minutes: z.number().int().min(1).max(120),
  fallback_number: phone.nullable().describe('Rung when Retell has no free line. Null: nobody is.'),
})

/** Stored by this version or an older one. */
export function readDefinition(stored: unknown): AgentDefinition {
  return definitionSchema.parse(stored)
}
