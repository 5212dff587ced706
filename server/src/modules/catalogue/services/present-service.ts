import { z } from 'zod'
import { permission, unless } from '../../../platform/http/permission.ts'
import { clockOf } from '../../../platform/time/week.ts'
import { type Segment, totalMinutes } from '../domain/segments.ts'
import type { Service } from './service.ts'
import type { ServiceDetail, Taken } from './service-wish-view.ts'

const segmentShape = z.object({ minutes: z.number(), gap_after_minutes: z.number() })

export const serviceShape = z.object({
  id: z.uuid(),
  version: z.number(),
  name: z.string(),
  synonyms: z.array(z.string()),
  minutes: z.number(),
  segments: z.array(segmentShape),
  price_minor: z.number(),
  currency: z.string(),
  grid_minutes: z.number(),
  minimum_notice_minutes: z.number(),
  horizon_days: z.number(),
  buffer_before_minutes: z.number(),
  buffer_after_minutes: z.number(),
  daily_most: z.number().nullable(),
  grid_kind: z.enum(['window', 'free', 'clock', 'fixed']),
  ask_note: z.string().nullable(),
})

const needShape = z.object({
  role: z.string(),
  kind: z.enum(['staff', 'room', 'device']),
  gaps: z.enum(['kept', 'free']).optional(),
})
const takenShape = z.object({
  id: z.uuid(),
  kind: z.enum(['staff', 'room', 'device']),
  name: z.string(),
  active: z.boolean(),
  weight: z.number(),
  roles: z.array(z.string()).nullable(),
  segment_minutes: z.array(z.number()).nullable(),
  price_minor: z.number().nullable(),
})

/** With everything that can be changed. */
export const serviceDetailShape = serviceShape.extend({
  active: z.boolean(),
  position: z.number(),
  segments: z.array(segmentShape.extend({ needs: z.array(needShape).nullable() })),
  fixed_starts: z.array(z.object({ weekday: z.number(), at: z.string(), most: z.number() })),
  latest_start: z.object({ working_days: z.number(), before: z.string() }).nullable(),
  needs_confirmation: z.boolean(),
  resources: z.array(takenShape),
  allowed: z.object({ archive: permission, restore: permission }),
})

export function presentService(service: Service): z.infer<typeof serviceShape> {
  return { ...commonOf(service), segments: service.segments.map(presentSegment), minutes: service.minutes }
}

export function presentDetail(service: ServiceDetail): z.infer<typeof serviceDetailShape> {
  const { latestStart, active } = service
  return {
    ...commonOf(service),
    active,
    position: service.position,
    minutes: totalMinutes(service.segments),
    segments: service.segments.map(segment => ({
      ...presentSegment(segment),
      needs: segment.needs ? [...segment.needs] : null,
    })),
    fixed_starts: service.fixedStarts.map(({ weekday, atMinute, most }) => ({
      weekday,
      at: clockOf(atMinute),
      most,
    })),
    latest_start: latestStart && {
      working_days: latestStart.workingDays,
      before: clockOf(latestStart.beforeMinute),
    },
    needs_confirmation: service.needsConfirmation,
    resources: service.takes.map(presentTaken),
    allowed: {
      archive: unless(
        active ? null : { de: 'Ist schon archiviert.', en: 'Is archived already.' },
        'business',
      ),
      restore: unless(active ? { de: 'Ist nicht archiviert.', en: 'Is not archived.' } : null, 'business'),
    },
  }
}

type Common = Omit<Service, 'segments' | 'minutes' | 'longestMinutes' | 'assignment' | 'coolDown'>

function commonOf(service: Common) {
  return {
    id: service.id,
    version: service.version,
    name: service.name,
    synonyms: [...service.synonyms],
    price_minor: service.priceMinor,
    currency: service.currency,
    grid_minutes: service.gridMinutes,
    minimum_notice_minutes: service.minimumNoticeMinutes,
    horizon_days: service.horizonDays,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    daily_most: service.dailyMost,
    grid_kind: service.gridKind,
    ask_note: service.askNote,
  }
}

function presentSegment({ minutes, gapAfterMinutes }: Segment): z.infer<typeof segmentShape> {
  return { minutes, gap_after_minutes: gapAfterMinutes }
}

function presentTaken(one: Taken): z.infer<typeof takenShape> {
  return {
    id: one.resourceId,
    kind: one.kind,
    name: one.name,
    active: one.active,
    weight: one.weight,
    roles: one.roles && [...one.roles],
    segment_minutes: one.segmentMinutes && [...one.segmentMinutes],
    price_minor: one.priceMinor,
  }
}
