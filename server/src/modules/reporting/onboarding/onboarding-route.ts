import { z } from 'zod'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { Platform } from '../../../platform/platform.ts'
import { ONBOARDING_STEPS, readOnboarding } from './read-onboarding.ts'

const shape = z.object({
  items: z.array(z.object({ name: z.enum(ONBOARDING_STEPS), done: z.boolean() })),
  next_cursor: z.null(),
})

/** How far a business is until it takes calls. */
export function onboardingRoute({ db }: Platform) {
  return (app: HttpServer): void => {
    app.get('/api/v1/onboarding', {
      config: { access: { kind: 'tenant', scope: 'read' } },
      schema: { response: { 200: shape } },
      handler: async request => ({
        items: [...(await db.readTenant(principalOf(request).tenantId, readOnboarding))],
        next_cursor: null,
      }),
    })
  }
}
