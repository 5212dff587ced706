import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers } from '../customers/index.ts'
import { appointmentRoutes } from './appointment-routes.ts'
import { availabilityRoute } from './availability/availability-routes.ts'
import type { createFindFreeSlots } from './availability/find-free-slots.ts'
import type { createFindVisits } from './availability/find-visits.ts'
import type { createBookAppointment } from './booking/book-appointment.ts'
import type { createBookGroup } from './booking/book-group.ts'
import { bookingRoutes } from './booking/booking-routes.ts'
import { groupRoutes } from './booking/group-routes.ts'
import { calendarRoute } from './calendar/calendar-routes.ts'
import { type ChangeParts, changeRoutes } from './changes/change-routes.ts'
import type { createExplainSlot } from './explanation/explain-slot.ts'
import { explanationRoute } from './explanation/explanation-routes.ts'
import { holdRoutes } from './holds/hold-routes.ts'
import type { createHoldSlot } from './holds/hold-slot.ts'
import { policyRoutes } from './policies/policy-routes.ts'
import { type SeriesParts, seriesRoutes } from './series/series-routes.ts'
import type { SlotTokens } from './slot.ts'
import { type OfferParts, waitlistOfferRoutes } from './waitlist/offer-routes.ts'
import { type WaitlistParts, waitlistRoutes } from './waitlist/waitlist-routes.ts'

export type SchedulingParts = ChangeParts &
  SeriesParts &
  WaitlistParts &
  OfferParts & {
    readonly catalogue: Catalogue
    readonly customers: Customers
    readonly findFreeSlots: ReturnType<typeof createFindFreeSlots>
    readonly offerSlots: SlotTokens['offer']
    readonly holdOf: SlotTokens['holdOf']
    readonly holdSlot: ReturnType<typeof createHoldSlot>
    readonly bookAppointment: ReturnType<typeof createBookAppointment>
    readonly explainSlot: ReturnType<typeof createExplainSlot>
    readonly findVisits: ReturnType<typeof createFindVisits>
    readonly bookGroup: ReturnType<typeof createBookGroup>
  }

export function schedulingRoutes(platform: Platform, parts: SchedulingParts) {
  return async (app: HttpServer): Promise<void> => {
    availabilityRoute(platform, parts)(app)
    explanationRoute(platform, parts)(app)
    calendarRoute(platform, parts)(app)
    holdRoutes(platform, parts)(app)
    bookingRoutes(platform, parts)(app)
    appointmentRoutes(platform, parts)(app)
    groupRoutes(platform, parts)(app)
    seriesRoutes(platform, parts)(app)
    changeRoutes(platform, parts)(app)
    policyRoutes(platform)(app)
    waitlistRoutes(platform, parts)(app)
    waitlistOfferRoutes(platform, parts)(app)
  }
}
