import { setTimeout as wait } from 'node:timers/promises'
import type { Mail, MailSimulator } from '../../sandbox/mail/start-mail.ts'
import type { Acknowledged } from './callers.ts'
import type { Fleet } from './fleet.ts'

const LONGEST_MS = 180_000

/** Figures that must be zero. */
export type Losses = Readonly<
  Record<
    | 'events_lost'
    | 'events_unprocessed'
    | 'appointments_lost'
    | 'appointments_twice'
    | 'confirmations_lost'
    | 'confirmations_with_two_ids'
    | 'jobs_dead',
    number
  >
>

export type Mails = {
  counts(): { mails: number; messageIds: number }
  /** Recipient → different Message-IDs. */
  idsByRecipient(): ReadonlyMap<string, ReadonlySet<string>>
  stop(): void
}

/** Counts what arrives; the simulator itself keeps the last 500 only. */
export function collectMails(simulator: MailSimulator): Mails {
  const seen = new Set<string>()
  const ids = new Map<string, Set<string>>()
  const look = (): void => {
    for (const mail of simulator.messages()) if (!seen.has(mail.id)) take(mail)
  }
  const take = (mail: Mail): void => {
    seen.add(mail.id)
    const recipient = mail.to[0] ?? ''
    ids.set(recipient, (ids.get(recipient) ?? new Set()).add(mail.message_id ?? ''))
  }
  const timer = setInterval(look, 100)
  const total = () => [...ids.values()].reduce((sum, set) => sum + set.size, 0)
  return {
    counts: () => {
      look()
      return { mails: seen.size, messageIds: total() }
    },
    idsByRecipient: () => ids,
    stop: () => {
      look()
      clearInterval(timer)
    },
  }
}

/** Until no event waits and no job of today is left. */
export async function waitUntilSettled({ query }: Fleet): Promise<void> {
  const deadline = Date.now() + LONGEST_MS
  for (;;) {
    const [row] = await query<{ open: number }>(`
      select (select count(*)::int from inbox where inbox.processed_at is null)
        + (select count(*)::int from graphile_worker.jobs
           where jobs.run_at <= now() + interval '1 minute' and jobs.attempts < jobs.max_attempts) as open`)
    if (row?.open === 0) return
    if (Date.now() > deadline) throw new Error(`${row?.open} events and jobs are still open.`)
    await wait(100)
  }
}

export async function findLosses({ query }: Fleet, done: Acknowledged, mails: Mails): Promise<Losses> {
  const events = await query<{ key: string; open: boolean }>(
    'select inbox.event_key as key, inbox.processed_at is null as open from inbox',
  )
  const keys = new Set(events.map(event => event.key))
  const appointments = await query<{ id: string; email: string }>(
    'select appointment.id, appointment.contact_email as email from appointment',
  )
  const ids = new Set(appointments.map(row => row.id))
  const [dead] = await query<{ count: number }>(
    'select count(*)::int as count from graphile_worker.jobs where jobs.attempts >= jobs.max_attempts',
  )
  const byRecipient = mails.idsByRecipient()
  return {
    events_lost: done.events.filter(key => !keys.has(key)).length,
    events_unprocessed: events.filter(event => event.open).length,
    appointments_lost: done.appointments.filter(id => !ids.has(id)).length,
    appointments_twice: appointments.length - new Set(appointments.map(row => row.email)).size,
    confirmations_lost: appointments.filter(row => !byRecipient.has(row.email)).length,
    confirmations_with_two_ids: [...byRecipient.values()].filter(set => set.size > 1).length,
    jobs_dead: dead?.count ?? 0,
  }
}
