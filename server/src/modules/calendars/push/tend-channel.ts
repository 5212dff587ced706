import { randomBytes } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { type CalendarLinkId, newId, type TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type CalendarConnection, readConnection } from '../connections/connection-store.ts'
import { type CalendarLink, readLink } from '../connections/link-store.ts'
import type { ReadJob } from '../mirror/mirror-jobs.ts'
import { linkKey } from '../mirror/mirror-jobs.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { CalendarAccount, CalendarAdapter, PushChannel } from '../port.ts'
import { readChannel, type StoredChannel, writeChannel } from './channel-store.ts'

/** Renewed while nearly half of their week is left: a provider or we may be down for three days. */
export const RENEWED_BEFORE = { hours: 72 }

/** The secret that each hint of a channel must bring. */
export function pushContext(linkId: string): string {
  return `calendar_link/${linkId}/push`
}

type Opened = {
  readonly link: CalendarLink
  readonly connection: CalendarConnection
  readonly adapter: CalendarAdapter
  readonly account: CalendarAccount
  readonly channel: StoredChannel | null
}
export type TendChannel = ReturnType<typeof createTendChannel>

/**
 * Sees to it that a provider tells us of changes in a linked calendar: asks for it, asks anew before it ends, and takes
 * it back when the link is over. A new channel comes before the old one goes; in between some hints come twice. What
 * is missed is read by the clock all the same.
 */
export function createTendChannel(
  { db, clock, log, secrets, jobs }: Platform,
  parts: CalendarParts & { readonly hintsTo: (provider: string, connectionId: string) => string },
  readJob: ReadJob,
) {
  return async function tendChannel(tenantId: TenantId, linkId: CalendarLinkId): Promise<void> {
    const opened = await db.readTenant(tenantId, tx => open(tx, linkId))
    if (opened === null) return
    const { link, channel } = opened
    if (link.state === 'off' || opened.connection.state === 'off') {
      if (channel !== null && (await stop(opened, channel)))
        await db.inTenant(tenantId, tx => writeChannel(tx, linkId, null))
      return
    }
    const isYoung =
      channel !== null && Temporal.Instant.compare(clock.now().add(RENEWED_BEFORE), channel.expiresAt) < 0
    if (!isYoung) await renew(tenantId, opened)
  }

  async function renew(tenantId: TenantId, opened: Opened): Promise<void> {
    const { link, connection, adapter, account, channel: old } = opened
    const secret = randomBytes(24).toString('base64url')
    const address = parts.hintsTo(connection.provider, connection.id)
    const answer = await adapter.startPush?.(account, link.target, { id: newId(), address, secret })
    if (answer?.kind !== 'done') {
      log.info(
        { provider: connection.provider, link: link.id, answer: answer?.kind },
        'no channel for a calendar',
      )
      return
    }
    await db.inTenant(tenantId, async tx => {
      const sealedSecret = await secrets.seal(tx, secret, pushContext(link.id))
      await writeChannel(tx, link.id, { ...answer.value, sealedSecret })
      // What changed since it began and before its secret was known could not be told to us.
      await jobs.enqueue(tx, readJob, { tenant_id: tenantId, link_id: link.id }, { key: linkKey(link.id) })
    })
    if (old !== null) await stop(opened, old)
  }

  async function stop({ adapter, account, connection }: Opened, channel: PushChannel): Promise<boolean> {
    const answer = await adapter.stopPush?.(account, channel)
    const isStopped = answer?.kind === 'done' || answer?.kind === 'gone'
    if (!isStopped)
      log.info({ provider: connection.provider, answer: answer?.kind }, 'a channel was not stopped')
    return isStopped
  }

  async function open(tx: Tx, linkId: CalendarLinkId): Promise<Opened | null> {
    const link = await readLink(tx, linkId)
    const connection = link && (await readConnection(tx, link.connectionId))
    const adapter = connection && parts.adapters[connection.provider]
    if (!link || !connection || !adapter?.startPush) return null
    const zone = await parts.catalogue.readZone(tx)
    const account = await parts.accounts.open(tx, connection, { zone, urgency: 'background' })
    return account && { link, connection, adapter, account, channel: await readChannel(tx, linkId) }
  }
}
