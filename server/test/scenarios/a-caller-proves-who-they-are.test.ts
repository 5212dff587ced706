import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { textCall } from '../support/text-call.ts'
import { type PhoneCall, phoneCall } from '../support/tool-caller.ts'

const START = '2099-11-23T09:00:00+01:00'
const PHONE = '+493023125311'
const MAIL = 'petra.lindner@beispiel.example'
const clock = fixedClock(START)
let product: TestProduct
let reference: string
let calls = 0

beforeAll(async () => {
  product = await startProduct({ clock })
  const person = { name: 'Petra Lindner', phones: [PHONE], email: MAIL, date_of_birth: '1985-03-14' }
  const { status, body: customer } = await product.post('/api/v1/customers', product.keys.salon, person)
  expect(status).toBe(201)
  const path = '/api/v1/availability?service=F%C3%B6hnen&from=2099-12-08&to=2099-12-10&limit=1'
  const { body: free } = await product.get(path, product.keys.salon)
  const booked = await product.post('/api/v1/appointments', product.keys.salon, {
    token: free.items[0].token,
    customer: { id: customer.id },
  })
  reference = booked.body.reference
  await product.settled()
})
afterAll(() => product.stop())
beforeEach(async () => {
  // An hour each, so that codes of an earlier test limit none of the next.
  clock.set(clock.now().add({ hours: 2 }).toString())
  product.mail.clear()
  product.mail.setFaults({})
  await settings({ hear: 'code', move: 'code', cancel: 'code' })
})

async function settings(identity: Record<string, string>): Promise<void> {
  const request = { method: 'PATCH', path: '/api/v1/settings', key: product.keys.salon }
  expect((await send(product.url, { ...request, body: { identity } })).status).toBe(200)
}

function ring(from: string | null = PHONE): PhoneCall {
  calls += 1
  return phoneCall(product, { id: `call_proof_${calls}`, from, clock })
}

async function codeInMail(): Promise<string> {
  const mail = await product.mail.waitForMessage(({ subject }) => subject?.startsWith('Ihr Code') ?? false)
  const code = /\b\d{6}\b/.exec(mail.text)?.[0]
  if (code === undefined) throw new Error('There is no code in the mail.')
  return code
}

const wrongFor = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const body = async (call: PhoneCall, name: string, args: unknown = {}): Promise<Json> =>
  (await call.tool(name, args)).body

describe('Where a business wants a code', () => {
  test('nothing is told or changed before it, and the answer says what is missing', async () => {
    const call = ring()
    for (const [tool, args] of [
      ['my_appointments', {}],
      ['cancel_appointment', { reference, confirmed: true }],
      ['move_appointment', { reference }],
    ] as const) {
      const answer = await body(call, tool, args)
      expect(answer).toMatchObject({ status: 'not_identified', proof: 'code' })
      expect(JSON.stringify(answer)).not.toMatch(/Föhnen|Lindner|beispiel/)
    }
  })

  test('the code goes to the address we know, and after it appointments are told', async () => {
    const call = ring()
    const sent = await body(call, 'send_code', { channel: 'E-Mail an jemand@anders.example' })
    expect(sent).toMatchObject({ status: 'sent' })
    expect(JSON.stringify(sent)).not.toContain(MAIL)
    const code = await codeInMail()
    expect(product.mail.messages().map(({ to }) => to)).toEqual([[MAIL]])
    expect(await body(call, 'verify_code', { code: [...code].join(' ') })).toMatchObject({
      status: 'verified',
    })
    expect(await body(call, 'my_appointments')).toMatchObject({
      status: 'ok',
      appointments: [{ reference, service: 'Föhnen' }],
    })
  })

  test('the code is in no row, no payload and no timeline', async () => {
    const call = ring()
    await body(call, 'send_code')
    const code = await codeInMail()
    await body(call, 'verify_code', { code })
    await product.settled()
    const rows = await product.database.query(
      `select 1 from one_time_code where one_time_code::text like $1
       union all select 1 from message where message::text like $1
       union all select 1 from call_event where call_event::text like $1`,
      [`%${code}%`],
    )
    expect(rows).toEqual([])
  })

  test('what was proven in one call counts in no other', async () => {
    const call = ring()
    await body(call, 'send_code')
    const code = await codeInMail()
    await body(call, 'verify_code', { code })
    const other = ring()
    expect(await body(other, 'my_appointments')).toMatchObject({ status: 'not_identified' })
    expect(await body(other, 'verify_code', { code })).toMatchObject({ status: 'no_channel' })
  })

  test('the third wrong answer makes the right one worthless', async () => {
    const call = ring()
    await body(call, 'send_code')
    const code = await codeInMail()
    const tries = []
    for (let attempt = 0; attempt < 3; attempt += 1)
      tries.push((await body(call, 'verify_code', { code: wrongFor(code) })).status)
    expect(tries).toEqual(['wrong', 'wrong', 'too_many'])
    expect(await body(call, 'verify_code', { code })).toMatchObject({ status: 'too_many' })
    expect(await body(call, 'my_appointments')).toMatchObject({ status: 'not_identified' })
  })

  test('twenty guesses at once are three', async () => {
    const call = ring()
    await body(call, 'send_code')
    const code = await codeInMail()
    const guesses = Array.from({ length: 20 }, () => body(call, 'verify_code', { code: wrongFor(code) }))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter(status => status === 'wrong')).toHaveLength(2)
    expect(statuses.filter(status => status === 'too_many')).toHaveLength(18)
  })

  test('asked for twice it is one code in one mail', async () => {
    const call = ring()
    await Promise.all([body(call, 'send_code'), body(call, 'send_code')])
    await codeInMail()
    await product.settled()
    expect(product.mail.messages()).toHaveLength(1)
  })

  test('after ten minutes it is too old', async () => {
    const call = ring()
    await body(call, 'send_code')
    const code = await codeInMail()
    clock.advance(10 * 60_000)
    expect(await body(call, 'verify_code', { code })).toMatchObject({ status: 'no_channel' })
  })

  test('a call gets three codes, and a mailbox five within the hour', async () => {
    const statuses = []
    for (const call of [ring(), ring()])
      for (let count = 0; count < 4; count += 1) {
        statuses.push((await body(call, 'send_code')).status)
        // A wrong answer, so that the next request means another code.
        await body(call, 'verify_code', { code: '000000' })
      }
    expect(statuses).toEqual(['sent', 'sent', 'sent', 'too_many', 'sent', 'sent', 'too_many', 'too_many'])
  })

  test('an address that came by a call is sent nothing: the number may be forged', async () => {
    const forged = '+493023125312'
    const person = { name: 'Jana Petersen', phones: [forged] }
    expect((await product.post('/api/v1/customers', product.keys.salon, person)).status).toBe(201)
    const first = ring(forged)
    const found = await body(first, 'find_slots', { service: 'Föhnen', when: '9. Dezember vormittags' })
    const booking = { token: found.slots[0].token, name: 'Jana Petersen', email: 'fremd@anders.example' }
    expect(await body(first, 'book_appointment', booking)).toMatchObject({ status: 'booked' })
    expect(await body(ring(forged), 'send_code')).toMatchObject({ status: 'no_channel' })
    await product.settled()
  })

  test('text messages are not pretended (failure 89)', async () => {
    expect(await body(ring(), 'send_code', { channel: 'sms' })).toMatchObject({ status: 'no_channel' })
    await product.settled()
    expect(product.mail.messages()).toEqual([])
  })

  test('whoever withholds the number, or is unknown, is sent nothing and may book', async () => {
    for (const from of [null, '+493023125399']) {
      const call = ring(from)
      expect(await body(call, 'send_code')).toMatchObject({ status: 'no_channel' })
      expect(await body(call, 'my_appointments')).toMatchObject({ status: 'not_identified' })
      expect(await body(call, 'find_slots', { service: 'Föhnen', when: 'morgen' })).not.toMatchObject({
        status: 'not_identified',
      })
    }
    await product.settled()
    expect(product.mail.messages()).toEqual([])
  })

  test.each([42, null, '', 'keine Ahnung', { code: 1 }, ['1']])(
    'whatever a model sends for a code (%j) is asked for or wrong, never an error (failure 72)',
    async code => {
      expect(await body(ring(), 'verify_code', { code })).toMatchObject({
        status: expect.stringMatching(/^(ask|no_channel)$/),
        say: expect.any(String),
      })
    },
  )
})

describe('Where a business wants a date of birth', () => {
  beforeEach(() => settings({ hear: 'number_and_birth_date', cancel: 'code' }))

  test('the right one tells appointments, and is not enough where a code is wanted', async () => {
    const call = ring()
    expect(await body(call, 'my_appointments')).toMatchObject({ proof: 'birth_date' })
    expect(await body(call, 'verify_code', { code: '14. März 1985' })).toMatchObject({ status: 'verified' })
    expect(await body(call, 'my_appointments')).toMatchObject({ status: 'ok' })
    expect(await body(call, 'cancel_appointment', { reference })).toMatchObject({ proof: 'code' })
  })

  test('three wrong ones end it', async () => {
    const call = ring()
    const tries = []
    for (const code of ['1.1.1980', '2.1.1980', '3.1.1980', '14.3.1985'])
      tries.push((await body(call, 'verify_code', { code })).status)
    expect(tries).toEqual(['wrong', 'wrong', 'too_many', 'too_many'])
    expect(await body(call, 'my_appointments')).toMatchObject({ status: 'not_identified' })
  })

  test('the date is in no timeline', async () => {
    const call = ring()
    await body(call, 'verify_code', { code: '14. März 1985' })
    expect(
      await product.database.query("select 1 from call_event where call_event::text like '%1985%'"),
    ).toEqual([])
  })
})

describe('In a conversation', () => {
  test('the receptionist sends a code, asks for it, and goes on with what was wanted', async () => {
    const call = await textCall(product, 'salon', { from: PHONE })
    const asked = await call.say('Wann ist denn mein Termin?')
    expect(asked.acts).toEqual(['ask_code'])
    expect(asked.text).not.toContain(MAIL)
    const code = await codeInMail()
    expect((await call.say(wrongFor(code))).acts).toEqual(['ask_code'])
    const told = await call.say(`Der Code ist ${[...code].join(' ')}`)
    expect(told.acts).toContain('list_appointments')
    expect(told.text).toContain('Föhnen')
  })

  test('who has no code is offered a callback and told nothing', async () => {
    const call = await textCall(product, 'salon', { from: PHONE })
    await call.say('Ich möchte meinen Termin absagen')
    const { acts, text } = await call.say('Nein, an die Mails komme ich nicht')
    expect(acts).toContain('offer_callback')
    expect(text).not.toContain('Föhnen')
  })

  test('a practice asks for it without being told, and for moving it does not', async () => {
    const path = '/api/v1/settings'
    const { practice } = product.keys
    await send(product.url, { method: 'PATCH', path, key: practice, body: { identity: {} } })
    await product.post('/api/v1/customers', practice, { name: 'Ole Brandt', phones: [PHONE], email: MAIL })
    const call = phoneCall(product, { id: 'call_proof_practice', to: '+493023125002', from: PHONE, clock })
    expect((await call.tool('my_appointments', {})).body).toMatchObject({ proof: 'code' })
    expect((await call.tool('cancel_appointment', {})).body).toMatchObject({ proof: 'code' })
    expect((await call.tool('move_appointment', {})).body.proof).toBeUndefined()
  })
})
