import type { Tx } from '../../platform/db/database.ts'
import { ProviderError } from '../../platform/errors/provider-error.ts'
import { type Language, languageIn } from '../../platform/i18n/language.ts'
import type { CallId, MessageId, TenantId } from '../../platform/ids/ids.ts'
import type { JobAttempt } from '../../platform/jobs/jobs.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import type { AppointmentView } from '../scheduling/index.ts'
import type { Tenant } from '../tenants/index.ts'
import { renderConfirmation } from './confirmation.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import type { EmailChannel } from './smtp-channel.ts'
import { countAttempt, type MessageState, readQueued, settleMessage } from './store.ts'

type Settled = { state: MessageState; reason: string | null }

/**
 * Sends one queued confirmation: read in a transaction, send outside any, settle in another. Killed in between,
 * it is sent again with the same Message-ID; nothing is lost and a repeat can be recognised.
 */
export function createSendConfirmation(
  platform: Platform,
  neighbours: MessagingNeighbours,
  email: EmailChannel,
) {
  const { db, clock, live } = platform

  return async function sendConfirmation(
    tenantId: TenantId,
    messageId: MessageId,
    attempt: JobAttempt,
  ): Promise<void> {
    const work = await db.inTenant(tenantId, async tx => {
      const message = await readQueued(tx, messageId)
      const appointment = message && (await neighbours.scheduling.readAppointment(tx, message.appointmentId))
      if (!message || !appointment) return null
      const tenant = await neighbours.tenants.read(tx)
      return { message, appointment, tenant, language: await languageOf(tx, appointment, tenant) }
    })
    if (!work) return
    const { message, appointment, tenant, language } = work
    const begun = performance.now()
    const at = clock.now()
    const mail = renderConfirmation({ tenant, appointment, language, now: at })
    const providerId = `<${messageId}@askpro.example>`
    const settled = await deliver(attempt, messageId, tenantId, () =>
      email.send({
        tenantId,
        messageId: providerId,
        from: {
          name: tenant.name,
          address: tenant.settings.contact_email ?? `${tenant.slug}@askpro.example`,
        },
        to: message.recipient,
        ...mail,
      }),
    )
    await db.inTenant(tenantId, async tx => {
      await settleMessage(tx, messageId, { ...settled, subject: mail.subject, providerId, at: clock.now() })
      if (message.callId)
        await neighbours.calls.recordEntry(tx, {
          callId: message.callId,
          kind: 'message',
          name: 'confirmation',
          at,
          result: { channel: 'email', state: settled.state, problem: settled.reason },
          tookMs: performance.now() - begun,
          requestId: currentRequestId() ?? '',
        })
      await live.announce(tx, { topic: 'message', id: messageId, call_id: message.callId as CallId | null })
    })
  }

  /** As it was spoken in the call; without one as the customer is known to speak, else the business. */
  async function languageOf(tx: Tx, appointment: AppointmentView, tenant: Tenant): Promise<Language> {
    const call = appointment.callId && (await neighbours.calls.readCall(tx, appointment.callId))
    if (call) return call.language
    const customer = (await neighbours.customers.read(tx, [appointment.customerId])).get(
      appointment.customerId,
    )
    return languageIn(customer?.language ?? '') ?? languageIn(tenant.locale) ?? 'de'
  }

  /** A refusal for good is a result; one that may pass is thrown, so that the queue tries again. */
  async function deliver(
    attempt: JobAttempt,
    messageId: MessageId,
    tenantId: TenantId,
    send: () => Promise<'sent' | 'not_configured'>,
  ): Promise<Settled> {
    try {
      const result = await send()
      return { state: result, reason: result === 'sent' ? null : 'SMTP_URL is not set.' }
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      if (!error.retryable || attempt.last) return { state: 'failed', reason: error.message }
      await db.inTenant(tenantId, tx => countAttempt(tx, messageId, error.message))
      throw error
    }
  }
}
