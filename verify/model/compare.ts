import { brokenInvariants } from '../product/invariants.ts'
import { type CalendarModel, partsOf } from './calendar-model.ts'
import type { ModelProduct } from './model-product.ts'

/** Everything in which the database and the model differ, at a moment at which nobody writes. */
export async function differences(product: ModelProduct, model: CalendarModel): Promise<string[]> {
  const stored = await product.query<{ id: string; said: string }>(`
    select appointment.id, concat_ws(' ', appointment.state, appointment.version,
      (extract(epoch from appointment.starts_at) * 1000)::bigint) as said
    from appointment`)
  const expected = new Map(
    [...model.appointments.values()].map(({ id, state, version, start }) => [
      id,
      `${state} ${version} ${start}`,
    ]),
  )
  const wrong = stored.flatMap(({ id, said }) =>
    expected.get(id) === said
      ? []
      : [`Appointment ${id} is "${said}" and should be "${expected.get(id) ?? 'none'}".`],
  )
  if (stored.length !== expected.size)
    wrong.push(`There are ${stored.length} appointments instead of ${expected.size}.`)
  const places = await product.query<{ said: string }>(
    `
    select concat_ws(' ', coalesce(allocation.appointment_id, allocation.hold_id), resource.name,
      (extract(epoch from allocation.starts_at) * 1000)::bigint,
      (extract(epoch from allocation.ends_at) * 1000)::bigint) as said
    from allocation
    join resource on resource.tenant_id = allocation.tenant_id and resource.id = allocation.resource_id
    left join hold on hold.tenant_id = allocation.tenant_id and hold.id = allocation.hold_id
    where hold.id is null or hold.expires_at > $1`,
    [Temporal.Instant.fromEpochMilliseconds(model.now).toString()],
  )
  const there = new Set(places.map(place => place.said))
  const wanted = new Set(placesOf(model))
  for (const place of wanted.difference(there)) wrong.push(`Nothing is taken for ${place}.`)
  for (const place of there.difference(wanted)) wrong.push(`Taken for nothing: ${place}.`)
  return [...wrong, ...(await brokenInvariants(product.query))]
}

function placesOf(model: CalendarModel): string[] {
  const owners = [
    ...[...model.appointments.values()].filter(appointment => appointment.state !== 'cancelled'),
    ...[...model.holds.values()].filter(hold => model.isLive(hold)),
  ]
  return owners.flatMap(owner =>
    partsOf(owner).map(part => `${owner.id} ${part.who} ${part.start} ${part.end}`),
  )
}
