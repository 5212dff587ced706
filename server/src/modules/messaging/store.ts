import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { isoText } from '../../platform/db/instant-sql.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import {
  type AppointmentId,
  type CallId,
  type MessageId,
  newId,
  type SeriesId,
  type WaitlistOfferId,
} from '../../platform/ids/ids.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { CodeId } from '../customers/index.ts'

export type MessageState =
  | 'queued'
  | 'sent'
  | 'failed'
  | 'not_configured'
  | 'no_address'
  | 'not_allowed'
  | 'superseded'

/** Each about one version of an appointment. */
export type MessageKind = 'confirmation' | 'change' | 'cancellation'

export type NewMessage = {
  readonly kind: MessageKind | 'code' | 'callback_overdue' | 'correction'
  readonly recipient: string | null
  readonly state: MessageState
  /** Why it will not be sent. */
  readonly reason?: string | null
  /** Null: it is about the call itself. */
  readonly appointmentId: AppointmentId | null
  readonly callId: CallId | null
  /** What it is about; the same thing is said once. */
  readonly subjectKey: string
  readonly at: Temporal.Instant
}

/** Null: this was said before. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<MessageId | null> {
  return await insertOnce(tx, {
    kind: message.kind,
    recipient: message.recipient,
    state: message.state,
    reason: message.reason ?? null,
    appointment_id: message.appointmentId,
    call_id: message.callId,
    subject_key: message.subjectKey,
    created_at: isoText(message.at),
  })
}

/** What is offered to somebody who waits; null: they were told before. */
export async function insertOfferMessage(
  tx: Tx,
  message: {
    recipient: string | null
    offerId: WaitlistOfferId
    callId: CallId | null
    at: Temporal.Instant
  },
): Promise<MessageId | null> {
  return await insertOnce(tx, {
    kind: 'waitlist_offer',
    recipient: message.recipient,
    state: message.recipient === null ? 'no_address' : 'queued',
    waitlist_offer_id: message.offerId,
    call_id: message.callId,
    subject_key: message.offerId,
    created_at: isoText(message.at),
  })
}

export type SeriesMessage = {
  readonly kind: 'series_confirmation' | 'series_change'
  readonly seriesId: SeriesId
  /** Of the series. */
  readonly version: number
  readonly callId: CallId | null
}

/** What became of a series; null: this was said before. */
export async function insertSeriesMessage(
  tx: Tx,
  message: SeriesMessage & { recipient: string | null; at: Temporal.Instant },
): Promise<MessageId | null> {
  return await insertOnce(tx, {
    kind: message.kind,
    recipient: message.recipient,
    state: message.recipient === null ? 'no_address' : 'queued',
    series_id: message.seriesId,
    call_id: message.callId,
    subject_key: subjectKey(message.seriesId, message.version),
    created_at: isoText(message.at),
  })
}

/** Null: it was sent, or there is nothing to send. */
export async function readUnsentSeries(
  tx: Tx,
  id: MessageId,
): Promise<(SeriesMessage & { readonly recipient: string }) | null> {
  const row = await tx
    .selectFrom('message')
    .select([
      'message.kind',
      'message.recipient',
      'message.series_id',
      'message.subject_key',
      'message.call_id',
    ])
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.id', '=', id)
    .where('message.state', 'in', UNSENT)
    .executeTakeFirst()
  if (!row?.recipient || !row.series_id) return null
  return {
    kind: row.kind as SeriesMessage['kind'],
    seriesId: row.series_id as SeriesId,
    version: versionIn(row.subject_key),
    callId: row.call_id as CallId | null,
    recipient: row.recipient,
  }
}

/** Null: it was sent, or there is nothing to send. */
export async function readUnsentOffer(
  tx: Tx,
  id: MessageId,
): Promise<{ readonly offerId: WaitlistOfferId; readonly recipient: string } | null> {
  const row = await tx
    .selectFrom('message')
    .select(['message.recipient', 'message.waitlist_offer_id'])
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.id', '=', id)
    .where('message.state', 'in', UNSENT)
    .executeTakeFirst()
  if (!row?.recipient || !row.waitlist_offer_id) return null
  return { offerId: row.waitlist_offer_id as WaitlistOfferId, recipient: row.recipient }
}

/** What was not sent may be sent by whoever tries again. "Sent" is final, and nothing is sent without an address. */
const UNSENT: readonly MessageState[] = ['queued', 'failed', 'not_configured']

export type UnsentMessage = {
  readonly id: MessageId
  readonly kind: MessageKind
  /** The version of the appointment it was written for. */
  readonly version: number
  readonly state: MessageState
  readonly recipient: string
  readonly appointmentId: AppointmentId
  readonly callId: CallId | null
}

/** Null: it was sent, or there is nothing to send. */
export async function readUnsent(tx: Tx, id: MessageId): Promise<UnsentMessage | null> {
  const row = await tx
    .selectFrom('message')
    .select(['message.state', 'message.recipient', 'message.appointment_id', 'message.call_id'])
    .select(['message.kind', 'message.subject_key'])
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.id', '=', id)
    .where('message.state', 'in', UNSENT)
    .executeTakeFirst()
  if (!row?.recipient || !row.appointment_id) return null
  return {
    id,
    kind: row.kind as MessageKind,
    version: versionIn(row.subject_key),
    state: row.state as MessageState,
    recipient: row.recipient,
    appointmentId: row.appointment_id as AppointmentId,
    callId: row.call_id as CallId | null,
  }
}

/** What is about something else than an appointment; null: it was sent, or there is nothing to send. */
export async function readUnsentAbout(
  tx: Tx,
  id: MessageId,
  kind: NewMessage['kind'],
): Promise<{ readonly subjectKey: string; readonly recipient: string } | null> {
  const row = await tx
    .selectFrom('message')
    .select(['message.recipient', 'message.subject_key as subjectKey'])
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.id', '=', id)
    .where('message.kind', '=', kind)
    .where('message.state', 'in', UNSENT)
    .executeTakeFirst()
  return row?.recipient ? { subjectKey: row.subjectKey, recipient: row.recipient } : null
}

/** A code that is to be mailed; null: it was sent, or there is none. */
export async function readUnsentCode(
  tx: Tx,
  id: MessageId,
): Promise<{ codeId: CodeId; callId: CallId; recipient: string } | null> {
  const row = await tx
    .selectFrom('message')
    .select(['message.recipient', 'message.call_id as callId', 'message.subject_key as codeId'])
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.id', '=', id)
    .where('message.kind', '=', 'code')
    .where('message.state', 'in', UNSENT)
    .executeTakeFirst()
  if (!row?.recipient || !row.callId) return null
  return { codeId: row.codeId as CodeId, callId: row.callId as CallId, recipient: row.recipient }
}

/** Notes one attempt; `queued` means that another one follows. A message that was sent stays as it is. */
export async function settleMessage(
  tx: Tx,
  id: MessageId,
  result: {
    state: MessageState
    subject: string | null
    reason: string | null
    providerId: string | null
    at: Temporal.Instant
  },
): Promise<void> {
  await tx
    .updateTable('message')
    .set(row => ({
      state: result.state,
      subject: result.subject,
      reason: result.reason,
      provider_id: result.providerId,
      attempts: row('message.attempts', '+', 1),
      sent_at: result.state === 'sent' ? isoText(result.at) : null,
    }))
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.id', '=', id)
    .where('message.state', 'in', UNSENT)
    .execute()
}

/** What is no longer so is not sent any more. One that was sent stays so. */
export async function supersedeMessage(tx: Tx, id: MessageId, reason: string): Promise<void> {
  await tx
    .updateTable('message')
    .set({ state: 'superseded', reason })
    .where('message.tenant_id', '=', tx.tenantId)
    .where('message.id', '=', id)
    .where('message.state', 'in', UNSENT)
    .execute()
}

/** The versions of an appointment that were told or will not be, by the state of what was to tell them. */
export async function settledVersions(
  tx: Tx,
  appointmentId: AppointmentId,
): Promise<ReadonlyArray<{ version: number; state: 'sent' | 'superseded' }>> {
  const { rows } = await sql<{ version: number; state: 'sent' | 'superseded' }>`
    select split_part(message.subject_key, '/', 2)::integer as version, message.state
    from message
    where message.tenant_id = ${tx.tenantId} and message.appointment_id = ${appointmentId}
      and message.state in ('sent', 'superseded')
    union all
    -- Told with its series: every version there was when that was written.
    select (
        select count(*)::integer from appointment_change
        where appointment_change.tenant_id = appointment.tenant_id
          and appointment_change.appointment_id = appointment.id and appointment_change.at <= message.created_at),
      message.state
    from appointment
    join message on message.tenant_id = appointment.tenant_id and message.series_id = appointment.series_id
    where appointment.tenant_id = ${tx.tenantId} and appointment.id = ${appointmentId} and message.state = 'sent'
  `.execute(tx)
  return rows
}

export function subjectKey(appointmentId: string, version: number): string {
  return `${appointmentId}/${version}`
}

function versionIn(key: string): number {
  return Number(key.split('/')[1])
}

type OwnColumns = Omit<Insertable<DB['message']>, 'id' | 'class' | 'channel' | 'request_id'>

/** By e-mail, and about one thing once. */
async function insertOnce(tx: Tx, columns: OwnColumns): Promise<MessageId | null> {
  const id = newId<'message'>()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message')
    .values({ ...columns, id, class: 'transactional', channel: 'email', request_id: currentRequestId() })
    .onConflict(conflict => conflict.constraint('message_once').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? id : null
}
