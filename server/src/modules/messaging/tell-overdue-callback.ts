import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { languageIn } from '../../platform/i18n/language.ts'
import type { CallbackRequestId, CallId, MessageId, TenantId } from '../../platform/ids/ids.ts'
import type { JobAttempt } from '../../platform/jobs/jobs.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import { callbackOverdue } from '../calls/index.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { renderOverdueCallback } from './overdue-callback-mail.ts'
import { outcomeOf, senderOf } from './send-message.ts'
import type { EmailChannel } from './smtp-channel.ts'
import { insertMessage, readUnsentAbout, settleMessage, supersedeMessage } from './store.ts'

const KIND = 'callback_overdue'
const messageJob = z.object({ tenant_id: z.uuid(), message_id: z.uuid() })

/**
 * Writes to whoever the business named for it that somebody still waits for a callback, once for each. Without an
 * address the message says `not_configured`: nobody believes that somebody was told (failure 89).
 */
export function defineOverdueCallbackMail(
  platform: Platform,
  neighbours: MessagingNeighbours,
  email: EmailChannel,
): void {
  const { db, jobs, clock, live } = platform
  const { calls, tenants } = neighbours

  const send = jobs.define({
    name: 'messaging.send-overdue-callback',
    payload: messageJob,
    priority: 'messages',
    maxAttempts: 16,
    safeToRepeat:
      'A message that was sent or is no longer so is not sent; a repeat after a crash carries the same Message-ID.',
    run: ({ tenant_id, message_id }, attempt) =>
      sendOverdue(tenant_id as TenantId, message_id as MessageId, attempt),
  })

  jobs.subscribe(callbackOverdue, {
    name: 'messaging.tell-overdue-callback',
    payload: callbackOverdue.payload,
    priority: 'messages',
    maxAttempts: 12,
    safeToRepeat: 'The message is unique for its callback request; a second insert does nothing.',
    run: ({ tenant_id, callback_request_id }) =>
      db.inTenant(tenant_id as TenantId, async tx => {
        const callback = await calls.readCallbackRequest(tx, callback_request_id as CallbackRequestId)
        if (callback?.state !== 'open') return
        const recipient = (await tenants.read(tx)).settings.notification_email
        const callId = callback.call_id as CallId | null
        const id = await insertMessage(tx, {
          kind: KIND,
          recipient,
          state: recipient === null ? 'not_configured' : 'queued',
          reason: recipient === null ? 'The business has named no address for notifications.' : null,
          appointmentId: null,
          callId,
          subjectKey: callback.id,
          at: clock.now(),
        })
        if (id === null) return
        await live.announce(tx, { topic: 'message', id, call_id: callId })
        if (recipient !== null) await jobs.enqueue(tx, send, { tenant_id, message_id: id })
      }),
  })

  async function sendOverdue(tenantId: TenantId, messageId: MessageId, attempt: JobAttempt): Promise<void> {
    const work = await db.inTenant(tenantId, tx => prepare(tx, messageId))
    if (!work) return
    const { callId, mail } = work
    const begun = performance.now()
    const providerId = `<${messageId}@askpro.example>`
    const outcome = await outcomeOf(attempt, () => email.send({ tenantId, messageId: providerId, ...mail }))
    await db.inTenant(tenantId, async tx => {
      const at = clock.now()
      await settleMessage(tx, messageId, { ...outcome, subject: mail.subject, providerId, at })
      if (callId !== null && outcome.state !== 'queued')
        await calls.recordEntry(tx, {
          callId,
          kind: 'message',
          name: KIND,
          at,
          result: { channel: 'email', state: outcome.state, problem: outcome.reason },
          tookMs: performance.now() - begun,
          requestId: currentRequestId() ?? '',
        })
      await live.announce(tx, { topic: 'message', id: messageId, call_id: callId })
    })
    if ('problem' in outcome) throw outcome.problem
  }

  /** The mail, or nothing: then somebody has called back by now, and the message says that. */
  async function prepare(tx: Tx, messageId: MessageId) {
    const message = await readUnsentAbout(tx, messageId, KIND)
    const callback = message && (await calls.readCallbackRequest(tx, message.subjectKey))
    if (!message || !callback) return null
    if (callback.state !== 'open') {
      await supersedeMessage(tx, messageId, `The callback request is ${callback.state}.`)
      return null
    }
    const tenant = await tenants.read(tx)
    const content = renderOverdueCallback({
      business: tenant.name,
      name: callback.name,
      phone: callback.phone,
      reason: callback.reason,
      wantedWhen: callback.wanted_when,
      assignee: callback.assignee?.name ?? null,
      dueAt: callback.due_at,
      zone: tenant.timeZone,
      language: languageIn(tenant.locale) ?? 'de',
    })
    const mail = { from: senderOf(tenant), to: message.recipient, ...content, calendar: null }
    return { callId: callback.call_id as CallId | null, mail }
  }
}
