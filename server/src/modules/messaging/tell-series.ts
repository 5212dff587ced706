import type { Tx } from '../../platform/db/database.ts'
import type { CallId, MessageId, SeriesId, TenantId } from '../../platform/ids/ids.ts'
import type { EventDefinition } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { seriesBooked, seriesChanged } from '../scheduling/index.ts'
import { type DefineSending, type Letter, senderOf } from './deliver-message.ts'
import { mailLanguage } from './mail-language.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { renderSeries, type SeriesFacts } from './series-mail.ts'
import { insertSeriesMessage, readUnsentSeries } from './store.ts'

type SeriesVersion = { tenant_id: string; series_id: string; version: number }

/** Tells a series as a whole, once for each of its versions: one e-mail however many appointments it has. */
export function defineSeriesMail(
  { db, jobs, clock, live }: Platform,
  neighbours: MessagingNeighbours,
  defineSending: DefineSending,
): void {
  const { scheduling, customers, tenants } = neighbours

  const send = defineSending({ name: 'messaging.send-series', write })

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

  /** Nothing, once the series was changed again. */
  async function write(tx: Tx, messageId: MessageId): Promise<Letter | null> {
    const message = await readUnsentSeries(tx, messageId)
    const series = message && (await scheduling.readSeries(tx, message.seriesId, clock.now()))
    if (!message || !series) return null
    const { callId, kind } = message
    if (series.version !== message.version)
      return { callId, kind, superseded: 'The series was changed since.' }
    const tenant = await tenants.read(tx)
    const content = renderSeries({
      kind,
      tenant,
      attendee: series.attendeeName,
      service: series.service.name,
      appointments: await scheduling.appointmentsOfSeries(tx, series.id),
      language: await mailLanguage(neighbours, tx, { callId, customerId: series.customerId, tenant }),
      now: clock.now(),
    })
    return { callId, kind, mail: { from: senderOf(tenant), to: message.recipient, ...content } }
  }
}
