import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import { type CallId, newId, type ServiceId, type WishId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { createRecordFact } from './record-fact.ts'

export type UnmetWish = {
  readonly callId: CallId
  readonly serviceId: ServiceId | null
  /** In the caller's words, as `wantedStaff`. */
  readonly wantedWhen: string | null
  readonly wantedStaff: string | null
  readonly name: string | null
  readonly phoneE164: string | null
}

/** The caller asked for times and took none. For one service one call has one wish, with the words said last. */
export function createRecordWish({ clock }: Platform, recordFact: ReturnType<typeof createRecordFact>) {
  return async function recordWish(tx: Tx, wish: UnmetWish): Promise<WishId> {
    const words = {
      wanted_when: wish.wantedWhen?.slice(0, 300) ?? null,
      wanted_staff: wish.wantedStaff?.slice(0, 200) ?? null,
      name: wish.name,
      phone_e164: wish.phoneE164,
    }
    const { id } = await tx
      .insertInto('wish')
      .values({
        id: newId<'wish'>(),
        call_id: wish.callId,
        service_id: wish.serviceId,
        ...words,
        created_at: isoText(clock.now()),
      })
      .onConflict(conflict => conflict.constraint('wish_once').doUpdateSet(words))
      .returning('wish.id')
      .executeTakeFirstOrThrow()
    await recordFact(tx, { callId: wish.callId, kind: 'wish', entityId: id })
    return id as WishId
  }
}
