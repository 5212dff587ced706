import { z } from 'zod'
import { MINUTE } from '../../../platform/time/working-time.ts'
import { FIRST_INSTANT, LAST_INSTANT } from './slot-scenario-limits.ts'

export const MOST_SHOWN = 80
const LONGEST_INSTANT = 60
/** Written so, and on a day that every month has, it needs no calendar to be read. */
const PLAIN_INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

export const instant = z.string().transform((text, context) => {
  return withinCenturies(momentOf(text), context, `"${text.slice(0, MOST_SHOWN)}" is not an instant`)
})

/** Whole minutes; what is optional may also be null. */
export const minutes = (least: number) => z.number().int().min(least).max(1_000_000)
export const optionalMinutes = minutes(0)
  .nullish()
  .transform(given => given ?? 0)

export function readOrNull(read: () => number): number | null {
  try {
    return read()
  } catch {
    return null
  }
}

export function withinCenturies(moment: number | null, context: z.RefinementCtx, otherwise: string): number {
  if (moment !== null && isWithinCenturies(moment)) return moment
  const message = moment === null ? otherwise : 'must be from 1970 to 2199'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

const busyRange = z
  .object({ start: instant, end: instant, bufferBefore: optionalMinutes, bufferAfter: optionalMinutes })
  .refine(range => range.start <= range.end, { path: ['end'], error: 'must not be before "start"' })

/**
 * What is busy, with its own buffers, as start, end, start, end … The schema takes five times as long as the reading,
 * so it is asked only about what cannot be read at once.
 */
export const busyTimes = z
  .array(z.unknown())
  .nullish()
  .transform((entries, context) => {
    const busy: number[] = []
    for (const [index, entry] of (entries ?? []).entries()) {
      if (addPlainRange(busy, entry)) continue
      const read = busyRange.safeParse(entry)
      if (read.success) {
        addWidened(busy, read.data)
        continue
      }
      for (const issue of read.error.issues)
        context.addIssue({ code: 'custom', path: [index, ...issue.path], message: issue.message })
      return z.NEVER
    }
    return busy
  })

type Range = {
  readonly start: number
  readonly end: number
  readonly bufferBefore: number
  readonly bufferAfter: number
}

function addWidened(busy: number[], { start, end, bufferBefore, bufferAfter }: Range): void {
  const from = start - bufferBefore * MINUTE
  const to = end + bufferAfter * MINUTE
  if (from < to) busy.push(from, to)
}

/** False: not without the schema. */
function addPlainRange(busy: number[], entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const { start, end, bufferBefore = 0, bufferAfter = 0 } = entry as Readonly<Record<string, unknown>>
  const range = { start: plainMoment(start), end: plainMoment(end) }
  if (range.start === null || range.end === null || range.start > range.end) return false
  if (!isBuffer(bufferBefore) || !isBuffer(bufferAfter)) return false
  addWidened(busy, { start: range.start, end: range.end, bufferBefore, bufferAfter })
  return true
}

function plainMoment(text: unknown): number | null {
  if (typeof text !== 'string' || !PLAIN_INSTANT.test(text)) return null
  const moment = Date.parse(text)
  return isWithinCenturies(moment) ? moment : null
}

function momentOf(text: string): number | null {
  if (text.length > LONGEST_INSTANT) return null
  return plainMoment(text) ?? readOrNull(() => Temporal.Instant.from(text).epochMilliseconds)
}

function isWithinCenturies(moment: number): boolean {
  return moment >= FIRST_INSTANT && moment < LAST_INSTANT
}

function isBuffer(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000
}
