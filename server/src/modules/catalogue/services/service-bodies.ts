import { z } from 'zod'
import type { ResourceId } from '../../../platform/ids/ids.ts'
import { minuteOf } from '../../../platform/time/week.ts'
import type { Segment } from '../domain/segments.ts'
import { clockText } from '../hours/written-week.ts'
import type { ServiceWish } from './service.ts'

const MOST_PRICE_MINOR = 100_000_000
const dayMinutes = z.number().int().min(1).max(1440)
const buffer = z.number().int().min(0).max(240)
const price = z.number().int().min(0).max(MOST_PRICE_MINOR)
const role = z.string().trim().min(1).max(50)
const startClock = clockText.refine(clock => clock !== '24:00', {
  error: 'must be a time from 00:00 to 23:59',
})

const need = z.strictObject({
  role,
  kind: z.enum(['staff', 'room', 'device']),
  gaps: z.enum(['kept', 'free']).optional(),
})
const segment = z.strictObject({
  minutes: dayMinutes,
  gap_after_minutes: z.number().int().min(0).max(1440).default(0),
  needs: z
    .array(need)
    .min(1)
    .max(8)
    .nullish()
    .describe('Left out: one of each kind that does the service, the same for all segments.'),
})
const taken = z.strictObject({
  id: z.uuid(),
  weight: z.number().int().min(1).max(1000).default(1).describe('Share in a weighted draw.'),
  roles: z.array(role).min(1).max(8).nullish().describe('Left out: all of its kind.'),
  segment_minutes: z
    .array(dayMinutes)
    .min(1)
    .max(50)
    .nullish()
    .describe('How long each segment takes with them.'),
  price_minor: price.nullish().describe('What it costs with them.'),
})
const fixedStart = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  at: startClock,
  most: z.number().int().min(1).max(100),
})

const fields = {
  name: z.string().trim().min(1).max(200),
  synonyms: z.array(z.string().trim().min(1).max(200)).max(100),
  position: z.number().int().min(0).max(10_000),
  price_minor: price,
  segments: z.array(segment).min(1).max(50),
  grid_minutes: dayMinutes,
  grid_kind: z.enum(['window', 'free', 'clock', 'fixed']),
  fixed_starts: z.array(fixedStart).max(500),
  minimum_notice_minutes: z.number().int().min(0).max(527_040),
  horizon_days: z.number().int().min(1).max(730),
  buffer_before_minutes: buffer,
  buffer_after_minutes: buffer,
  daily_most: z.number().int().min(1).max(1000).nullable(),
  latest_start: z
    .strictObject({ working_days: z.number().int().min(0).max(30), before: clockText })
    .refine(({ before }) => before !== '00:00', { path: ['before'], error: 'must be after 00:00' })
    .nullable()
    .describe('It must start before that time of the day so many working days after today.'),
  ask_note: z.string().trim().min(1).max(100).nullable(),
  needs_confirmation: z.boolean(),
  resources: z.array(taken).max(500),
}

/** What a service is made of; name, price and segments must be there. */
export const newService = z
  .strictObject(fields)
  .partial()
  .required({ name: true, price_minor: true, segments: true })
export const serviceChange = z.strictObject(fields).partial()

type Body = z.infer<typeof serviceChange>

const USUAL: Omit<ServiceWish, 'name' | 'priceMinor' | 'segments' | 'position'> = {
  synonyms: [],
  gridMinutes: 15,
  gridKind: 'window',
  fixedStarts: [],
  minimumNoticeMinutes: 60,
  horizonDays: 120,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  dailyMost: null,
  latestStart: null,
  askNote: null,
  needsConfirmation: false,
  takes: [],
}

/** A whole service; what is left out is as usual. */
export function newServiceOf(
  body: z.infer<typeof newService>,
): Omit<ServiceWish, 'position'> & { readonly position: number | null } {
  const { name, price_minor: priceMinor } = body
  return {
    ...USUAL,
    position: null,
    ...serviceChangeOf(body),
    name,
    priceMinor,
    segments: body.segments.map(segmentOf),
  }
}

/** What was said of a service, in our words; what was left out is not in it. */
export function serviceChangeOf(body: Body): Partial<ServiceWish> {
  const said: { [Field in keyof ServiceWish]: ServiceWish[Field] | undefined } = {
    name: body.name,
    synonyms: body.synonyms,
    position: body.position,
    priceMinor: body.price_minor,
    segments: body.segments?.map(segmentOf),
    gridMinutes: body.grid_minutes,
    gridKind: body.grid_kind,
    fixedStarts: body.fixed_starts?.map(({ weekday, at, most }) => ({
      weekday,
      atMinute: minuteOf(at),
      most,
    })),
    minimumNoticeMinutes: body.minimum_notice_minutes,
    horizonDays: body.horizon_days,
    bufferBeforeMinutes: body.buffer_before_minutes,
    bufferAfterMinutes: body.buffer_after_minutes,
    dailyMost: body.daily_most,
    latestStart: body.latest_start && {
      workingDays: body.latest_start.working_days,
      beforeMinute: minuteOf(body.latest_start.before),
    },
    askNote: body.ask_note,
    needsConfirmation: body.needs_confirmation,
    takes: body.resources?.map(takenOf),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

function segmentOf({ minutes, gap_after_minutes: gapAfterMinutes, needs }: z.infer<typeof segment>): Segment {
  if (!needs) return { minutes, gapAfterMinutes }
  return {
    minutes,
    gapAfterMinutes,
    needs: needs.map(({ role: name, kind, gaps }) => ({ role: name, kind, ...(gaps ? { gaps } : {}) })),
  }
}

function takenOf(one: z.infer<typeof taken>): ServiceWish['takes'][number] {
  return {
    resourceId: one.id as ResourceId,
    weight: one.weight,
    roles: one.roles ?? null,
    segmentMinutes: one.segment_minutes ?? null,
    priceMinor: one.price_minor ?? null,
  }
}
