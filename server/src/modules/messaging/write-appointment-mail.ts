import type { Tx } from '../../platform/db/database.ts'
import type { MessageId } from '../../platform/ids/ids.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { renderMail } from './confirmation.ts'
import { type Letter, senderOf } from './deliver-message.ts'
import { mailLanguage } from './mail-language.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { readUnsent, settledVersions } from './store.ts'
import { whatToTell } from './what-to-tell.ts'

/** Words a message about one appointment from how that is now; nothing, once what it said is no longer so. */
export async function writeAppointmentMail(
  tx: Tx,
  messageId: MessageId,
  { neighbours, clock }: { neighbours: MessagingNeighbours; clock: Clock },
): Promise<Letter | null> {
  const message = await readUnsent(tx, messageId)
  const appointment = message && (await neighbours.scheduling.readAppointment(tx, message.appointmentId))
  if (!message || !appointment) return null
  const { kind, callId, recipient: to } = message
  const changes = await neighbours.scheduling.changesOf(tx, appointment.id)
  const settled = await settledVersions(tx, appointment.id)
  const telling = whatToTell({ message, appointment, changes, settled })
  if (telling.kind === 'superseded') return { kind, callId, superseded: telling.reason }
  const tenant = await neighbours.tenants.read(tx)
  const language = await mailLanguage(neighbours, tx, { ...appointment, tenant })
  const from = senderOf(tenant)
  const was = kind === 'change' ? telling.was : null
  const facts = { kind, was, fee: telling.fee, from, to, tenant, appointment, language }
  return { kind, callId, mail: { from, to, ...renderMail({ ...facts, now: clock.now() }) } }
}
