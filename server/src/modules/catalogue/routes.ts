import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { absenceRoutes } from './absences/absence-routes.ts'
import { blockCollisionRoutes } from './blocks/block-collision-routes.ts'
import { closureRoutes } from './closures/closure-routes.ts'
import { hoursExceptionRoutes } from './hours/hours-exception-routes.ts'
import { hoursRoutes } from './hours/hours-routes.ts'
import { assignmentRoutes } from './resources/assignment-routes.ts'
import { roomRoutes } from './resources/room-routes.ts'
import { staffRoutes } from './resources/staff-routes.ts'
import { serviceRoutes } from './services/service-routes.ts'

export function catalogueRoutes(platform: Platform) {
  return async (app: HttpServer): Promise<void> => {
    serviceRoutes(platform)(app)
    assignmentRoutes(platform)(app)
    staffRoutes(platform)(app)
    roomRoutes(platform)(app)
    hoursRoutes(platform)(app)
    hoursExceptionRoutes(platform)(app)
    closureRoutes(platform)(app)
    blockCollisionRoutes(platform)(app)
    absenceRoutes(platform)(app)
  }
}
