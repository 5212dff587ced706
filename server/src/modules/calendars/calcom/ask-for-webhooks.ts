import { z } from 'zod'
import { AppError } from '../../../platform/errors/app-error.ts'
import { principalOf } from '../../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../../platform/http/http-server.ts'
import type { CalendarConnectionId } from '../../../platform/ids/ids.ts'
import { type AskProvider, askErrors } from '../connections/ask-provider.ts'
import { calendarErrors } from '../errors.ts'
import type { createRegisterWebhook } from './register-webhook.ts'

type Parts = AskProvider & { readonly publicUrl: () => string }

/** Cal.com is asked to tell of changes. Without that, calendars are read by the clock alone. */
export function askForWebhooks(
  { openLive, valueIn, publicUrl }: Parts,
  registerWebhook: ReturnType<typeof createRegisterWebhook>,
) {
  return (app: HttpServer): void => {
    app.post('/api/v1/calendar-connections/:id/webhook', {
      config: {
        access: { kind: 'tenant', scope: 'business' },
        errors: [...askErrors, calendarErrors.notOfCalcom],
      },
      schema: { params: z.object({ id: z.uuid() }), response: { 200: z.object({ address: z.string() }) } },
      handler: async request => {
        const { tenantId } = principalOf(request)
        const id = request.params.id as CalendarConnectionId
        const { adapter, account } = await openLive(tenantId, id)
        if (adapter.provider !== 'calcom') throw new AppError(calendarErrors.notOfCalcom)
        const address = `${publicUrl()}/webhooks/calcom/${id}`
        await valueIn(tenantId, id, await registerWebhook(account, address))
        return { address }
      },
    })
  }
}
