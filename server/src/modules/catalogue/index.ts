import type { Tx } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { addCatalogue } from './add-catalogue.ts'
import { latestStartOf } from './blocks/latest-start.ts'
import { readCalendarBasis } from './calendar-views.ts'
import { addClosure } from './closures/add-closure.ts'
import { isBlocked } from './closures/closure-views.ts'
import { closedDates, holidays } from './closures/holidays.ts'
import { expandFixedStarts } from './domain/fixed-starts.ts'
import { weekFrom } from './domain/hours-periods.ts'
import { matchServices } from './domain/match-service.ts'
import { expandHours } from './domain/weekly-hours.ts'
import { singleDays } from './hours/hours-exception-views.ts'
import { listHours } from './hours/hours-views.ts'
import { openMinutes } from './hours/open-minutes.ts'
import { openingTime, workingTimeAt } from './hours/working-time-at.ts'
import { createRememberBasics } from './remembered/remember-basics.ts'
import { createRememberCatalogue } from './remembered/remember-catalogue.ts'
import { readPlace } from './resources/place.ts'
import { catalogueRoutes } from './routes.ts'
import { listServices, readService, readServiceVersions } from './services/service-views.ts'
import { createTakeOver } from './take-over.ts'
import { listStaff, peopleOfServices, readBookingBasis, readOpening, readZone, whoDoesWhat } from './views.ts'

export type { WeeklyHours } from '../../platform/time/week.ts'
export type { CatalogueEntry } from './add-catalogue.ts'
export type { Place } from './blocks/latest-start.ts'
export type { CalendarBasis } from './calendar-views.ts'
export { closedDates } from './closures/holidays.ts'
export type { LimitedStart } from './domain/fixed-starts.ts'
export { paced, totalMinutes } from './domain/segments.ts'
export { calendarOpened } from './events.ts'
export type { HoursException } from './hours/working-time-at.ts'
export type { CatalogueBasics } from './remembered/remember-basics.ts'
export type { Service, ServiceWish } from './services/service.ts'
export { ASSIGNMENTS } from './services/service.ts'
export type { BookingBasis, BookingResource } from './views.ts'

export type Catalogue = ReturnType<typeof createCatalogue>

/** What can be booked, with whom, and when the doors are open. */
export function createCatalogue(platform: Platform) {
  return {
    listServices,
    /** One active service by id; null when there is none. */
    readService,
    /** Name and segments as they were when sold, by `<service>/<version>`. */
    readServiceVersions,
    /** Services, people and hours changed for what another system has. */
    takeOver: createTakeOver(platform),
    listStaff,
    /** The weeks of the location and of everybody, as they are written down. */
    weeks: async (tx: Tx) => await listHours(tx, (await readPlace(tx)).locationId),
    whoDoesWhat,
    peopleOfServices,
    /** Services meant by a caller's words: none, one, or several to choose from. */
    matchServices,
    /** Everything that decides when a service can start, in one statement. */
    readBookingBasis,
    /**
     * Does work that only reads, in a transaction that only reads, with the catalogue from memory, once the database
     * says that it is still so. The work may run twice. Throws what the work throws.
     */
    withCatalogue: createRememberCatalogue(),
    /**
     * Services, people and opening hours from memory, once the database says that they are still so. Not for a
     * transaction that changes the catalogue itself.
     */
    knownBasics: createRememberBasics(),
    readOpening,
    readZone,
    singleDays,
    /** What a calendar is drawn on: everybody, their hours and what is blocked, in one statement. */
    readCalendarBasis,
    /** The windows of seven days from a local date on, as they count then. */
    weekFrom,
    /** How long everybody can be booked on each of some days, without what is blocked. */
    openMinutes,
    /** Local dates in a range that are public holidays of the region (`DE-BE`). */
    closedDates,
    /** The same with their names. */
    holidays,
    /** Weekly windows as instants, in a zone and a range, without closed dates. */
    expandHours,
    /** When the location is open, as stretches with their true beginning. */
    openingTime,
    /** When one of its resources works, never outside of that. */
    workingTime: workingTimeAt,
    /** Fixed starts of every local day that touches a range, as instants with their limits, sorted. */
    expandFixedStarts,
    /** The last instant at which a service may still start by its rule of working days; null without such a rule. */
    latestStartOf,
    /** Whether the whole location is blocked at a moment. */
    isBlocked,
    /** Blocks time, serialised against bookings in flight. */
    addClosure,
    /** Adds staff, rooms, services and hours to a tenant (worlds, import). */
    addCatalogue,
    routes: catalogueRoutes(platform),
  }
}
