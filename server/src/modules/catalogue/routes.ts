import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { absenceRoutes } from './absence-routes.ts'
import { assignmentRoutes } from './assignment-routes.ts'
import { blockCollisionRoutes } from './block-collision-routes.ts'
import { closureRoutes } from './closure-routes.ts'
import { hoursExceptionRoutes } from './hours-exception-routes.ts'
import { hoursRoutes } from './hours-routes.ts'
import { roomRoutes } from './room-routes.ts'
import { serviceRoutes } from './service-routes.ts'
import { staffRoutes } from './staff-routes.ts'

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
