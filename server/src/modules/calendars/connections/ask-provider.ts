import { AppError } from '../../../platform/errors/app-error.ts'
import type { CalendarConnectionId, TenantId } from '../../../platform/ids/ids.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Metadata } from '../cache/metadata.ts'
import { calendarErrors } from '../errors.ts'
import type { CalendarParts } from '../neighbours.ts'
import type { Answer, CalendarAccount, CalendarAdapter, ExternalTarget } from '../port.ts'
import { noteProblem, noteWorking, readConnection } from './connection-store.ts'
import type { Direction } from './link-store.ts'

/** What `askTargets` and `tryTarget` may answer instead. */
export const askErrors = [
  calendarErrors.unknownConnection,
  calendarErrors.notConfigured,
  calendarErrors.notConnected,
  calendarErrors.accessRefused,
  calendarErrors.noAnswer,
]

type Opened = { readonly adapter: CalendarAdapter; readonly account: CalendarAccount }
export type AskProvider = ReturnType<typeof createAskProvider>

/** Asks a provider while somebody waits for it: whether the access counts, and what can be linked. */
export function createAskProvider({ db, clock }: Platform, parts: CalendarParts, metadata: Metadata) {
  return {
    /** A connection with its access, for work that somebody waits for. */
    openLive: open,
    /** What was answered, and noted: the connection works, or why it does not. */
    valueIn,
    askTargets: async (tenantId: TenantId, id: CalendarConnectionId): Promise<readonly ExternalTarget[]> => {
      const { adapter, account } = await open(tenantId, id)
      return await valueIn(
        tenantId,
        id,
        await metadata.refresh(account, 'targets', () => adapter.listTargets(account)),
      )
    },
    /** A target counts when it can be read: nothing is linked that would fail later (failures 50, 63). */
    tryTarget: async (
      tenantId: TenantId,
      id: CalendarConnectionId,
      wish: { readonly target: string; readonly direction: Direction; readonly settings: unknown },
    ): Promise<ExternalTarget> => {
      const { target, direction, settings } = wish
      const { adapter, account } = await open(tenantId, id)
      const found = await findTarget(tenantId, id, { adapter, account, target })
      if (!found) throw new AppError(calendarErrors.unknownTarget)
      if (direction !== 'read') {
        if (!found.writable) throw new AppError(calendarErrors.readOnlyTarget)
        const fit = await adapter.tryTarget?.(account, target, settings)
        if (fit?.kind === 'refused') throw new AppError(calendarErrors.unfitTarget, fit.detail)
        if (fit !== undefined) await valueIn(tenantId, id, fit)
      }
      const now = clock.now()
      const window = { start: now, end: now.add({ hours: 24 * 7 }) }
      const answer = await adapter.readEvents(account, target, { cursor: null, window })
      if (answer.kind === 'expired') throw new AppError(calendarErrors.noAnswer)
      await valueIn(tenantId, id, answer)
      return found
    },
  }

  async function findTarget(
    tenantId: TenantId,
    id: CalendarConnectionId,
    { adapter, account, target }: Opened & { readonly target: string },
  ): Promise<ExternalTarget | undefined> {
    const isIt = (candidate: ExternalTarget): boolean => candidate.id === target
    const list = () => adapter.listTargets(account)
    const known = await valueIn(tenantId, id, await metadata.read(account, 'targets', list))
    // It may be newer than what is kept.
    return (
      known.find(isIt) ??
      (await valueIn(tenantId, id, await metadata.refresh(account, 'targets', list))).find(isIt)
    )
  }

  async function open(tenantId: TenantId, id: CalendarConnectionId): Promise<Opened> {
    return await db.readTenant(tenantId, async tx => {
      const connection = await readConnection(tx, id)
      if (connection === null) throw new AppError(calendarErrors.unknownConnection)
      const adapter = parts.adapters[connection.provider]
      if (adapter === null) throw new AppError(calendarErrors.notConfigured)
      const zone = await parts.catalogue.readZone(tx)
      const account = await parts.accounts.open(tx, connection, { zone, urgency: 'live' })
      if (account === null || connection.state === 'off') throw new AppError(calendarErrors.notConnected)
      return { adapter, account }
    })
  }

  async function valueIn<T>(tenantId: TenantId, id: CalendarConnectionId, answer: Answer<T>): Promise<T> {
    const at = clock.now()
    if (answer.kind === 'done') {
      await db.inTenant(tenantId, tx => noteWorking(tx, { id, at }))
      return answer.value
    }
    const detail = 'detail' in answer ? answer.detail : answer.kind
    if (answer.kind !== 'unauthorised') throw new AppError(calendarErrors.noAnswer, detail)
    await db.inTenant(tenantId, tx => noteProblem(tx, { id, state: 'reconnect', problem: detail, at }))
    throw new AppError(calendarErrors.accessRefused, detail)
  }
}
