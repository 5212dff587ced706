import type { Tx } from '../../platform/db/database.ts'
import type { LocationId, ResourceId, ServiceId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { readWeek, type WrittenWindow, writeWeek } from '../../platform/time/week.ts'
import { createCalendarNews } from './calendar-news.ts'
import { addHoursException, removeHoursException } from './hours/change-hours-exception.ts'
import { listHoursExceptions } from './hours/hours-exception-views.ts'
import { listHours } from './hours/hours-views.ts'
import { replaceHours } from './hours/replace-hours.ts'
import { addStaffMember } from './resources/change-staff.ts'
import { readPlace } from './resources/place.ts'
import { addService, changeService, type ServiceRefusal } from './services/change-service.ts'
import type { ServiceWish } from './services/service.ts'
import { readServiceDetail } from './services/service-wish-view.ts'

/** Everybody may have one of a date. */
const MOST_DAYS = 1000

/**
 * Changes to the catalogue of the one location there is, for what another system has: the same as on its own pages, many
 * of them in one transaction. Who draws or offers it is told once, at the end.
 */
export function createTakeOver(platform: Platform) {
  const news = createCalendarNews(platform)
  return {
    addService: (tx: Tx, wish: Omit<ServiceWish, 'position'>) => addService(tx, { ...wish, position: null }),
    /** What was sold keeps its version. */
    changeService: async (
      tx: Tx,
      id: ServiceId,
      wish: Partial<ServiceWish>,
    ): Promise<{ kind: 'changed' } | ServiceRefusal> => {
      const { locationId } = await readPlace(tx)
      return await changeService(tx, { locationId, id, version: null }, wish)
    },
    /** Whoever does it already keeps doing it as before. */
    takeOn: async (
      tx: Tx,
      id: ServiceId,
      people: readonly ResourceId[],
    ): Promise<{ kind: 'changed' } | ServiceRefusal> => {
      const known = await readServiceDetail(tx, id, 'lock')
      if (known === null) return { kind: 'unknown' }
      const takes = known.takes.map(({ kind: _kind, name: _name, active: _active, ...taken }) => taken)
      const added = people
        .filter(resourceId => !takes.some(taken => taken.resourceId === resourceId))
        .map(resourceId => ({ resourceId, weight: 1, roles: null, segmentMinutes: null, priceMinor: null }))
      const { locationId } = await readPlace(tx)
      return await changeService(tx, { locationId, id, version: null }, { takes: [...takes, ...added] })
    },
    /** Null: there is somebody or something of this name. */
    addStaff: async (tx: Tx, name: string): Promise<ResourceId | null> => {
      const { locationId } = await readPlace(tx)
      const added = await addStaffMember(tx, locationId, { name })
      return added.kind === 'added' ? added.id : null
    },
    /** The usual week of a person, and how it was before; periods of the year stay. Null: it is no week, or nobody's. */
    replaceWeek: async (
      tx: Tx,
      id: ResourceId,
      written: readonly WrittenWindow[],
    ): Promise<WrittenWindow[] | null> => {
      const { locationId } = await readPlace(tx)
      const week = readWeek(written)
      const before = await weekOf(tx, locationId, id)
      if (typeof week === 'string' || before === null) return null
      const owner = { locationId, staffId: id, version: before.version }
      const { kind } = await replaceHours(tx, owner, { week, periods: null })
      return kind === 'replaced' ? before.week : null
    },
    /** What counts for a person on one date instead of the week, and of what counted instead before. */
    replaceDay: async (
      tx: Tx,
      id: ResourceId,
      { date, windows }: { date: string; windows: readonly { from: string; to: string }[] },
      { actor, at }: { actor: string; at: Temporal.Instant },
    ): Promise<'replaced' | 'cannot'> => {
      const { locationId } = await readPlace(tx)
      const day = Temporal.PlainDate.from(date)
      const read = readWeek(windows.map(written => ({ weekday: day.dayOfWeek, ...written })))
      if (typeof read === 'string') return 'cannot'
      const known = await listHoursExceptions(tx, { from: date, to: date, after: null, limit: MOST_DAYS })
      for (const exception of known)
        if (exception.resource?.id === id)
          await removeHoursException(tx, { id: exception.id, removedBy: actor, at })
      const wish = { locationId, resourceId: id, date: day, windows: read, reason: null, createdBy: actor }
      return (await addHoursException(tx, wish)).kind === 'added' ? 'replaced' : 'cannot'
    },
    told: (tx: Tx, id: string): Promise<void> => news.opened(tx, id),
  }
}

async function weekOf(
  tx: Tx,
  locationId: LocationId,
  id: ResourceId,
): Promise<{ version: number; week: WrittenWindow[] } | null> {
  const own = (await listHours(tx, locationId)).find(owner => owner.id === id)
  if (!own) return null
  return { version: own.version, week: writeWeek(own.week.filter(({ validFrom }) => !validFrom)) }
}
