import type { App } from '../../server/src/app.ts'
import type { AppointmentId, TenantId } from '../../server/src/platform/ids/ids.ts'
import type { Dice } from '../dice.ts'

const SERVICE = 'Haarschnitt Herren'
const AHEAD_DAYS = 60
const PETRA = {
  name: 'Petra Lindner',
  phoneE164: null,
  email: null,
  language: 'de',
  forSomeoneElse: false,
} as const

/** Where the business was told that an appointment is; null: it was told that it is cancelled. */
export type Told = Map<AppointmentId, number | null>

/** One random booking, move or cancellation, as anybody does it; how long whoever waited for it had to wait. */
export async function doRandomly(
  app: App,
  tenantId: TenantId,
  { dice, told, now }: { dice: Dice; told: Told; now: Temporal.Instant },
): Promise<number> {
  const { scheduling } = app.modules
  const standing = [...told].flatMap(([id, start]) => (start === null ? [] : [id]))
  const chosen = standing.length > 0 && dice.chance(0.5) ? dice.pick(standing) : null
  const begun = performance.now()
  if (chosen !== null && dice.chance(0.4)) {
    const result = await app.platform.db.inTenant(tenantId, tx =>
      scheduling.cancelAppointment(tx, { appointmentId: chosen, actor: 'verify', override: 'verify' }),
    )
    if (result.kind === 'cancelled') told.set(chosen, null)
    return performance.now() - begun
  }
  const from = now.add({ hours: 24 * dice.between(1, AHEAD_DAYS) })
  await app.platform.db.inTenant(tenantId, async tx => {
    const [service] = app.modules.catalogue.matchServices(
      await app.modules.catalogue.listServices(tx),
      SERVICE,
    )
    if (!service) throw new Error(`There is no service ${SERVICE}.`)
    const question = { service, from, to: from.add({ hours: 24 * 3 }), limit: 20 }
    const { slots } = await scheduling.findFreeSlots(tx, question)
    const [slot] = scheduling.offerSlots(slots.length === 0 ? [] : [dice.pick(slots)])
    if (slot === undefined) return
    const { start } = slot
    if (chosen === null) {
      const booked = await scheduling.bookAppointment(tx, {
        ...{ token: slot.token, holder: null, idempotencyKey: null, note: null },
        ...{
          customer: PETRA,
          attendeeName: 'Petra Lindner',
        },
        ...{ source: 'api', callId: null, actor: 'verify' },
      })
      if (booked.kind === 'booked') told.set(booked.appointmentId, start)
    } else {
      const moved = await scheduling.moveAppointment(tx, {
        ...{ appointmentId: chosen, token: slot.token, holder: null, actor: 'verify', override: 'verify' },
      })
      if (moved.kind === 'moved') told.set(chosen, start)
    }
  })
  return performance.now() - begun
}
