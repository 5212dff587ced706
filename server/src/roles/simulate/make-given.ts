import type { App } from '../../app.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { CustomerId, ResourceId, TenantId } from '../../platform/ids/ids.ts'
import { newId } from '../../platform/ids/ids.ts'
import type { fixedClock } from '../../platform/time/clock.ts'
import type { CallerScript } from './script.ts'

type Given = CallerScript['given']
type GivenAppointment = Given['appointments'][number]

/** What the script says is there already cannot be made. */
export class GivenError extends Error {
  override readonly name = 'GivenError'
}

export type MadeGiven = {
  /** By the key of the script. */
  readonly customers: ReadonlyMap<string, CustomerId>
}

/** An appointment was made when its service could be booked: long before, or shortly before for what is short-term only. */
const BOOKED_BEFORE_MINUTES = [30 * 24 * 60, 7 * 24 * 60, 26 * 60, 16 * 60, 2 * 60, 5]

/** Makes what is there before the call, through the front doors; the clock is left where it was. */
export async function makeGiven(
  app: App,
  clock: ReturnType<typeof fixedClock>,
  { tenantId, script }: { tenantId: TenantId; script: CallerScript },
): Promise<MadeGiven> {
  const { given } = script
  const customers = await whereGiven(
    [Object.keys(given.settings), given.customers],
    () =>
      app.platform.db.inTenant(tenantId, async tx => {
        await makeSettings(app, tx, given)
        return await makeCustomers(app, tx, given)
      }),
    new Map<string, CustomerId>(),
  )
  for (const [index, wanted] of given.appointments.entries()) {
    const customer = customers.get(wanted.customer)
    if (!customer)
      throw new GivenError(`given.appointments.${index}: there is no customer "${wanted.customer}".`)
    await makeAppointment(app, clock, { tenantId, wanted, customer, index })
  }
  clock.set(script.now)
  await whereGiven(
    [given.closures, given.busy],
    () =>
      app.platform.db.inTenant(tenantId, async tx => {
        await closeDays(app, tx, given)
        await makeBusy(app, tx, given)
      }),
    undefined,
  )
  return { customers }
}

/** Most scripts give little; a transaction for nothing would be made for each of them. */
async function whereGiven<T>(
  lists: ReadonlyArray<readonly unknown[]>,
  make: () => Promise<T>,
  otherwise: T,
): Promise<T> {
  return lists.some(list => list.length > 0) ? await make() : otherwise
}

/** What is given of them; the world's own stay, those of identity one by one. */
async function makeSettings({ modules: { tenants } }: App, tx: Tx, { settings }: Given): Promise<void> {
  const { identity } = (await tenants.read(tx)).settings
  const wished = { ...settings, identity: { ...identity, ...settings.identity } }
  const given = Object.fromEntries(Object.entries(wished).filter(([, value]) => value !== undefined))
  await tenants.changeSettings(tx, null, { settings: given })
}

async function makeCustomers(app: App, tx: Tx, given: Given): Promise<Map<string, CustomerId>> {
  const made = new Map<string, CustomerId>()
  const { locale } = await app.modules.tenants.read(tx)
  for (const { key, name, phone, email } of given.customers)
    made.set(
      key,
      await app.modules.customers.resolve(tx, {
        name,
        phoneE164: phone ?? null,
        email: email ?? null,
        language: locale.slice(0, 2),
        forSomeoneElse: false,
      }),
    )
  return made
}

async function makeAppointment(
  app: App,
  clock: ReturnType<typeof fixedClock>,
  {
    tenantId,
    wanted,
    customer,
    index,
  }: { tenantId: TenantId; wanted: GivenAppointment; customer: CustomerId; index: number },
): Promise<void> {
  const now = clock.now()
  const start = Temporal.Instant.from(wanted.starts_at)
  const moments = [0, ...BOOKED_BEFORE_MINUTES].map(minutes =>
    minutes === 0 ? now : start.subtract({ minutes }),
  )
  for (const moment of moments.filter(moment => Temporal.Instant.compare(moment, now) <= 0)) {
    clock.set(moment.toString())
    const done = await app.platform.db.inTenant(tenantId, tx =>
      bookGiven(app, tx, { wanted, customer, start }),
    )
    clock.set(now.toString())
    if (done) return
  }
  const { service, staff, starts_at } = wanted
  throw new GivenError(
    `given.appointments.${index}: ${service}${staff ? ` with ${staff}` : ''} cannot start at ${starts_at} in this world.`,
  )
}

async function bookGiven(
  app: App,
  tx: Tx,
  { wanted, customer, start }: { wanted: GivenAppointment; customer: CustomerId; start: Temporal.Instant },
): Promise<boolean> {
  const { catalogue, scheduling } = app.modules
  const service = (await catalogue.listServices(tx)).find(({ name }) => name === wanted.service)
  if (!service) throw new GivenError(`There is no service "${wanted.service}" in this world.`)
  const holder = `given:${newId<'given'>()}`
  const [slot] = scheduling.offerSlots(
    (
      await scheduling.findFreeSlots(tx, {
        service,
        from: start,
        to: start.add({ minutes: service.minutes }),
        limit: 1,
        holder,
        ...(wanted.staff ? { staffId: await staffNamed(app, tx, wanted.staff) } : {}),
      })
    ).slots,
  )
  if (slot?.start !== start.epochMilliseconds) return false
  const name = (await app.modules.customers.read(tx, [customer])).get(customer)?.name ?? wanted.customer
  const result = await scheduling.bookAppointment(tx, {
    token: slot.token,
    holder,
    idempotencyKey: holder,
    customer: { id: customer },
    attendeeName: wanted.attendee_name ?? name,
    source: 'staff',
    callId: null,
    note: wanted.note ?? null,
    actor: 'given',
  })
  return result.kind === 'booked'
}

async function closeDays(app: App, tx: Tx, given: Given): Promise<void> {
  const { timeZone, locationId } = await app.modules.tenants.read(tx)
  for (const { date, staff } of given.closures) {
    const day = Temporal.PlainDate.from(date)
    await app.modules.catalogue.addClosure(tx, {
      locationId,
      resourceId: staff ? await staffNamed(app, tx, staff) : null,
      startsAt: day.toZonedDateTime(timeZone).toInstant(),
      endsAt: day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
      reason: null,
    })
  }
}

/** As a calendar outside would report it: one source for each person, with all of their ranges. */
async function makeBusy(app: App, tx: Tx, given: Given): Promise<void> {
  for (const [name, ranges] of Map.groupBy(given.busy, ({ staff }) => staff))
    await app.modules.scheduling.replaceExternalBusy(tx, {
      source: 'given',
      resourceId: await staffNamed(app, tx, name),
      seenAt: app.platform.clock.now(),
      ranges: ranges.map(({ from, to }, index) => ({
        key: String(index),
        startsAt: Temporal.Instant.from(from),
        endsAt: Temporal.Instant.from(to),
      })),
    })
}

async function staffNamed(app: App, tx: Tx, name: string): Promise<ResourceId> {
  const person = (await app.modules.catalogue.listStaff(tx)).find(one => one.name === name)
  if (!person) throw new GivenError(`Nobody called "${name}" works in this world.`)
  return person.id as ResourceId
}
