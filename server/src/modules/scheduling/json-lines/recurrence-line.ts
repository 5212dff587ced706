import { z } from 'zod'
import { expandRecurrence } from '../../../platform/time/recurrence.ts'
import { isTimeZone } from '../../../platform/time/zoned.ts'

const MOST_STARTS = 10_000
const MOST_DATES = 10_000
const LAST_YEAR = 9999

const temporal = <T>(what: string, from: (text: string) => T) =>
  z.string().transform((text, context) => {
    try {
      return from(text)
    } catch {
      context.addIssue({ code: 'custom', message: `"${text.slice(0, 80)}" is not ${what}` })
      return z.NEVER
    }
  })
const instants = z
  .array(temporal('an instant', text => Temporal.Instant.from(text)))
  .max(MOST_DATES)
  .nullish()
  .transform(given => given ?? [])
const line = z.object({
  dtstart: temporal('a wall time', text => {
    if (/(?:Z|[+-]\d{2}:?\d{2}|\])$/i.test(text.slice(10))) throw new RangeError('It has a zone of its own.')
    const wall = Temporal.PlainDateTime.from(text)
    if (wall.year < 1 || wall.year > LAST_YEAR)
      throw new RangeError('The calendar of RFC 5545 has no such year.')
    return wall
  }),
  zone: z
    .string()
    .refine(isTimeZone, { error: issue => `"${String(issue.input).slice(0, 80)}" is not a time zone` }),
  rrule: z.string().max(5000),
  exdates: instants,
  rdates: instants,
  limit: z.number().int().min(1).max(MOST_STARTS).default(1000),
})

/** The starts of one line of `recurrence expand`, in UTC; or what is wrong with it, by field and value. */
export function answerRecurrence(given: unknown): unknown {
  const id = typeof given === 'object' && given !== null && 'id' in given ? { id: given.id } : {}
  const parsed = line.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ...id, ...problem(issue?.path.join('.') ?? '', issue?.message ?? 'is not a recurrence') }
  }
  const starts = expandRecurrence(parsed.data)
  if ('problem' in starts) return { ...id, ...problem('rrule', starts.problem) }
  return { ...id, starts: starts.map(start => start.toString({ smallestUnit: 'second' })) }
}

function problem(field: string, detail: string): { error: { code: string; field: string; detail: string } } {
  return { error: { code: 'platform/invalid-request', field, detail } }
}
