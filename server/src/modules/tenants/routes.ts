import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { platformErrors } from '../../platform/errors/platform-errors.ts'
import { principalOf } from '../../platform/http/enforce-access.ts'
import type { HttpServer } from '../../platform/http/http-server.ts'
import { emailAddress } from '../../platform/i18n/email-address.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ChangeSettings, SettingsWish } from './change-settings.ts'
import { locationRoutes } from './location-routes.ts'
import { readSettings } from './settings-views.ts'
import { identitySetting, tenantSettings } from './tenant.ts'

/** What may be changed; the rest of a business is what calls and appointments were made with. */
const changeable = z.object({
  name: z.string().trim().min(1).max(200),
  locale: z.enum(['de-DE', 'en-GB', 'en-US']),
  contact_email: z.string().nullable(),
  notification_email: z
    .string()
    .nullable()
    .describe('Where people at work are written to when a callback is overdue; null: nowhere.'),
  store_transcripts: z.boolean(),
  store_recordings: z.boolean(),
  correct_callers: z
    .boolean()
    .describe(
      'Whether callers are written to when a hosted agent told them what is not so. On until it is switched off.',
    ),
  assignment: tenantSettings.shape.assignment.unwrap(),
  understanding: z
    .enum(['rules', 'model'])
    .describe(
      'Who takes apart what callers say. `model` has an effect where the operator has configured one.',
    ),
  identity: identitySetting.describe(
    'How callers show who they are before own appointments are told, moved or cancelled. Left out: the number they call from; where people come for their health a code for hearing and cancelling.',
  ),
})
const changes = z
  .strictObject({
    ...changeable.shape,
    contact_email: emailAddress.nullable(),
    notification_email: emailAddress.nullable(),
  })
  .partial()
const settingsShape = changeable.extend({
  slug: z.string(),
  sector: z.string(),
  locale: z.string(),
  time_zone: z.string(),
  region: z.string(),
  version: z.number(),
})
const read = { access: { kind: 'tenant', scope: 'read', reach: 'business' } } as const

/** The business about itself. */
export function tenantRoutes(platform: Platform, changeSettings: ChangeSettings) {
  const { db } = platform
  return async (app: HttpServer): Promise<void> => {
    app.get('/api/v1/settings', {
      config: read,
      schema: { response: { 200: settingsShape } },
      handler: async request => await db.inTenant(principalOf(request).tenantId, present),
    })

    app.patch('/api/v1/settings', {
      config: { access: { kind: 'tenant', scope: 'business' }, errors: [platformErrors.staleVersion] },
      schema: {
        body: changes.extend({ version: z.number().int().optional() }),
        response: { 200: settingsShape },
      },
      handler: async request => {
        const { version, ...wanted } = request.body
        return await db.inTenant(principalOf(request).tenantId, async tx => {
          const { kind } = await changeSettings(tx, version ?? null, wishOf(wanted))
          if (kind === 'stale') throw new AppError(platformErrors.staleVersion)
          return await present(tx)
        })
      },
    })

    locationRoutes(platform)(app)
  }
}

function wishOf(wanted: z.infer<typeof changes>): SettingsWish {
  const { name, locale, ...settings } = wanted
  const named = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  return {
    ...(name === undefined ? {} : { name }),
    ...(locale === undefined ? {} : { locale }),
    settings: named,
  }
}

async function present(tx: Tx): Promise<z.infer<typeof settingsShape>> {
  const { timeZone, settings, ...rest } = await readSettings(tx)
  return {
    ...rest,
    time_zone: timeZone,
    contact_email: settings.contact_email,
    notification_email: settings.notification_email,
    store_transcripts: settings.store_transcripts,
    store_recordings: settings.store_recordings,
    correct_callers: settings.correct_callers,
    assignment: settings.assignment,
    understanding: settings.understanding,
    identity: settings.identity,
  }
}
