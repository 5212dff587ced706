import type { Tx } from '../../platform/db/database.ts'
import type { CallId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import type { CodeId } from '../customers/index.ts'
import { codeMail } from './code-wording.ts'
import { type DefineSending, senderOf } from './deliver-message.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { insertMessage, readUnsentCode } from './store.ts'

export type CodeWish = { readonly codeId: CodeId; readonly callId: CallId; readonly recipient: string }

/**
 * Mails a one-time code while its caller waits, so before everything else that is mailed. The code is in no payload and
 * no row: it is asked for when the mail is worded, and one that counts no more is not sent.
 */
export function createSendCode(
  { jobs, clock }: Platform,
  neighbours: MessagingNeighbours,
  defineSending: DefineSending,
) {
  const job = defineSending({
    name: 'messaging.send-code',
    priority: 'live',
    // A code is good for ten minutes.
    maxAttempts: 5,
    write: async (tx, messageId) => {
      const message = await readUnsentCode(tx, messageId)
      if (message === null) return null
      const { callId, codeId, recipient } = message
      const code = await neighbours.customers.codes.toSend(tx, { id: codeId, callId, now: clock.now() })
      const call = await neighbours.calls.readCall(tx, callId)
      if (code === null || call === null)
        return { kind: 'code', callId: null, superseded: 'The code was answered, replaced or too old.' }
      const tenant = await neighbours.tenants.read(tx)
      const content = codeMail({ business: tenant.name, code: code.code }, call.language)
      return {
        kind: 'code',
        callId,
        mail: { from: senderOf(tenant), to: recipient, ...content, calendar: null },
      }
    },
  })

  /** In the transaction that made the code. */
  return async function sendCode(tx: Tx, { codeId, callId, recipient }: CodeWish): Promise<void> {
    const id = await insertMessage(tx, {
      ...{ kind: 'code', state: 'queued', recipient, callId, appointmentId: null },
      ...{ subjectKey: codeId, at: clock.now() },
    } as const)
    if (id !== null) await jobs.enqueue(tx, job, { tenant_id: tx.tenantId, message_id: id })
  }
}
