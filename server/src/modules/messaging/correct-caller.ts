import type { Tx } from '../../platform/db/database.ts'
import type { CallbackRequestId, CallId, MessageId } from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import type { CallView } from '../calls/index.ts'
import { correctionMail } from './correction-mail.ts'
import type { Untrue } from './correction-wording.ts'
import { type DefineSending, type Letter, senderOf } from './deliver-message.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { insertMessage, type MessageState, readUnsentAbout } from './store.ts'

/**
 * What a caller was told and is not so, the request that somebody calls them back, and when what was entered in the call
 * begins; null: all of it is so by now.
 */
export type ReadUntrue = (
  tx: Tx,
  callId: CallId,
) => Promise<{
  told: readonly Untrue[]
  callbackId: CallbackRequestId
  entered: readonly Temporal.Instant[]
} | null>

/** `reason` is one of `words.messageReason` of the office, so that it says there why nobody was written to. */
type Addressee =
  | { readonly state: 'queued'; readonly recipient: string; readonly reason: null }
  | {
      readonly state: Extract<MessageState, 'no_address' | 'not_allowed'>
      readonly recipient: null
      readonly reason:
        | 'corrections_off'
        | 'number_withheld'
        | 'caller_unknown'
        | 'several_callers'
        | 'no_email'
    }

const KIND = 'correction'

/**
 * Writes to a caller that what a hosted agent told them is not so, what is, and that they are called back (failure 68).
 * Once for a call, after it: until then the agent may still do what it said. Only to the address of the one person known
 * under the calling number, where the business allows it; a number can be forged, so the letter names nothing but what was
 * said in the call. Who is not written to is on record with the reason (failure 89).
 */
export function createCorrections(
  { jobs, clock, live }: Platform,
  neighbours: MessagingNeighbours,
  defineSending: DefineSending,
) {
  const { calls, customers, tenants } = neighbours

  return (readUntrue: ReadUntrue): ((tx: Tx, callId: CallId) => Promise<void>) => {
    const send = defineSending({ name: 'messaging.send-correction', write })

    return async (tx, callId) => {
      const call = await calls.readCall(tx, callId)
      if (call === null || call.state === 'ongoing') return
      const addressee = await addresseeOf(tx, call)
      const id = await insertMessage(tx, {
        ...{ kind: KIND, ...addressee, appointmentId: null, callId },
        ...{ subjectKey: callId, at: clock.now() },
      } as const)
      if (id === null) return
      await live.announce(tx, { topic: 'message', id, call_id: callId })
      const { state, reason } = addressee
      if (state === 'queued') await jobs.enqueue(tx, send, { tenant_id: tx.tenantId, message_id: id })
      else
        await calls.recordEntry(tx, {
          ...{ callId, kind: 'message', name: KIND, at: clock.now(), tookMs: null },
          ...{ result: { channel: 'email', state, problem: reason }, requestId: currentRequestId() ?? '' },
        } as const)
    }

    /** Nothing, once somebody has spoken to them or it has come true. */
    async function write(tx: Tx, messageId: MessageId): Promise<Letter | null> {
      const message = await readUnsentAbout(tx, messageId, KIND)
      const call = message && (await calls.readCall(tx, message.subjectKey as CallId))
      if (!message || !call) return null
      const about = { kind: KIND, callId: call.id }
      const untrue = await readUntrue(tx, call.id)
      if (untrue === null) return { ...about, superseded: 'What was said has come true.' }
      const callback = await calls.readCallbackRequest(tx, untrue.callbackId)
      if (callback?.state !== 'open')
        return { ...about, superseded: `The callback request is ${callback?.state ?? 'gone'}.` }
      const tenant = await tenants.read(tx)
      const content = correctionMail({
        ...{ business: tenant.name, phone: (await tenants.numbers(tx))[0] ?? null, zone: tenant.timeZone },
        ...{ language: call.language, calledAt: call.startedAt, now: clock.now() },
        ...{ told: untrue.told, entered: untrue.entered, calledBackBy: callback.due_at },
      })
      return { ...about, mail: { from: senderOf(tenant), to: message.recipient, ...content, calendar: null } }
    }
  }

  async function addresseeOf(tx: Tx, call: CallView): Promise<Addressee> {
    const none = { state: 'no_address', recipient: null } as const
    const { settings } = await tenants.read(tx)
    if (!settings.correct_callers) return { ...none, state: 'not_allowed', reason: 'corrections_off' }
    if (call.from === null) return { ...none, reason: 'number_withheld' }
    const known = await customers.findByCaller(tx, call.from)
    if (known.length > 1) return { ...none, reason: 'several_callers' }
    const [caller] = known
    if (caller === undefined) return { ...none, reason: 'caller_unknown' }
    const recipient = (await customers.read(tx, [caller.id])).get(caller.id)?.email ?? null
    if (recipient === null) return { ...none, reason: 'no_email' }
    return { state: 'queued', recipient, reason: null }
  }
}
