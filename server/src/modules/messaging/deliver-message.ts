import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { CallId, MessageId, TenantId } from '../../platform/ids/ids.ts'
import { classifyFailure } from '../../platform/jobs/classify-failure.ts'
import type { JobAttempt, JobDefinition } from '../../platform/jobs/jobs.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenant } from '../tenants/index.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import type { EmailChannel, Mail } from './smtp-channel.ts'
import { type MessageState, settleMessage, supersedeMessage } from './store.ts'

/** A message as its call knows it; null: it belongs to no call, or the call need not know. */
type About = { readonly kind: string; readonly callId: CallId | null }

/** What there is to send, or why there is nothing to tell any more. */
export type Letter = About &
  ({ readonly mail: Omit<Mail, 'tenantId' | 'messageId'> } | { readonly superseded: string })

export type Sending = {
  readonly name: string
  /** `live`: somebody is waiting for it at the telephone. */
  readonly priority?: 'live'
  /** The queue waits longer each time; sixteen attempts, as without it, outlast a mail server that is down for days. */
  readonly maxAttempts?: number
  /** Words a message that was not sent yet from how things are now; null: there is no such message. */
  readonly write: (tx: Tx, messageId: MessageId) => Promise<Letter | null>
}

export type SendJob = JobDefinition<z.infer<typeof messageJob>>
export type DefineSending = (sending: Sending) => SendJob

/** `problem` is thrown again after it was noted, so that the queue tries again or keeps the job as a dead letter. */
type Outcome = { readonly state: MessageState; readonly reason: string | null; readonly problem?: unknown }

const messageJob = z.object({ tenant_id: z.uuid(), message_id: z.uuid() })

/**
 * Makes the job that sends one kind of message, if what it says is still so: read in a transaction, send outside any,
 * settle in another. Killed in between, it is sent again with the same Message-ID; nothing is lost and a repeat can be
 * recognised. One that failed for good fails its job too, and is sent when somebody retries that.
 */
export function createDelivery(
  platform: Platform,
  { calls }: MessagingNeighbours,
  email: EmailChannel,
): DefineSending {
  const { db, jobs, clock, live } = platform

  async function deliver(
    write: Sending['write'],
    { tenantId, messageId, attempt }: { tenantId: TenantId; messageId: MessageId; attempt: JobAttempt },
  ): Promise<void> {
    const letter = await db.inTenant(tenantId, async tx => {
      const written = await write(tx, messageId)
      if (written === null || 'mail' in written) return written
      await supersedeMessage(tx, messageId, written.superseded)
      const outcome = { state: 'superseded', reason: written.superseded } as const
      await tellOthers(tx, messageId, { about: written, outcome, tookMs: 0 })
      return null
    })
    if (letter === null || !('mail' in letter)) return
    const { mail } = letter
    const begun = performance.now()
    const providerId = `<${messageId}@askpro.example>`
    const outcome = await outcomeOf(attempt, () => email.send({ tenantId, messageId: providerId, ...mail }))
    await db.inTenant(tenantId, async tx => {
      await settleMessage(tx, messageId, { ...outcome, subject: mail.subject, providerId, at: clock.now() })
      await tellOthers(tx, messageId, { about: letter, outcome, tookMs: performance.now() - begun })
    })
    if ('problem' in outcome) throw outcome.problem
  }

  /** The call's timeline hears what became of it, not of each attempt. */
  async function tellOthers(
    tx: Tx,
    messageId: MessageId,
    { about, outcome, tookMs }: { about: About; outcome: Outcome; tookMs: number },
  ): Promise<void> {
    const { callId, kind } = about
    await live.announce(tx, { topic: 'message', id: messageId, call_id: callId })
    if (callId === null || outcome.state === 'queued') return
    await calls.recordEntry(tx, {
      callId,
      kind: 'message',
      name: kind,
      at: clock.now(),
      result: { channel: 'email', state: outcome.state, problem: outcome.reason },
      tookMs,
      requestId: currentRequestId() ?? '',
    })
  }

  return ({ name, priority, maxAttempts = 16, write }) =>
    jobs.define({
      name,
      payload: messageJob,
      priority: priority ?? 'messages',
      maxAttempts,
      safeToRepeat:
        'A message that was sent or is no longer so is not sent; a repeat after a crash carries the same Message-ID.',
      run: ({ tenant_id, message_id }, attempt) =>
        deliver(write, { tenantId: tenant_id as TenantId, messageId: message_id as MessageId, attempt }),
    })
}

export function senderOf({ name, slug, settings }: Tenant): { name: string; address: string } {
  return { name, address: settings.contact_email ?? `${slug}@askpro.example` }
}

/** Whether a failure is final, the queue decides: the message says the same as its job. */
async function outcomeOf(
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
