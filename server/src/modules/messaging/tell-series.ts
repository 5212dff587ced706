import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { CallId, MessageId, SeriesId, TenantId } from '../../platform/ids/ids.ts'
import type { EventDefinition, JobAttempt } from '../../platform/jobs/jobs.ts'
import { currentRequestId } from '../../platform/observability/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import { seriesBooked, seriesChanged } from '../scheduling/index.ts'
import { mailLanguage } from './mail-language.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { outcomeOf, senderOf } from './send-message.ts'
import { renderSeries, type SeriesFacts } from './series-mail.ts'
import type { EmailChannel } from './smtp-channel.ts'
import { insertSeriesMessage, readUnsentSeries, settleMessage, supersedeMessage } from './store.ts'

const messageJob = z.object({ tenant_id: z.uuid(), message_id: z.uuid() })

type SeriesVersion = { tenant_id: string; series_id: string; version: number }

/** Tells a series as a whole, once for each of its versions: one e-mail however many appointments it has. */
export function defineSeriesMail(
  platform: Platform,
  neighbours: MessagingNeighbours,
  email: EmailChannel,
): void {
  const { db, jobs, clock, live } = platform
  const { scheduling, customers, calls, tenants } = neighbours

  const send = jobs.define({
    name: 'messaging.send-series',
    payload: messageJob,
    priority: 'messages',
    maxAttempts: 16,
    safeToRepeat:
      'A message that was sent or is no longer so is not sent; a repeat after a crash carries the same Message-ID.',
    run: ({ tenant_id, message_id }, attempt) =>
      sendSeries(tenant_id as TenantId, message_id as MessageId, attempt),
  })

  const tell = (event: EventDefinition<SeriesVersion>, name: string, kind: SeriesFacts['kind']): void =>
    jobs.subscribe(event, {
      name,
      payload: event.payload,
      priority: 'messages',
      maxAttempts: 12,
      safeToRepeat: 'The message is unique per series and version; a second insert does nothing.',
      run: ({ tenant_id, series_id, version }) =>
        db.inTenant(tenant_id as TenantId, tx =>
          prepare(tx, { seriesId: series_id as SeriesId, version, kind }),
        ),
    })
  tell(seriesBooked, 'messaging.confirm-booked-series', 'series_confirmation')
  tell(seriesChanged, 'messaging.tell-changed-series', 'series_change')

  async function prepare(
    tx: Tx,
    about: { seriesId: SeriesId; version: number; kind: SeriesFacts['kind'] },
  ): Promise<void> {
    const series = await scheduling.readSeries(tx, about.seriesId, clock.now())
    if (!series) return
    const [first] = await scheduling.appointmentsOfSeries(tx, about.seriesId)
    const known = (await customers.read(tx, [series.customerId])).get(series.customerId)
    const recipient = first?.contactEmail ?? known?.email ?? null
    const callId = series.callId as CallId | null
    const id = await insertSeriesMessage(tx, { ...about, recipient, callId, at: clock.now() })
    if (id === null) return
    await live.announce(tx, { topic: 'message', id, call_id: callId })
    if (recipient !== null) await jobs.enqueue(tx, send, { tenant_id: tx.tenantId, message_id: id })
  }

  async function sendSeries(tenantId: TenantId, messageId: MessageId, attempt: JobAttempt): Promise<void> {
    const work = await db.inTenant(tenantId, tx => write(tx, messageId))
    if (!work) return
    const { callId, kind, at, mail } = work
    const begun = performance.now()
    const providerId = `<${messageId}@askpro.example>`
    const outcome = await outcomeOf(attempt, () => email.send({ tenantId, messageId: providerId, ...mail }))
    await db.inTenant(tenantId, async tx => {
      await settleMessage(tx, messageId, { ...outcome, subject: mail.subject, providerId, at: clock.now() })
      await live.announce(tx, { topic: 'message', id: messageId, call_id: callId })
      if (callId === null || outcome.state === 'queued') return
      await calls.recordEntry(tx, {
        callId,
        kind: 'message',
        name: kind,
        at,
        result: { channel: 'email', state: outcome.state, problem: outcome.reason },
        tookMs: performance.now() - begun,
        requestId: currentRequestId() ?? '',
      })
    })
    if ('problem' in outcome) throw outcome.problem
  }

  /** The mail, or nothing: then the series was changed since, and the message says that. */
  async function write(tx: Tx, messageId: MessageId) {
    const message = await readUnsentSeries(tx, messageId)
    const series = message && (await scheduling.readSeries(tx, message.seriesId, clock.now()))
    if (!message || !series) return null
    if (series.version !== message.version) {
      await supersedeMessage(tx, messageId, 'The series was changed since.')
      return null
    }
    const tenant = await tenants.read(tx)
    const { callId, kind } = message
    const at = clock.now()
    const content = renderSeries({
      kind,
      tenant,
      attendee: series.attendeeName,
      service: series.service.name,
      appointments: await scheduling.appointmentsOfSeries(tx, series.id),
      language: await mailLanguage(neighbours, tx, { callId, customerId: series.customerId, tenant }),
      now: at,
    })
    return { callId, kind, at, mail: { from: senderOf(tenant), to: message.recipient, ...content } }
  }
}
