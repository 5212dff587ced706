import type { Tx } from '../../platform/db/database.ts'
import type { MessageId, TenantId } from '../../platform/ids/ids.ts'
import { classifyFailure } from '../../platform/jobs/classify-failure.ts'
import type { JobAttempt } from '../../platform/jobs/jobs.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenant } from '../tenants/index.ts'
import { renderMail } from './confirmation.ts'
import { mailLanguage } from './mail-language.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import type { EmailChannel } from './smtp-channel.ts'
import {
  type MessageState,
  readUnsent,
  settledVersions,
  settleMessage,
  supersedeMessage,
  type UnsentMessage,
} from './store.ts'
import { whatToTell } from './what-to-tell.ts'

/** `problem` is thrown again after it was noted, so that the queue tries again or keeps the job as a dead letter. */
type Outcome = { readonly state: MessageState; readonly reason: string | null; readonly problem?: unknown }

/**
 * Sends one message that was not sent yet, if it is still so, worded from the appointment as it is: read in a transaction, send outside any, settle in another. Killed
 * in between, it is sent again with the same Message-ID; nothing is lost and a repeat can be recognised. One that
 * failed for good fails its job too, and is sent when somebody retries that.
 */
export function createSendMessage(platform: Platform, neighbours: MessagingNeighbours, email: EmailChannel) {
  const { db, clock, live } = platform

  return async function sendMessage(
    tenantId: TenantId,
    messageId: MessageId,
    attempt: JobAttempt,
  ): Promise<void> {
    const work = await db.inTenant(tenantId, tx => prepare(tx, messageId))
    if (!work) return
    const { message, mail, at } = work
    const begun = performance.now()
    const providerId = `<${messageId}@askpro.example>`
    const outcome = await outcomeOf(attempt, () => email.send({ tenantId, messageId: providerId, ...mail }))
    await db.inTenant(tenantId, async tx => {
      await settleMessage(tx, messageId, { ...outcome, subject: mail.subject, providerId, at: clock.now() })
      await tellOthers(tx, message, { outcome, at, tookMs: performance.now() - begun })
    })
    if ('problem' in outcome) throw outcome.problem
  }

  /** The mail, or nothing: then what it said is no longer so, and the message says that. */
  async function prepare(tx: Tx, messageId: MessageId) {
    const message = await readUnsent(tx, messageId)
    const appointment = message && (await neighbours.scheduling.readAppointment(tx, message.appointmentId))
    if (!message || !appointment) return null
    const at = clock.now()
    const changes = await neighbours.scheduling.changesOf(tx, appointment.id)
    const settled = await settledVersions(tx, appointment.id)
    const telling = whatToTell({ message, appointment, changes, settled })
    if (telling.kind === 'superseded') {
      await supersedeMessage(tx, messageId, telling.reason)
      const outcome = { state: 'superseded', reason: telling.reason } as const
      await tellOthers(tx, message, { outcome, at, tookMs: 0 })
      return null
    }
    const tenant = await neighbours.tenants.read(tx)
    const language = await mailLanguage(neighbours, tx, { ...appointment, tenant })
    const from = senderOf(tenant)
    const to = message.recipient
    const was = message.kind === 'change' ? telling.was : null
    const { fee } = telling
    const content = renderMail({
      kind: message.kind,
      was,
      fee,
      from,
      to,
      tenant,
      appointment,
      language,
      now: at,
    })
    return { message, at, mail: { from, to, ...content } }
  }

  /** The call's timeline hears what became of it, not of each attempt. */
  async function tellOthers(
    tx: Tx,
    message: UnsentMessage,
    { outcome, at, tookMs }: { outcome: Outcome; at: Temporal.Instant; tookMs: number },
  ): Promise<void> {
    if (message.callId && outcome.state !== 'queued')
      await neighbours.calls.recordEntry(tx, {
        callId: message.callId,
        kind: 'message',
        name: message.kind,
        at,
        result: { channel: 'email', state: outcome.state, problem: outcome.reason },
        tookMs,
        requestId: currentRequestId() ?? '',
      })
    if (outcome.state !== message.state)
      await live.announce(tx, { topic: 'message', id: message.id, call_id: message.callId })
  }
}

export function senderOf({ name, slug, settings }: Tenant): { name: string; address: string } {
  return { name, address: settings.contact_email ?? `${slug}@askpro.example` }
}

/** Whether a failure is final, the queue decides: the message says the same as its job. */
export async function outcomeOf(
  attempt: JobAttempt,
  send: () => Promise<'sent' | 'not_configured'>,
): Promise<Outcome> {
  try {
    const state = await send()
    return { state, reason: state === 'sent' ? null : 'SMTP_URL is not set.' }
  } catch (problem) {
    const { reason, message } = classifyFailure(problem, attempt, 0)
    return { state: reason === null ? 'queued' : 'failed', reason: message, problem }
  }
}
