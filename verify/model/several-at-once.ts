import { type Appointment, type Place, partsOf } from './calendar-model.ts'
import { type Hand, isGood, judge, type Offer, placeOf } from './hand.ts'
import { ZONE } from './shop.ts'
import { look } from './take-places.ts'

type Answered = {
  id: string
  starts_at: string
  state: string
  version: number
  staff: Array<{ name: string }>
}

/** Two or three offers together: all or none. */
export async function bookGroup(hand: Hand): Promise<void> {
  const offers = hand.offers.filter(offer => offer.holdId === null)
  if (offers.length < 2) return await look(hand)
  const items = Array.from({ length: hand.dice.between(2, 3) }, () => hand.dice.pick(offers))
  const expected =
    items.every(offer => isGood(hand, offer) && hand.model.isFree(offer)) && !overlapAmong(items)
  const wish = {
    customer: { name: 'Familie Vogt', phone: '+493023125150' },
    items: items.map(offer => ({ token: offer.token })),
  }
  const answer = await hand.product.send('POST', '/api/v1/appointment-groups', wish)
  if (!judge(hand, 'group', answer, { expected, about: items.map(placeOf) })) return
  for (const made of answer.body.appointments as Answered[]) {
    const offer = items.find(one => one.start === startOf(made) && one.person === made.staff[0]?.name)
    if (offer) keep(hand, made.id, placeOf(offer))
    else hand.problem(`A group has ${made.starts_at} with ${made.staff[0]?.name}, which nobody asked for.`)
  }
}

/** Days or weeks at the time of an offer, with one person: all of them, or without those that cannot be had. */
export async function bookSeries(hand: Hand): Promise<void> {
  const offer = offerOf(hand)
  if (!offer) return await look(hand)
  const { dice, model } = hand
  const [days, frequency] = dice.pick([
    [1, 'DAILY'],
    [7, 'WEEKLY'],
  ] as const)
  const count = dice.between(2, 4)
  const wall = Temporal.Instant.fromEpochMilliseconds(offer.start).toZonedDateTimeISO(ZONE)
  const places = Array.from({ length: count }, (_, nth) => ({
    ...placeOf(offer),
    start: wall.add({ days: nth * days }).epochMilliseconds,
  }))
  const free = places.filter(place => place.start > model.now && model.isFree(place))
  const conflicts = dice.pick(['refuse', 'skip'] as const)
  const expected = conflicts === 'skip' ? free.length > 0 : free.length === count
  const answer = await hand.product.send('POST', '/api/v1/series', {
    service: offer.service,
    staff: offer.person,
    rrule: `FREQ=${frequency};COUNT=${count}`,
    dtstart: wall.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    customer: { name: 'Lena Vogt', phone: '+493023125151' },
    conflicts,
  })
  if (!judge(hand, 'series', answer, { expected, about: places })) return
  const made = answer.body.appointments as Answered[]
  if (hand.foretold && made.map(startOf).join() !== free.map(place => place.start).join())
    hand.problem(`A series has ${made.length} appointments instead of ${free.length}.`)
  for (const one of made)
    keep(
      hand,
      one.id,
      { ...placeOf(offer), start: startOf(one) },
      { id: answer.body.id, start: startOf(one) },
    )
}

/** Moves or cancels all of a series that is still to come, or from one of them on. */
export async function changeSeries(hand: Hand): Promise<void> {
  const of = hand.own.filter(appointment => appointment.series).at(-1 - hand.dice.between(0, 5))
  if (!of?.series) return await bookSeries(hand)
  const { dice, model } = hand
  const { id } = of.series
  const all = hand.own.filter(appointment => appointment.series?.id === id)
  const scope = dice.pick(['all', 'following'] as const)
  const meant = all.filter(one => scope === 'all' || (one.series?.start ?? 0) >= (of.series?.start ?? 0))
  const open = meant.filter(one => model.isChangeable(one))
  const kind = dice.chance(0.7) ? 'move' : 'cancel'
  const clock = Temporal.PlainTime.from({ hour: dice.between(8, 17), minute: 15 * dice.between(0, 3) })
  const shifted = (start: number): number =>
    Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(ZONE).withPlainTime(clock)
      .epochMilliseconds
  const moving = kind === 'cancel' ? open : open.filter(one => one.start === one.series?.start)
  const ids = new Set(moving.map(one => one.id))
  const canGo = (one: Appointment): boolean => {
    const start = shifted(one.start)
    return start > model.now && model.isFree({ ...placeOf(one), start }, ids)
  }
  const expected = moving.length > 0 && (kind === 'cancel' || moving.every(canGo))
  const sent = performance.now()
  const answer = await hand.product.send('POST', `/api/v1/series/${id}/${kind}`, {
    scope,
    appointment_id: of.id,
    ...(kind === 'move' ? { time: clock.toString({ smallestUnit: 'minute' }) } : {}),
  })
  if (!judge(hand, `${kind}_series`, answer, { expected, about: [scope, ...open] })) return
  if (kind === 'move') for (const one of open) if (one.series) one.series.start = shifted(one.series.start)
  const after = new Map((answer.body.series.appointments as Answered[]).map(one => [one.id, one]))
  for (const one of moving)
    apply(hand, one, { answered: after.get(one.id), kind, start: shifted(one.start), sent })
}

function apply(
  hand: Hand,
  one: Appointment,
  done: { answered: Answered | undefined; kind: 'move' | 'cancel'; start: number; sent: number },
): void {
  if (done.kind === 'cancel') hand.model.change(one, 'cancelled', { state: 'cancelled' })
  else if (done.start !== one.start) hand.model.change(one, 'moved', { start: done.start })
  else return
  hand.lifetimes.end(one.id, done.sent)
  if (one.state !== 'cancelled') hand.lifetimes.begin(one.id, one)
  const { answered } = done
  if (
    !answered ||
    startOf(answered) !== one.start ||
    answered.state !== one.state ||
    answered.version !== one.version
  )
    hand.problem(
      `Of a series ${JSON.stringify(answered)} should be ${one.state} ${one.version} at ${one.start}.`,
    )
}

function keep(hand: Hand, id: string, place: Place, series: Appointment['series'] = null): void {
  const appointment: Appointment = { ...place, id, state: 'confirmed', version: 1, undo: null, series }
  hand.model.add(appointment)
  hand.own.push(appointment)
  hand.lifetimes.begin(id, appointment)
}

function offerOf({ offers, dice }: Hand): Offer | null {
  const free = offers.filter(offer => offer.holdId === null)
  return free.length === 0 ? null : dice.pick(free)
}

function overlapAmong(places: readonly Place[]): boolean {
  const parts = places.flatMap((place, nth) => partsOf(place).map(part => ({ ...part, nth })))
  return parts.some(one =>
    parts.some(
      other => one.nth < other.nth && one.who === other.who && one.start < other.end && other.start < one.end,
    ),
  )
}

function startOf({ starts_at }: Answered): number {
  return Temporal.Instant.from(starts_at).epochMilliseconds
}
