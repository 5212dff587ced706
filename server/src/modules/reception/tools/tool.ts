import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { type Language, languageIn } from '../../../platform/i18n/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { CallRecord, Calls } from '../../calls/index.ts'
import type { Catalogue, CatalogueBasics } from '../../catalogue/index.ts'
import type { Customers } from '../../customers/index.ts'
import type { Messaging } from '../../messaging/index.ts'
import type { Scheduling } from '../../scheduling/index.ts'
import type { Tenant, Tenants } from '../../tenants/index.ts'

/** Every answer: a status for the machine, a ready sentence for the caller, at most 2 kB in all. */
export type ToolAnswer = { readonly status: string; readonly say: string } & Readonly<Record<string, unknown>>

/** What a tool works with. The call and the tenant come from the signed envelope, never from arguments. */
export type ToolContext = {
  readonly tx: Tx
  readonly call: CallRecord
  readonly tenant: Tenant
  /** Services, people and opening hours, as they are in this transaction. */
  readonly known: CatalogueBasics
  readonly now: Temporal.Instant
  /** The language of the call. */
  readonly lang: Language
}

export type Neighbours = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly customers: Customers
  readonly scheduling: Scheduling
  readonly calls: Calls
  readonly messaging: Pick<Messaging, 'mail' | 'sendCode' | 'corrections'>
}

export type ToolParts = Neighbours & { readonly platform: Platform }

/** A tool: its definition (for Retell, MCP and the documentation) and what it does, from one source. */
export type Tool<Args extends z.ZodObject = z.ZodObject> = {
  readonly name: string
  readonly description: string
  readonly args: Args
  /** Arguments that no timeline keeps. */
  readonly hides?: readonly string[]
  run(context: ToolContext, args: z.infer<Args>): Promise<ToolAnswer>
}

/** Keeps the arguments' types while the tool is written. */
export function defineTool<Args extends z.ZodObject>(tool: Tool<Args>): Tool {
  return tool as unknown as Tool
}

const LONGEST_TEXT = 300
const MOST_LISTED = 12

/**
 * Text from a language model: it may be missing, empty, a number, a list, far too long. Whatever is not usable
 * text is as if it had not been said, so that the tool asks instead of failing.
 */
export function saidText(description: string, longest = LONGEST_TEXT) {
  return z
    .unknown()
    .transform(value => usableText(value, longest))
    .optional()
    .describe(description)
}

/** Several texts in whatever form a model sends them: a list, or one text with something between them. */
export function saidList(description: string, between: RegExp, longest = LONGEST_TEXT) {
  return z
    .unknown()
    .transform(value => {
      const parts = Array.isArray(value) ? value : (usableText(value, longest * 4) ?? '').split(between)
      return parts.slice(0, MOST_LISTED).flatMap(part => usableText(part, longest) ?? [])
    })
    .optional()
    .meta({ description, type: 'array', items: { type: 'string' } })
}

/** What models write when they have nothing to say. */
const UNSAID = /^(null|none|nil|undefined|n\/?a|nan|-+|\?+|unknown|unbekannt)$/i

function usableText(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  return text === '' || text.length > longest || UNSAID.test(text) ? undefined : text
}

/** What models call our languages, besides tags such as "en-GB". */
const LANGUAGE_NAMES: ReadonlyMap<string, Language> = new Map([
  ['deutsch', 'de'],
  ['german', 'de'],
  ['englisch', 'en'],
  ['english', 'en'],
])

/** A language in whatever form a model sends it; everything else is as if it had not been said. */
export function saidLanguage() {
  return z
    .unknown()
    .transform(value => {
      const said = usableText(value, 20)?.toLowerCase()
      return said === undefined ? undefined : (LANGUAGE_NAMES.get(said) ?? languageIn(said) ?? undefined)
    })
    .optional()
    .describe('The language you speak with the caller now, de or en. Answers come in it from then on.')
}

/** Yes in whatever form a model sends it; everything else is no. */
export function saidYes(description: string) {
  return z
    .unknown()
    .transform(value => value === true || /^(true|ja|yes|1)$/i.test(usableText(value, 10) ?? ''))
    .optional()
    .meta({ description, type: 'boolean' })
}

/** What a timeline shows of a tool's arguments. */
export function shownArguments(tool: Tool | undefined, args: unknown): unknown {
  if (!tool?.hides || typeof args !== 'object' || args === null) return args
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [key, tool.hides?.includes(key) ? '[hidden]' : value]),
  )
}
