/** What a booking needs, in Cal.com's order of complaint. What it does not know it drops without a word. */
import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { z } from 'zod'
import type { CalEventType } from '../account.ts'
import type { NewBooking } from '../bookings.ts'
import { CalError, invalidBody } from '../cal-error.ts'
import { MINUTE } from '../time/ranges.ts'
import type { World } from '../world.ts'

const LANGUAGES = z.enum(
  'ar ca de es eu he id ja lv pl ro sr th vi az cs el es-419 fi hr it km nl pt ru sv tr zh-CN bg da en et fr hu iw ko no pt-BR sk ta uk zh-TW bn'.split(
    ' ',
  ),
)
const Body = z.object({
  start: z.iso.datetime(),
  eventTypeId: z.int().optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  teamSlug: z.string().optional(),
  attendee: z.object({
    name: z.string().min(1),
    timeZone: z.string().refine(isZone, 'must be a valid IANA time-zone'),
    email: z.email().optional(),
    phoneNumber: z
      .string()
      .refine(text => isValidPhoneNumber(text), 'must be a valid number in international format')
      .optional(),
    language: LANGUAGES.default('en'),
  }),
  bookingFieldsResponses: z.record(z.string(), z.unknown()).default({}),
  metadata: z.record(z.string(), z.string()).default({}),
  lengthInMinutes: z.int().optional(),
})

export function readBooking(world: World, body: unknown): NewBooking {
  const parsed = Body.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalidBody(issue?.path.join('.') ?? '', issue?.message ?? 'is invalid')
  }
  const { attendee, metadata, ...wanted } = parsed.data
  const eventType = eventTypeOf(world, wanted)
  refuseManaged(eventType)
  refuseMetadata(metadata)
  const start = Date.parse(wanted.start)
  return {
    eventType,
    range: { start, end: start + lengthOf(eventType, wanted.lengthInMinutes) * MINUTE },
    attendee: {
      ...attendee,
      email: emailOf(eventType, attendee),
      phoneNumber: attendee.phoneNumber ?? null,
    },
    metadata,
    responses: answersOf(eventType, wanted.bookingFieldsResponses),
  }
}

/** A managed type is a template: what people book are its children. */
export function refuseManaged({ schedulingType, id }: CalEventType): void {
  if (schedulingType === 'managed')
    throw new CalError(400, `Event type with id ${id} is a managed parent and can't be booked`)
}

export function lengthOf(eventType: CalEventType, wanted: number | undefined): number {
  if (wanted === undefined) return eventType.lengthInMinutes
  const { lengthInMinutesOptions: options } = eventType
  if (options === undefined)
    throw new CalError(400, "Can't specify 'lengthInMinutes' because event type has only 1 length.")
  if (!options.includes(wanted))
    throw new CalError(
      400,
      `Provided 'lengthInMinutes' is not one of the possible lengths: ${options.join(', ')}`,
    )
  return wanted
}

type Wanted = Pick<z.infer<typeof Body>, 'eventTypeId' | 'eventTypeSlug' | 'username' | 'teamSlug'>

function eventTypeOf(world: World, wanted: Wanted): CalEventType {
  if (wanted.eventTypeId !== undefined) return world.eventType(wanted.eventTypeId)
  const { users, teams, eventTypes } = world.account
  const owner = users.find(({ username }) => username === wanted.username)
  const team = teams.find(({ slug }) => slug === wanted.teamSlug)
  const found = eventTypes.find(
    ({ slug, ownerId, teamId }) =>
      slug === wanted.eventTypeSlug &&
      ((owner !== undefined && ownerId === owner.id) || (team !== undefined && teamId === team.id)),
  )
  if (!found) throw new CalError(404, `Event type with slug ${wanted.eventTypeSlug ?? ''} not found`)
  return found
}

function refuseMetadata(metadata: Record<string, string>): void {
  const entries = Object.entries(metadata)
  if (entries.length > 50) throw invalidBody('metadata', 'Metadata must have at most 50 keys')
  if (entries.some(([key]) => key.length > 40))
    throw invalidBody('metadata', 'Metadata keys must be at most 40 characters')
  if (entries.some(([, value]) => value.length > 500))
    throw invalidBody('metadata', 'Metadata values must be at most 500 characters')
}

/** A phone number alone is enough only where the event type of a team says so; then an address is made of its digits. */
function emailOf(
  { emailField, bookingFields }: CalEventType,
  { email, phoneNumber }: { email?: string | undefined; phoneNumber?: string | undefined },
): string {
  const asksForPhone = bookingFields.some(
    ({ slug, required, hidden }) => slug === 'attendeePhoneNumber' && required && !hidden,
  )
  if (asksForPhone && phoneNumber === undefined) throw new CalError(400, 'Missing attendee phone number')
  const made = phoneNumber === undefined ? null : `${phoneNumber.replace('+', '')}@sms.cal.com`
  if (emailField === 'hidden' && made !== null) return made
  if (email !== undefined) return email
  if (emailField === 'required' || made === null)
    throw new CalError(400, 'responses - {email}email_validation_error, ')
  return made
}

function answersOf({ bookingFields }: CalEventType, given: Record<string, unknown>): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const { slug, required, type } of bookingFields) {
    if (slug === 'attendeePhoneNumber') continue
    const answer = given[slug]
    if (required && (answer === undefined || answer === ''))
      throw new CalError(400, `Missing required booking field response: ${slug}`)
    if (answer !== undefined && !fits(type, answer))
      throw new CalError(400, `Invalid type for booking field '${slug}'. Expected type ${type}`)
    if (answer !== undefined) answers[slug] = answer
  }
  return answers
}

function fits(type: string, answer: unknown): boolean {
  if (type === 'number') return typeof answer === 'number'
  if (type === 'boolean') return typeof answer === 'boolean'
  return typeof answer === 'string'
}

function isZone(text: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}
