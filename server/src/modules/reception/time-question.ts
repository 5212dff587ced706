import { z } from 'zod'
import { isTimeZone } from '../../platform/time/zoned.ts'
import { closedDates } from '../catalogue/index.ts'
import { parseTimePhrase } from './domain/time/parse-time-phrase.ts'
import type { TimeContext, TimeResult, When } from './domain/time/time-result.ts'

export type TimeAnswer =
  | ({ readonly phrase: string } & TimeResult)
  | { readonly error: { readonly code: string; readonly field: string; readonly detail: string } }

const SHOWN = 80
const known = new Set<string>()

const clock = said(text => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text), 'a time from 00:00 to 24:00')
const instant = said(text => instantOf(text) !== null, 'an instant')
/** Read once: reading it again would cost a twentieth of a phrase. */
const moment = z.string({ error: isNot('an instant') }).transform((text, { addIssue }) => {
  const read = instantOf(text)
  if (read !== null) return read
  addIssue({ code: 'custom', input: text, message: isNot('an instant')({ input: text }) })
  return z.NEVER
})
const date = said(
  text => /^\d{4}-\d{2}-\d{2}$/.test(text) && can(() => Temporal.PlainDate.from(text)),
  'a date',
)
/** Asking the runtime costs more than a whole phrase; the names that pass are few. */
const zone = said(text => {
  if (known.has(text)) return true
  const exists = isTimeZone(text)
  if (exists && known.size < 1000) known.add(text)
  return exists
}, 'a time zone')
const region = said(text => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(text), 'a region such as DE-BE')

const when: z.ZodType<When> = z.lazy(() =>
  z.discriminatedUnion(
    'type',
    [
      z.object({ type: z.literal('day'), date }),
      z.object({
        type: z.literal('time'),
        start: instant,
        grain: z.enum(['minute', 'hour'], { error: isNot('minute or hour') }),
      }),
      z.object({
        type: z.literal('range'),
        start: instant,
        end: instant,
        grain: z.enum(['day', 'hour', 'minute'], { error: isNot('day, hour or minute') }),
      }),
      z.object({ type: z.literal('from'), start: instant }),
      z.object({ type: z.literal('until'), end: instant }),
      z.object({ type: z.literal('clock'), from: clock.exactOptional(), until: clock.exactOptional() }),
      z.object({
        type: z.literal('set'),
        any: z.array(when).max(100),
        except: z.array(when).max(100).default([]),
      }),
    ],
    { error: isNot('a time: an object with a known "type"') },
  ),
)
const question = z.object(
  {
    phrase: z.string({ error: isNot('text') }),
    now: moment,
    zone,
    lang: z.enum(['de', 'en'], { error: isNot('de or en') }).default('de'),
    opens: clock.nullish(),
    closes: clock.nullish(),
    region: region.nullish(),
    context: when.nullish(),
  },
  { error: isNot('an object') },
)

/**
 * Answers one question about a phrase, as `askpro time parse` reads them. What is wrong with the question is an error
 * that names the field and what stood there; what is wrong with the phrase ("31. Februar") is the kind `none`.
 */
export function answerTimeQuestion(given: unknown): TimeAnswer {
  const parsed = question.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return {
      error: {
        code: 'platform/invalid-request',
        field: issue?.path.join('.') ?? '',
        detail: issue?.message ?? '',
      },
    }
  }
  return { phrase: parsed.data.phrase, ...parseTimePhrase(parsed.data.phrase, contextOf(parsed.data)) }
}

function contextOf({
  now,
  zone,
  lang,
  opens,
  closes,
  region,
  context,
}: z.infer<typeof question>): TimeContext {
  return {
    now,
    zone,
    lang,
    ...(opens && closes ? { opens, closes } : {}),
    ...(context ? { context } : {}),
    ...(region ? { publicHolidays: year => holidaysIn(region, year) } : {}),
  }
}

function holidaysIn(region: string, year: number): readonly string[] {
  const first = new Temporal.PlainDate(year, 1, 1)
  return [...closedDates(region, first, first.with({ month: 12, day: 31 }))]
}

/** Text that passes a test; the error shows what was given instead. */
function said(isOne: (text: string) => boolean, what: string) {
  return z.string({ error: isNot(what) }).refine(isOne, { error: isNot(what) })
}

function isNot(what: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `${shown(input)} is not ${what}`
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value).slice(0, SHOWN)
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}

function can(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
