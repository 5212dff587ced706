import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import { duplicateRoutes } from './duplicates/duplicate-routes.ts'
import type { MergeFollowers } from './duplicates/merge-followers.ts'
import { mergeRoutes } from './duplicates/merge-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { tierRoutes } from './tiers/tier-routes.ts'
import { transferRoutes } from './transfer/transfer-routes.ts'

export function customerRoutes(platform: Platform, followers: MergeFollowers) {
  return async (app: HttpServer): Promise<void> => {
    recordRoutes(platform)(app)
    tierRoutes(platform)(app)
    duplicateRoutes(platform)(app)
    mergeRoutes(platform, followers)(app)
    await app.register(transferRoutes(platform))
  }
}
