import type { Tx } from '../../platform/db/database.ts'
import { languageIn } from '../../platform/i18n/language.ts'
import type { CallbackRequestId, CallId, MessageId, TenantId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { callbackOverdue } from '../calls/index.ts'
import { type DefineSending, type Letter, senderOf } from './deliver-message.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { renderOverdueCallback } from './overdue-callback-mail.ts'
import { insertMessage, readUnsentAbout } from './store.ts'

const KIND = 'callback_overdue'

/**
 * Writes to whoever the business named for it that somebody still waits for a callback, once for each. Without an
 * address the message says `not_configured`: nobody believes that somebody was told (failure 89).
 */
export function defineOverdueCallbackMail(
  { db, jobs, clock, live }: Platform,
  { calls, tenants }: MessagingNeighbours,
  defineSending: DefineSending,
): void {
  const send = defineSending({ name: 'messaging.send-overdue-callback', write })

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

  /** Nothing, once somebody has called back. */
  async function write(tx: Tx, messageId: MessageId): Promise<Letter | null> {
    const message = await readUnsentAbout(tx, messageId, KIND)
    const callback = message && (await calls.readCallbackRequest(tx, message.subjectKey))
    if (!message || !callback) return null
    const about = { kind: KIND, callId: callback.call_id as CallId | null }
    if (callback.state !== 'open')
      return { ...about, superseded: `The callback request is ${callback.state}.` }
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
    return { ...about, mail: { from: senderOf(tenant), to: message.recipient, ...content, calendar: null } }
  }
}
