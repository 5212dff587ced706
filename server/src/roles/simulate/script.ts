import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { OUTCOMES } from '../../modules/calls/index.ts'
import { acts } from '../../modules/reception/index.ts'
import { settingsShape } from '../../modules/tenants/index.ts'
import { LANGUAGES } from '../../platform/i18n/language.ts'
import { WORLDS } from '../../worlds/seed-worlds.ts'

const INTENTS = [
  'book',
  'move',
  'cancel',
  'ask_appointments',
  'question',
  'callback',
  'waitlist',
  'book_series',
  'book_group',
  'human',
  'emergency',
] as const

const instant = z.string().refine(isInstant, {
  error: 'must be an instant with its offset, such as 2026-11-24T15:00:00+01:00',
})
const date = z.iso.date()
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, { error: 'must be a time of day, such as 15:00' })
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, { error: 'must be a number such as +491713920011' })
const act = z.enum(acts)
const words = z.string().nullable().optional()

const accept = z.strictObject({
  not_before: clock.optional(),
  not_after: clock.optional(),
  dates: z.array(date).optional(),
  staff: z.string().nullable().optional(),
  exact_only: z.boolean().optional(),
  any: z.boolean().optional(),
})

const goal = z.strictObject({
  intent: z.enum(INTENTS),
  service: words,
  staff: words,
  when: z
    .union([z.string(), z.array(z.string())])
    .nullable()
    .optional(),
  accept: accept.nullable().optional(),
  question: words,
  which: z
    .strictObject({ service: z.string().optional(), starts_at: instant.optional() })
    .nullable()
    .optional(),
  which_says: words,
  attendee: words,
  also: z
    .array(z.strictObject({ service: z.string(), attendee: words }))
    .nullable()
    .optional(),
  rule: words,
  reason: words,
})

const quirk = z.strictObject({
  on: z.union([act, z.literal('any')]),
  nth: z.number().int().min(1).optional(),
  do: z.enum(['say', 'interrupt', 'silence', 'noise', 'repeat', 'hang_up', 'switch_language', 'double']),
  text: z.string().optional(),
  seed: z.number().int().optional(),
  rate: z.number().min(0).max(1).optional(),
})

const startsAt = z.union([
  instant,
  z.strictObject({ one_of: z.array(instant).min(1) }),
  z.strictObject({ within: z.tuple([instant, instant]) }),
])

/** Whatever an appointment shows (`grade/read-state.ts`); each key given is compared. */
const expectedAppointment = z.strictObject({
  starts_at: startsAt.optional(),
  ends_at: startsAt.optional(),
  ...compared(
    'attendee_name',
    'service',
    'state',
    'staff',
    'resources',
    'note',
    'source',
    'reference',
    'price_minor',
    'currency',
    'email',
    'phone',
    'customer_name',
  ),
})
const expectedCustomer = z.strictObject(compared('name', 'email', 'language', 'phone', 'phones'))
const expectedWish = z.strictObject(
  compared('service', 'wanted_when', 'wanted_staff', 'name', 'phone_e164', 'state'),
)
const rowsOrCount = <Row extends z.ZodType>(row: Row) => z.union([z.number().int().min(0), z.array(row)])

/** The tenant's own settings, as far as a script changes them. */
const settingsGiven = z.strictObject(settingsShape).partial()

const expectation = z.strictObject({
  outcome: z.enum(OUTCOMES).optional(),
  appointments: z.array(expectedAppointment).default([]),
  unchanged: z.array(z.string()).default([]),
  customers: rowsOrCount(expectedCustomer).optional(),
  wishes: rowsOrCount(expectedWish).optional(),
  callback_requests: z.number().int().min(0).default(0),
  waitlist: z.number().int().min(0).default(0),
  turns_at_most: z.number().int().min(1).optional(),
  said_first: z.array(z.string()).default([]),
  never_said: z.array(z.string()).default([]),
})

/** One scripted call, as `contracts/caller-script.md` describes it. Names of keys are checked: a slip is an error. */
export const callerScript = z.strictObject({
  id: z.string().min(1),
  language: z.enum(LANGUAGES).default('de'),
  now: instant,
  world: z.enum(Object.keys(WORLDS) as [string, ...string[]]),
  given: z
    .strictObject({
      customers: z
        .array(
          z.strictObject({
            key: z.string().min(1),
            name: z.string().min(1),
            phone: phone.nullable().optional(),
            email: z.string().nullable().optional(),
          }),
        )
        .default([]),
      appointments: z
        .array(
          z.strictObject({
            customer: z.string(),
            service: z.string(),
            staff: z.string().nullable().optional(),
            starts_at: instant,
            attendee_name: z.string().optional(),
            note: z.string().nullable().optional(),
          }),
        )
        .default([]),
      closures: z.array(z.strictObject({ date, staff: z.string().nullable().optional() })).default([]),
      busy: z.array(z.strictObject({ staff: z.string(), from: instant, to: instant })).default([]),
      settings: settingsGiven.default({}),
    })
    .prefault({}),
  call: z.strictObject({ from: phone.nullable().default(null), to: phone.optional() }).prefault({}),
  caller: z.strictObject({
    says_first: z.string(),
    goals: z.array(goal).default([]),
    facts: z.strictObject({ name: words, spelled: words, phone: words, email: words }).nullable().optional(),
    answers: z.partialRecord(act, z.string()).default({}),
    quirks: z.array(quirk).default([]),
  }),
  expect: expectation,
})

export type CallerScript = z.infer<typeof callerScript>
export type Goal = CallerScript['caller']['goals'][number]
export type Accept = z.infer<typeof accept>
export type Quirk = CallerScript['caller']['quirks'][number]

export type ScriptFile =
  | { readonly kind: 'script'; readonly script: CallerScript }
  | { readonly kind: 'unreadable'; readonly id: string; readonly problems: readonly string[] }

/** A file that is no script says why, and stands in the way of no other. */
export async function readScript(path: string): Promise<ScriptFile> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return { kind: 'unreadable', id: path, problems: [`${path} cannot be read: ${messageOf(error)}`] }
  }
  return parseScript(text, path)
}

export function parseScript(text: string, path: string): ScriptFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { kind: 'unreadable', id: path, problems: [`${path} is no JSON: ${messageOf(error)}`] }
  }
  const parsed = callerScript.safeParse(json)
  if (parsed.success) return { kind: 'script', script: parsed.data }
  const { id } = z.object({ id: z.string() }).catch({ id: path }).parse(json)
  const problems = parsed.error.issues.map(
    ({ path: where, message }) => `${path}: ${where.map(String).join('.') || 'the script'}: ${message}`,
  )
  return { kind: 'unreadable', id, problems }
}

function compared<Key extends string>(...keys: readonly Key[]) {
  return Object.fromEntries(keys.map(key => [key, z.unknown().optional()])) as Record<
    Key,
    z.ZodOptional<z.ZodUnknown>
  >
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
