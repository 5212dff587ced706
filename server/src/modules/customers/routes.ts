import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { duplicateRoutes } from './duplicate-routes.ts'
import type { MergeFollowers } from './merge-followers.ts'
import { mergeRoutes } from './merge-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { tierRoutes } from './tier-routes.ts'
import { transferRoutes } from './transfer-routes.ts'

export function customerRoutes(platform: Platform, followers: MergeFollowers) {
  return async (app: HttpServer): Promise<void> => {
    recordRoutes(platform)(app)
    tierRoutes(platform)(app)
    duplicateRoutes(platform)(app)
    mergeRoutes(platform, followers)(app)
    await app.register(transferRoutes(platform))
  }
}
