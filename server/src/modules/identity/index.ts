import type { HttpServer } from '../../platform/http/http-server.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenants } from '../tenants/index.ts'
import { listApiKeys, revokeApiKey } from './api-keys.ts'
import { createAuthenticate } from './authenticate.ts'
import { createApiKey } from './create-api-key.ts'
import { createDemoAccounts } from './demo-accounts.ts'
import { keyRoutes } from './key-routes.ts'
import { createLastUse } from './note-last-use.ts'
import { rotateApiKey } from './rotate-api-key.ts'
import { sessionRoutes } from './routes.ts'
import { createSessionTokens } from './session-token.ts'

export type Identity = ReturnType<typeof createIdentity>

/** Who may act for which tenant: API keys, and the demo login. Accounts of people come with their own tables later. */
export function createIdentity(
  platform: Platform,
  neighbours: { tenants: Tenants },
  options: { demoPassword: string | null; secureCookies: boolean },
) {
  const sessions = createSessionTokens(platform)
  const lastUse = createLastUse(platform)
  const demo =
    options.demoPassword === null ? null : createDemoAccounts(neighbours.tenants, options.demoPassword)
  return {
    /** Fills the platform's port: who is calling, or null. */
    authenticate: createAuthenticate(platform, { sessions, lastUse }),
    /** Makes an API key; its text is returned once and kept nowhere. */
    createApiKey: createApiKey.bind(null, platform),
    listApiKeys: listApiKeys.bind(null, platform),
    revokeApiKey: revokeApiKey.bind(null, platform),
    rotateApiKey: rotateApiKey.bind(null, platform),
    routes: async (app: HttpServer): Promise<void> => {
      await sessionRoutes(platform, { ...neighbours, sessions, demo, secureCookies: options.secureCookies })(
        app,
      )
      keyRoutes(platform)(app)
    },
    /** Waits for what is still being noted. */
    close: lastUse.close,
  }
}
