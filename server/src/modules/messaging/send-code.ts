import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { CallId, MessageId, TenantId } from '../../platform/ids/ids.ts'
import type { JobAttempt } from '../../platform/jobs/jobs.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import type { CodeId } from '../customers/index.ts'
import { codeMail } from './code-wording.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { outcomeOf } from './send-message.ts'
import type { EmailChannel } from './smtp-channel.ts'
import { insertMessage, readUnsentCode, settleMessage, supersedeMessage } from './store.ts'

const codeJob = z.object({ tenant_id: z.uuid(), message_id: z.uuid() })

export type CodeWish = { readonly codeId: CodeId; readonly callId: CallId; readonly recipient: string }

/**
 * Mails a one-time code while its caller waits, so before everything else that is mailed. The code is in no payload and
 * no row: it is asked for when the mail is worded, and one that counts no more is not sent.
 */
export function createSendCode(platform: Platform, neighbours: MessagingNeighbours, email: EmailChannel) {
  const { db, jobs, clock } = platform
  const job = jobs.define({
    name: 'messaging.send-code',
    payload: codeJob,
    priority: 'live',
    // A code is good for ten minutes.
    maxAttempts: 5,
    safeToRepeat:
      'A code that was sent, answered or replaced is not sent; a repeat carries the same Message-ID.',
    run: ({ tenant_id, message_id }, attempt) =>
      send(tenant_id as TenantId, message_id as MessageId, attempt),
  })

  async function send(tenantId: TenantId, messageId: MessageId, attempt: JobAttempt): Promise<void> {
    const work = await db.inTenant(tenantId, tx => prepare(tx, messageId))
    if (!work) return
    const begun = performance.now()
    const providerId = `<${messageId}@askpro.example>`
    const { callId, ...mail } = work
    const outcome = await outcomeOf(attempt, () =>
      email.send({ tenantId, messageId: providerId, ...mail, calendar: null }),
    )
    await db.inTenant(tenantId, async tx => {
      const at = clock.now()
      await settleMessage(tx, messageId, { ...outcome, subject: mail.subject, providerId, at })
      if (outcome.state === 'queued') return
      await neighbours.calls.recordEntry(tx, {
        ...{ callId, at, kind: 'message', name: 'code', tookMs: performance.now() - begun },
        result: { channel: 'email', state: outcome.state, problem: outcome.reason },
        requestId: currentRequestId() ?? '',
      })
    })
    if ('problem' in outcome) throw outcome.problem
  }

  async function prepare(tx: Tx, messageId: MessageId) {
    const message = await readUnsentCode(tx, messageId)
    if (message === null) return null
    const { callId, codeId, recipient } = message
    const code = await neighbours.customers.codes.toSend(tx, { id: codeId, callId, now: clock.now() })
    const call = await neighbours.calls.readCall(tx, callId)
    if (code === null || call === null) {
      await supersedeMessage(tx, messageId, 'The code was answered, replaced or too old.')
      return null
    }
    const tenant = await neighbours.tenants.read(tx)
    const address = tenant.settings.contact_email ?? `${tenant.slug}@askpro.example`
    const language: Language = call.language
    return {
      ...{ callId, to: recipient, from: { name: tenant.name, address } },
      ...codeMail({ business: tenant.name, code: code.code }, language),
    }
  }

  /** In the transaction that made the code. */
  return async function sendCode(tx: Tx, { codeId, callId, recipient }: CodeWish): Promise<void> {
    const id = await insertMessage(tx, {
      ...{ kind: 'code', state: 'queued', recipient, callId, appointmentId: null },
      ...{ subjectKey: codeId, at: clock.now() },
    } as const)
    if (id !== null) await jobs.enqueue(tx, job, { tenant_id: tx.tenantId, message_id: id })
  }
}
