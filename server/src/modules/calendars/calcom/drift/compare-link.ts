import type { Tx } from '../../../../platform/db/database.ts'
import type { CalendarLinkId, TenantId } from '../../../../platform/ids/ids.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { Service } from '../../../catalogue/index.ts'
import { readConnection } from '../../connections/connection-store.ts'
import { type CalendarLink, readLink } from '../../connections/link-store.ts'
import type { CalendarParts } from '../../neighbours.ts'
import type { Answer, CalendarAccount } from '../../port.ts'
import { parseTarget } from '../targets.ts'
import type { EventType } from '../wire.ts'
import { compareFreeTimes, type FreeRange } from './compare-free-times.ts'
import { type Drift, saveDrift } from './drift-store.ts'
import { hasLength, type ReadTheirTimes, type TheirTimes } from './read-their-times.ts'

const DAYS_AHEAD = 7
/** More starts than that has no week of one service. */
const MOST_STARTS = 5000

type Begun = {
  readonly link: CalendarLink
  readonly account: CalendarAccount
  readonly typeId: number
  readonly services: readonly Service[]
  readonly window: Drift['window']
}
type Told = { readonly service: Service; readonly times: TheirTimes }
export type CompareLink = ReturnType<typeof createCompareLink>

/**
 * Compares the times that Cal.com offers of a linked event type with those that we offer. What it finds is shown to
 * people, and changes nothing. Returns what Cal.com answered instead of its times; null: it was compared.
 */
export function createCompareLink(platform: Platform, parts: CalendarParts, their: ReadTheirTimes) {
  const { db, clock, live } = platform

  return async function compareLink(
    tenantId: TenantId,
    linkId: CalendarLinkId,
  ): Promise<Exclude<Answer<unknown>, { kind: 'done' }> | null> {
    const begun = await begin(tenantId, linkId)
    if (begun === null) return null
    const told = await ask(begun)
    await db.inTenant(tenantId, async tx => {
      await saveDrift(tx, await found(tx, begun, told))
      await live.announce(tx, { topic: 'calendar', id: begun.link.connectionId, call_id: null })
    })
    return told.kind === 'done' ? null : told
  }

  async function begin(tenantId: TenantId, linkId: CalendarLinkId): Promise<Begun | null> {
    return await db.readTenant(tenantId, async tx => {
      const link = await readLink(tx, linkId)
      const target = link === null ? null : parseTarget(link.target)
      if (link === null || link.state === 'off' || target?.kind !== 'event_type') return null
      const connection = await readConnection(tx, link.connectionId)
      if (connection === null || connection.provider !== 'calcom' || connection.state === 'off') return null
      const zone = await parts.catalogue.readZone(tx)
      const account = await parts.accounts.open(tx, connection, { zone, urgency: 'background' })
      if (account === null) return null
      const services = await parts.catalogue.listServices(tx)
      const start = clock.now().round({ smallestUnit: 'minute', roundingMode: 'ceil' })
      const window = { start, end: start.add({ hours: 24 * DAYS_AHEAD }) }
      return { link, account, typeId: target.id, services, window }
    })
  }

  async function ask({ account, typeId, link, services, window }: Begun): Promise<Answer<Told | null>> {
    const type = await their.findType(account, typeId)
    if (type.kind !== 'done') return type
    if (type.value === null) return { kind: 'refused', detail: `Event type ${typeId} is not there.` }
    const service = serviceFor(link, type.value, services)
    if (service === null) return { kind: 'done', value: null }
    const times = await their.readTimes(account, { type: type.value, minutes: service.minutes, window })
    return times.kind === 'done' ? { kind: 'done', value: { service, times: times.value } } : times
  }

  async function found(tx: Tx, { link, account, window }: Begun, told: Answer<Told | null>): Promise<Drift> {
    const empty = { linkId: link.id, comparedAt: clock.now(), window, agreeing: 0, differences: [] } as const
    if (told.kind !== 'done') {
      const problem = 'detail' in told ? told.detail.slice(0, 500) : told.kind
      return { ...empty, serviceId: link.serviceId, state: 'failed', problem }
    }
    if (told.value === null)
      return { ...empty, serviceId: link.serviceId, state: 'not_comparable', problem: null }
    const { service, times } = told.value
    const { slots } = await parts.scheduling.findFreeSlots(tx, {
      ...{ service, from: window.start, to: window.end, limit: MOST_STARTS },
      ...(link.resourceId === null ? {} : { staffId: link.resourceId }),
    })
    const explained = await parts.scheduling.explainStarts(tx, {
      ...{ service, staffId: link.resourceId },
      starts: times.ranges.map(({ startsAt }) => startsAt),
    })
    const compared = compareFreeTimes({
      ...{
        ours: slots.map(asRange),
        theirs: times.ranges,
        explained,
        zone: account.zone,
        there: times.there,
      },
    })
    return { ...empty, ...compared, serviceId: service.id, state: 'compared', problem: null }
  }
}

function asRange({ start, end }: { readonly start: number; readonly end: number }): FreeRange {
  return {
    startsAt: Temporal.Instant.fromEpochMilliseconds(start),
    endsAt: Temporal.Instant.fromEpochMilliseconds(end),
  }
}

/** What is booked through the link: its service, or the one of that name and length, or of that length. */
function serviceFor(link: CalendarLink, type: EventType, services: readonly Service[]): Service | null {
  const fitting = services.filter(
    ({ id, minutes }) => hasLength(type, minutes) && (link.serviceId === null || link.serviceId === id),
  )
  return fitting.find(({ name }) => name === type.title) ?? fitting[0] ?? null
}
