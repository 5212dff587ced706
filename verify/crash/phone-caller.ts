import type { Dice } from '../dice.ts'
import type { Ledger } from './ledger.ts'
import type { Answer, PatientClient } from './patient-client.ts'

/** A business that can be called, and what it offers. */
export type Business = {
  readonly slug: string
  readonly number: string
  readonly key: string
  readonly services: ReadonlyArray<{ readonly id: string; readonly name: string }>
}

type Line = { readonly client: PatientClient; readonly ledger: Ledger; readonly dice: Dice }
type Call = Readonly<Record<string, unknown>> & { readonly call_id: string }
type Slot = { readonly token: string }

const FIRST_NAMES = ['Petra', 'Lukas', 'Sabine', 'Martin', 'Ulrike', 'Stefan', 'Heike', 'Thomas', 'Renate']
const LAST_NAMES = ['Lindner', 'Brandt', 'Hofmann', 'Seidel', 'Krüger', 'Vogt', 'Albrecht', 'Neumann', 'Böhm']
const PHRASES = ['morgen', 'übermorgen', 'nächste Woche Mittwoch', 'Donnerstag Vormittag', 'in drei Wochen']
const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const HORIZON_DAYS = 110

/**
 * One phone call as Retell reports it: events and tool calls, signed, some of them doubled, the last events in any
 * order. Writes into the ledger what was answered.
 */
export async function phoneCall(line: Line, business: Business, number: string): Promise<void> {
  const { dice, ledger } = line
  const startedAt = Date.now()
  const call: Call = {
    call_id: `call_${number}`,
    call_type: 'phone_call',
    direction: 'inbound',
    from_number: dice.chance(0.2)
      ? 'anonymous'
      : `+4917139200${String(dice.between(0, 99)).padStart(2, '0')}`,
    to_number: business.number,
    start_timestamp: startedAt,
  }
  const started = sendEvent(line, 'call_started', call)
  const booked = await bookOnThePhone(line, business, call)
  if (!booked) ledger.refusedCalls.push(call.call_id)
  await started
  const over = {
    ...call,
    end_timestamp: Date.now(),
    disconnection_reason: 'user_hangup',
    transcript_object: [{ role: 'agent', content: 'Hier spricht die KI-Assistenz.' }],
  }
  const last = ['call_ended', 'call_analyzed'] as const
  if (dice.chance(0.3)) await Promise.all(last.map(event => sendEvent(line, event, over)))
  else for (const event of dice.chance(0.3) ? last.toReversed() : last) await sendEvent(line, event, over)
}

/** A name, an address, a day: what callers say. */
export function invent(dice: Dice, number: string): { name: string; email: string | null } {
  return {
    name: `${dice.pick(FIRST_NAMES)} ${dice.pick(LAST_NAMES)}`,
    email: dice.chance(0.6) ? `crash-${number}@example.org` : null,
  }
}

async function sendEvent({ client, ledger, dice }: Line, event: string, call: Call): Promise<void> {
  const body = JSON.stringify({ event, call })
  const times = dice.chance(0.3) ? 2 : 1
  const answers = await Promise.all(Array.from({ length: times }, () => client.webhook(body)))
  for (const { status } of answers) {
    if (status === 204) ledger.webhooks.add(`${event}/${call.call_id}`)
    else ledger.problems.push(`${event} of ${call.call_id} was answered ${status}.`)
  }
}

async function bookOnThePhone(line: Line, business: Business, call: Call): Promise<boolean> {
  const { dice, ledger } = line
  const { name, email } = invent(dice, call.call_id.slice('call_'.length))
  const when = dice.chance(0.3) ? dice.pick(PHRASES) : dayPhrase(dice)
  const found = await useTool(line, call, 'find_slots', { service: dice.pick(business.services).name, when })
  const slots = (found.body.slots ?? []) as readonly Slot[]
  if (slots.length === 0) return false
  const { token } = dice.pick(slots)
  if (dice.chance(0.7)) await useTool(line, call, 'hold_slot', { token })
  const wish = { token, name, ...(email === null ? {} : { email }) }
  const times = dice.chance(0.3) ? 2 : 1
  const answers = await Promise.all(
    Array.from({ length: times }, () => useTool(line, call, 'book_appointment', wish)),
  )
  const references = new Set(answers.map(({ body }) => (body.status === 'booked' ? body.reference : null)))
  if (references.size > 1)
    ledger.problems.push(`${call.call_id}: asked twice, answered ${[...references].join(' and ')}.`)
  const booked = answers.find(({ body }) => body.status === 'booked')?.body
  if (booked)
    ledger.phoneBookings.push({
      providerCallId: call.call_id,
      reference: String(booked.reference),
      startsAt: String(booked.starts_at),
      email,
    })
  return booked !== undefined
}

async function useTool(
  { client, ledger }: Line,
  call: Call,
  name: string,
  args: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const answer = await client.tool(JSON.stringify({ name, call, args }))
  if (answer.status !== 200) ledger.problems.push(`${name} of ${call.call_id} was answered ${answer.status}.`)
  return answer
}

function dayPhrase(dice: Dice): string {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: dice.between(1, HORIZON_DAYS) })
  return `am ${day.day}. ${MONTHS[day.month - 1]}`
}
