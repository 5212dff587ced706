import type { Dice } from '../dice.ts'
import type { Ledger } from './ledger.ts'
import type { PatientClient } from './patient-client.ts'
import { type Business, invent } from './phone-caller.ts'

const HORIZON_DAYS = 100

/** One booking by an integrator: free times, at times a hold, then the appointment under an Idempotency-Key. */
export async function apiBooking(
  line: { readonly client: PatientClient; readonly ledger: Ledger; readonly dice: Dice },
  business: Business,
  number: string,
): Promise<void> {
  const { client, ledger, dice } = line
  const service = dice.pick(business.services)
  const from = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: dice.between(1, HORIZON_DAYS) })
  const range = `from=${from}&to=${from.add({ days: 7 })}&limit=40`
  const free = await client.get(`/api/v1/availability?service=${service.id}&${range}`, business.key)
  const slots = (free.body.items ?? []) as ReadonlyArray<{ readonly token: string }>
  if (slots.length === 0) return
  const { token: offered } = dice.pick(slots)
  const token = dice.chance(0.4) ? await hold(line, business, { token: offered, number }) : offered
  if (token === null) return

  const key = `verify-${number}`
  const { name, email } = invent(dice, number)
  const body = { token, customer: { name, ...(email === null ? {} : { email }) }, note: key }
  const times = dice.chance(0.3) ? 2 : 1
  const request = { key: business.key, idempotencyKey: key, body }
  const answers = await Promise.all(
    Array.from({ length: times }, () => client.post('/api/v1/appointments', request)),
  )
  const ids = new Set(answers.map(answer => (answer.status === 201 ? answer.body.id : null)))
  if (ids.size > 1) ledger.problems.push(`${key}: sent twice, answered ${[...ids].join(' and ')}.`)
  const booked = answers.find(answer => answer.status === 201)?.body
  if (booked)
    ledger.apiBookings.push({ key, id: String(booked.id), reference: String(booked.reference), email })
  else if (answers.every(answer => answer.status === 409)) ledger.refusedKeys.push(key)
  else ledger.problems.push(`${key} was answered ${answers.map(answer => answer.status).join(' and ')}.`)
}

async function hold(
  { client, ledger }: { readonly client: PatientClient; readonly ledger: Ledger },
  business: Business,
  wish: { readonly token: string; readonly number: string },
): Promise<string | null> {
  const held = await client.post('/api/v1/holds', {
    key: business.key,
    idempotencyKey: `verify-hold-${wish.number}`,
    body: { token: wish.token },
  })
  if (held.status === 201) return String(held.body.token)
  if (held.status !== 409) ledger.problems.push(`A hold was answered ${held.status}.`)
  return null
}
