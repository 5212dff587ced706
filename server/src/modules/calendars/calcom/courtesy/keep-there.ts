import type { Tx } from '../../../../platform/db/database.ts'
import type { CalendarLinkId, HoldId, TenantId } from '../../../../platform/ids/ids.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { KeptTime } from '../../../scheduling/index.ts'
import { activeLinks } from '../../connections/link-store.ts'
import { linksFor } from '../../domain/links-for.ts'
import type { CalendarParts } from '../../neighbours.ts'
import type { CalendarAccount } from '../../port.ts'
import type { CalcomClient } from '../calcom-client.ts'
import type { EventTypes } from '../event-types.ts'
import { parseTarget } from '../targets.ts'
import { toAnswer } from '../to-answer.ts'
import { releasedAnswer, reservationAnswer } from '../wire.ts'
import { forgetReservations, linksAtCalcom, reservationsOf, saveReservation } from './reservation-store.ts'

type Wish = {
  readonly linkId: CalendarLinkId
  readonly typeId: number
  readonly account: CalendarAccount
}
type Begun = { readonly kept: KeptTime; readonly minutes: number; readonly wishes: readonly Wish[] }
export type KeepThere = ReturnType<typeof createKeepThere>

/**
 * While somebody keeps a time here, Cal.com is asked to keep it too, out of courtesy: it shows the time to nobody else, but
 * books it all the same to whoever insists. So nothing depends on it, and what goes wrong is only noted.
 */
export function createKeepThere(
  { db, clock, log }: Pick<Platform, 'db' | 'clock' | 'log'>,
  parts: CalendarParts,
  { client, eventTypes }: { client: CalcomClient; eventTypes: EventTypes },
) {
  return { keep, release }

  async function keep(tenantId: TenantId, holdId: HoldId): Promise<void> {
    const begun = await begin(tenantId, holdId)
    if (begun === null) return
    for (const wish of begun.wishes) await keepOne(tenantId, holdId, { ...begun, wish })
  }

  async function begin(tenantId: TenantId, holdId: HoldId): Promise<Begun | null> {
    return await db.readTenant(tenantId, async tx => {
      const kept = await parts.scheduling.readKeptTime(tx, holdId, clock.now())
      if (kept === null || (await reservationsOf(tx, holdId)).length > 0) return null
      const links = linksFor(await activeLinks(tx, { purpose: 'write' }), kept)
      const opened = await open(
        tx,
        links.map(({ id }) => id),
      )
      const wishes = opened.flatMap(({ linkId, target, account }) => {
        const event = parseTarget(target)
        return event?.kind === 'event_type' ? [{ linkId, typeId: event.id, account }] : []
      })
      const service = await parts.catalogue.readService(tx, kept.serviceId)
      return service === null ? null : { kept, minutes: service.minutes, wishes }
    })
  }

  async function keepOne(
    tenantId: TenantId,
    holdId: HoldId,
    { kept, minutes, wish }: Begun & { wish: Wish },
  ): Promise<void> {
    const { account, typeId, linkId } = wish
    const type = await eventTypes.find(account, typeId)
    const lengths = type.kind === 'done' ? (type.value?.lengthInMinutesOptions ?? []) : []
    const reservationDuration = Math.ceil(clock.now().until(kept.expiresAt).total('minutes'))
    if (reservationDuration < 1) return
    const json = {
      ...{ eventTypeId: typeId, slotStart: kept.startsAt.toString(), reservationDuration },
      ...(lengths.length > 0 ? { slotDuration: minutes } : {}),
    }
    const answer = toAnswer(
      await client.ask(account, { operation: 'reserve slot', json, answer: reservationAnswer }),
    )
    if (answer.kind !== 'done') {
      log.info({ answer: answer.kind }, 'Cal.com does not keep a time that is kept here')
      return
    }
    const { reservationUid: externalId, reservationUntil: expiresAt } = answer.value.data
    await db.inTenant(tenantId, tx => saveReservation(tx, { holdId, linkId, externalId, expiresAt }))
  }

  /** What is over by itself is not asked for; what Cal.com does not answer ends by itself soon. */
  async function release(tenantId: TenantId, holdId: HoldId): Promise<void> {
    const left = await db.readTenant(tenantId, async tx => {
      if ((await parts.scheduling.readKeptTime(tx, holdId, clock.now())) !== null) return null
      const standing = (await reservationsOf(tx, holdId)).filter(
        ({ expiresAt }) => Temporal.Instant.compare(expiresAt, clock.now()) > 0,
      )
      const opened = await open(
        tx,
        standing.map(({ linkId }) => linkId),
      )
      return standing.flatMap(({ linkId, externalId }) =>
        opened.filter(one => one.linkId === linkId).map(({ account }) => ({ externalId, account })),
      )
    })
    if (left === null) return
    for (const { externalId: id, account } of left)
      await client.ask(account, { operation: 'release slot', id, answer: releasedAnswer })
    await db.inTenant(tenantId, tx => forgetReservations(tx, holdId))
  }

  async function open(tx: Tx, linkIds: readonly CalendarLinkId[]) {
    if (linkIds.length === 0) return []
    const zone = await parts.catalogue.readZone(tx)
    const found = []
    for (const { linkId, target, connection } of await linksAtCalcom(tx, linkIds)) {
      const account = await parts.accounts.open(tx, connection, { zone, urgency: 'background' })
      if (account !== null) found.push({ linkId, target, account })
    }
    return found
  }
}
