import { z } from 'zod'
import { permission, unless } from '../../platform/http/permission.ts'
import { offsetWriter } from '../../platform/time/offset-periods.ts'
import { toOffsetString } from '../../platform/time/zoned.ts'
import { ASSIGNMENTS } from '../catalogue/index.ts'
import type { CustomerSummary } from '../customers/index.ts'
import { changeSentence, type SentenceLanguage } from './domain/change-sentences.ts'
import type { ChangeTerms } from './domain/change-terms.ts'
import { mayFollow, mayUndo } from './domain/outcome-steps.ts'
import type { TermsOf } from './policies/policies.ts'
import type { Slot } from './slot.ts'
import type { AppointmentView } from './views.ts'

const money = z.object({ minor: z.number(), currency: z.string() })

/** "May I?" as a value: by which rules, at which fee, in a sentence. */
export const termsShape = z.object({
  verdict: z
    .enum(['free', 'fee', 'staff', 'no', 'impossible'])
    .describe('staff and no: a person may do it who gives a reason; impossible: nobody.'),
  why: z.enum(['notice', 'monthly_most', 'most_moves', 'cancelled', 'over']).nullable(),
  fee: money.nullable(),
  free_until: z.string().nullable().describe('Until when the notice is kept; null without such a rule.'),
  sentence: z.object({ de: z.string().nullable(), en: z.string().nullable() }),
})

export const appointmentShape = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: z.enum(['requested', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show']),
  starts_at: z.string(),
  ends_at: z.string(),
  service: z.object({
    id: z.uuid(),
    name: z.string(),
    minutes: z.number(),
    price_minor: z.number(),
    currency: z.string(),
  }),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
  customer: z.object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  attendee_name: z.string(),
  source: z.enum(['phone', 'web', 'api', 'staff']),
  call_id: z.uuid().nullable(),
  note: z.string().nullable(),
  version: z.number(),
  created_at: z.string(),
  series: z
    .object({
      id: z.uuid(),
      position: z.number(),
      of: z.number(),
      exception: z.boolean().describe('It was moved alone: changes of the whole series leave its time.'),
    })
    .nullable(),
  allowed: z
    .object({
      move: permission,
      cancel: permission,
      check_in: permission,
      complete: permission,
      no_show: permission,
      confirm: permission,
      decline: permission,
      undo: permission,
    })
    .describe('What the rules allow a customer now, and which steps may follow.'),
  terms: z.object({ move: termsShape, cancel: termsShape }),
})

/** The only shape in which an appointment leaves the server. */
export function presentAppointment(
  appointment: AppointmentView,
  customer: CustomerSummary | undefined,
  { terms, now }: { terms: TermsOf; now: Temporal.Instant },
): z.infer<typeof appointmentShape> {
  const { zone } = appointment
  return {
    id: appointment.id,
    reference: appointment.reference,
    state: appointment.state,
    starts_at: toOffsetString(appointment.startsAt, zone),
    ends_at: toOffsetString(appointment.endsAt, zone),
    service: {
      id: appointment.service.id,
      name: appointment.service.name,
      minutes: appointment.service.minutes,
      price_minor: appointment.service.priceMinor,
      currency: appointment.service.currency,
    },
    staff: appointment.staff.map(({ id, name }) => ({ id, name })),
    customer: {
      id: appointment.customerId,
      name: customer?.name ?? '',
      phone: customer?.phone ?? null,
      email: customer?.email ?? null,
    },
    attendee_name: appointment.attendeeName,
    source: appointment.source,
    call_id: appointment.callId,
    note: appointment.note,
    version: appointment.version,
    created_at: toOffsetString(appointment.createdAt, zone),
    series: appointment.series && {
      id: appointment.series.id,
      position: appointment.series.position,
      of: appointment.series.of,
      exception: !appointment.series.start.equals(appointment.startsAt),
    },
    allowed: allowedOf(appointment, terms, now),
    terms: {
      move: presentTerms(terms.move, appointment),
      cancel: presentTerms(terms.cancel, appointment),
    },
  }
}

function allowedOf(appointment: AppointmentView, terms: TermsOf, now: Temporal.Instant) {
  const may = (next: Parameters<typeof mayFollow>[1]) =>
    unless(
      mayFollow(appointment.state, next)
        ? null
        : {
            de: 'Das passt nicht zum Zustand des Termins.',
            en: 'That does not fit the state of the appointment.',
          },
    )
  const last = appointment.lastChange
  return {
    move: byTerms(terms.move),
    cancel: byTerms(terms.cancel),
    check_in: may('checked_in'),
    complete: may('completed'),
    no_show: may('no_show'),
    confirm: may('confirmed'),
    decline: may('declined'),
    undo: unless(
      last && mayUndo(last, now)
        ? null
        : {
            de: 'Es gibt nichts, was jetzt noch zurückgenommen werden kann.',
            en: 'There is nothing that can still be taken back.',
          },
    ),
  }
}

/** A fee forbids nothing. */
function byTerms(terms: ChangeTerms) {
  const [de, en] = [changeSentence(terms, 'de'), changeSentence(terms, 'en')]
  return unless(terms.verdict === 'fee' || de === null || en === null ? null : { de, en })
}

export function presentTerms(
  terms: ChangeTerms,
  { startsAt, zone }: Pick<AppointmentView, 'startsAt' | 'zone'>,
): z.infer<typeof termsShape> {
  const notice = terms.rules.notice_minutes ?? null
  const inLanguage = (lang: SentenceLanguage) => changeSentence(terms, lang)
  return {
    verdict: terms.verdict,
    why: terms.why,
    fee: terms.fee,
    free_until: notice === null ? null : toOffsetString(startsAt.subtract({ minutes: notice }), zone),
    sentence: { de: inLanguage('de'), en: inLanguage('en') },
  }
}

export const slotShape = z.object({
  token: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  service: z.object({ id: z.string(), name: z.string() }),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
  assigned: z
    .object({ by: z.enum([...ASSIGNMENTS, 'only', 'asked']), among: z.number() })
    .describe('By which rule this person was chosen, among how many who could and do not rest.'),
})

/** Times in the zone asked for, or in that of the place. */
export function presentSlots(
  slots: readonly Slot[],
  zone = slots[0]?.zone,
): Array<z.infer<typeof slotShape>> {
  if (zone === undefined || slots.length === 0) return []
  const first = slots.reduce((least, { start }) => Math.min(least, start), Infinity)
  const last = slots.reduce((most, { end }) => Math.max(most, end), 0)
  const write = offsetWriter(zone, first, last)
  return slots.map(({ token, start, end, service, staff, assigned }) => ({
    token,
    starts_at: write(start),
    ends_at: write(end),
    service,
    staff: [...staff],
    assigned,
  }))
}
