import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type PhoneCall, phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

/** A day as callers name it, `weeks` from this week: "am 15.12.2026". Tuesday is 2. */
function dayIn(weeks: number, weekday: number): string {
  const today = Temporal.Now.plainDateISO('Europe/Berlin')
  const day = today.add({ days: weeks * 7 + weekday - today.dayOfWeek })
  return `am ${day.day}.${day.month}.${day.year}`
}

const NAMES = ['Petra Lindner', 'Jan Ottmar', 'Sabine Wolter', 'Thomas Behrend']

async function offeredTo(call: PhoneCall, when: string): Promise<Array<{ token: string; spoken: string }>> {
  const { body } = await call.tool('find_slots', { service: 'Herrenschnitt', when })
  expect(body.status).toBe('free')
  return body.slots
}

describe('100 callers book the same slot at once', () => {
  let answers: Array<Awaited<ReturnType<PhoneCall['tool']>>>
  let wanted: { token: string; spoken: string }

  beforeAll(async () => {
    const [slot] = await offeredTo(
      phoneCall(product, { id: 'call_asks_first' }),
      'übernächste Woche Mittwoch Vormittag',
    )
    if (!slot) throw new Error('Nothing is free.')
    wanted = slot
    const callers = Array.from({ length: 100 }, (_, index) =>
      phoneCall(product, {
        id: `call_racer_${index}`,
        from: `+4917139200${String(index % 100).padStart(2, '0')}`,
      }),
    )
    answers = await Promise.all(
      callers.map((caller, index) =>
        caller.tool('book_appointment', { token: wanted.token, name: NAMES[index % 4] }),
      ),
    )
  })

  test('one is booked and 99 are told that it is taken (failure 43)', () => {
    const statuses = Map.groupBy(answers, answer => answer.body.status)
    expect(statuses.get('booked')).toHaveLength(1)
    expect(statuses.get('taken')).toHaveLength(99)
  })

  test('nobody gets an error', () => {
    expect(answers.every(answer => answer.status === 200)).toBe(true)
  })

  test('whoever lost is offered other times, and never the one that is gone', () => {
    for (const { body } of answers.filter(answer => answer.body.status === 'taken')) {
      expect(body.alternatives.length).toBeGreaterThan(0)
      expect(body.alternatives.map((slot: { spoken: string }) => slot.spoken)).not.toContain(wanted.spoken)
    }
  })

  test('the database has one appointment, and nobody who lost became a customer', async () => {
    expect(await product.database.query('select id from appointment')).toHaveLength(1)
    expect(await product.database.query('select id from customer')).toHaveLength(1)
  })
})

describe('One caller, the same booking ten times at once', () => {
  let answers: Array<Awaited<ReturnType<PhoneCall['tool']>>>

  beforeAll(async () => {
    const call = phoneCall(product, { id: 'call_stutters' })
    const [slot] = await offeredTo(call, 'übernächste Woche Donnerstag')
    const wish = { token: slot?.token, name: 'Petra Lindner', email: 'petra@example.org' }
    answers = await Promise.all(Array.from({ length: 10 }, () => call.tool('book_appointment', wish)))
  })

  test('it is one appointment', async () => {
    const rows = await product.database.query(
      "select appointment.id from appointment join call on call.id = appointment.call_id where call.provider_call_id = 'call_stutters'",
    )
    expect(rows).toHaveLength(1)
  })

  test('all ten answers are the same', () => {
    expect(new Set(answers.map(answer => JSON.stringify(answer.body))).size).toBe(1)
    expect(answers[0]?.body.status).toBe('booked')
  })
})

describe('One caller, two slots (failure 46: the second is not answered with the first)', () => {
  test('they are two appointments', async () => {
    const call = phoneCall(product, { id: 'call_two_slots' })
    const [first] = await offeredTo(call, 'übernächste Woche Freitag Vormittag')
    const booked = await call.tool('book_appointment', { token: first?.token, name: 'Jan Ottmar' })
    const [second] = await offeredTo(call, 'übernächste Woche Freitag Nachmittag')
    const again = await call.tool('book_appointment', { token: second?.token, name: 'Jan Ottmar' })
    expect([booked.body.status, again.body.status]).toEqual(['booked', 'booked'])
    expect(booked.body.reference).not.toBe(again.body.reference)
  })
})

describe('The same slot with another name', () => {
  test('corrects the attendee and keeps the change', async () => {
    const call = phoneCall(product, { id: 'call_corrects' })
    const [slot] = await offeredTo(call, 'übernächste Woche Samstag')
    const first = await call.tool('book_appointment', { token: slot?.token, name: 'Petra Lindne' })
    const second = await call.tool('book_appointment', { token: slot?.token, name: 'Petra Lindner' })
    expect(second.body).toMatchObject({ status: 'booked', reference: first.body.reference })
    const rows = await product.database.query(
      `select appointment.attendee_name, (select count(*)::int from appointment_change
         where appointment_change.appointment_id = appointment.id) as changes
       from appointment where appointment.reference = $1`,
      [first.body.reference],
    )
    expect(rows).toEqual([{ attendee_name: 'Petra Lindner', changes: 2 }])
  })
})

describe('A held slot', () => {
  test('is taken for everybody else and free for its holder (failure 44)', async () => {
    const holder = phoneCall(product, { id: 'call_holds', from: '+491713920031' })
    const other = phoneCall(product, { id: 'call_wants_it_too', from: '+491713920032' })
    const [slot] = await offeredTo(holder, 'übernächste Woche Dienstag Nachmittag')
    expect((await holder.tool('hold_slot', { token: slot?.token })).body.status).toBe('held')
    expect((await other.tool('hold_slot', { token: slot?.token })).body.status).toBe('taken')
    expect(
      (await other.tool('book_appointment', { token: slot?.token, name: 'Jan Ottmar' })).body.status,
    ).toBe('taken')
    expect(
      (
        await holder.tool('find_slots', {
          service: 'Herrenschnitt',
          when: 'übernächste Woche Dienstag Nachmittag',
        })
      ).body.slots[0].spoken,
    ).toBe(slot?.spoken)
    expect(
      (await holder.tool('book_appointment', { token: slot?.token, name: 'Petra Lindner' })).body.status,
    ).toBe('booked')
  })

  test('held twice by the same caller is one hold', async () => {
    const call = phoneCall(product, { id: 'call_holds_twice' })
    const [slot] = await offeredTo(call, 'übernächste Woche Mittwoch Nachmittag')
    await Promise.all([
      call.tool('hold_slot', { token: slot?.token }),
      call.tool('hold_slot', { token: slot?.token }),
    ])
    const rows = await product.database.query(
      "select id from hold where holder like 'call:%' and expires_at > now()",
    )
    expect(rows).toHaveLength(1)
  })
})

describe('A caller who holds one slot after the other', () => {
  test('keeps the last three', async () => {
    const call = phoneCall(product, { id: 'call_greedy', from: '+491713920041' })
    for (const day of [2, 3, 5, 6, 4]) {
      const { body } = await call.tool('find_slots', { service: 'Föhnen', when: dayIn(4, day) })
      expect((await call.tool('hold_slot', { token: body.slots[0].token })).body.status).toBe('held')
    }
    const rows = await product.database.query(
      "select hold.id from hold join call on hold.holder = 'call:' || call.id where call.provider_call_id = 'call_greedy'",
    )
    expect(rows).toHaveLength(3)
  })
})

describe('"Geht es auch früher?"', () => {
  test('offers what lies before the first offer, closest first', async () => {
    const call = phoneCall(product, { id: 'call_earlier', from: '+491713920042' })
    const wish = { service: 'Föhnen', when: dayIn(3, 4) }
    const [first] = (await call.tool('find_slots', wish)).body.slots
    const { body } = await call.tool('find_slots', { ...wish, before_slot: first.token })
    expect(body.status).toBe('free')
    expect(body.slots[0].spoken).toMatch(/^Mittwoch/)
  })
})

describe('An address given after the booking', () => {
  test('is kept, and the confirmation goes out after all', async () => {
    const call = phoneCall(product, { id: 'call_late_email', from: '+491713920043' })
    const { body } = await call.tool('find_slots', { service: 'Föhnen', when: dayIn(3, 5) })
    const wish = { token: body.slots[0].token, name: 'Sabine Wolter' }
    await call.tool('book_appointment', wish)
    const again = await call.tool('book_appointment', { ...wish, email: 'Sabine @ example.org' })
    expect(again.body.say).toContain('per E-Mail')
    const mail = await product.mail.waitForMessage(item => item.to.includes('sabine@example.org'))
    expect(mail.subject).toContain('Ihr Termin bei Salon Morgenrot')
  })

  test('leaves its record beside the booking, as every change does (invariant 5)', async () => {
    const changes = await product.database.query(
      `select change.kind, change.actor = 'call:' || call.id as by_caller, change.request_id is not null as traced,
         change.after->'completed' as completed, appointment.version
       from appointment_change as change
       join appointment on appointment.id = change.appointment_id
       join call on call.id = appointment.call_id and call.provider_call_id = 'call_late_email'
       order by change.at, change.id`,
    )
    expect(changes).toEqual([
      { kind: 'booked', by_caller: true, traced: true, completed: null, version: 2 },
      { kind: 'contact_completed', by_caller: true, traced: true, completed: ['contact_email'], version: 2 },
    ])
    expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
  })
})
