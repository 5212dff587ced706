import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { textCall } from '../support/text-call.ts'

let product: TestProduct

/** A Friday morning so far ahead that the end of no call is overdue; the salon is open until six. */
beforeAll(async () => {
  product = await startProduct({ clock: fixedClock('2099-11-20T09:00:00Z') })
})
afterAll(() => product.stop())

const english = { language: 'en' } as const

async function appointmentOf(callId: string) {
  const [row] = await product.database.query<{ attendee_name: string; starts: string; service: string }>(
    `select appointment.attendee_name, to_char(appointment.starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as starts,
       service_version.name as service
     from appointment
     join service_version on service_version.tenant_id = appointment.tenant_id
       and service_version.service_id = appointment.service_id and service_version.version = appointment.service_version
     where appointment.call_id = '${callId}'`,
  )
  return row
}

async function callbackOf(callId: string) {
  const [row] = await product.database.query<{
    reason: string
    name: string | null
    phone_e164: string | null
  }>(`select reason, name, phone_e164 from callback_request where call_id = '${callId}'`)
  return row
}

const german = /\b(?:Uhr|und|oder|der|die|das|um|bei|ist|Sie|nicht|leider|Termin)\b/

describe('At the salon', () => {
  test('a caller books a haircut in English and gets an English e-mail', async () => {
    const call = await textCall(product, 'salon', { ...english, from: '+491713920021' })
    expect(call.greeting.text).toBe(
      'Hello, this is Salon Morgenrot. You are speaking with the digital assistant, an AI. What can I do for you?',
    )
    const offer = await call.say("I'd like a men's haircut on Tuesday at half past two")
    expect(offer.acts).toEqual(['offer'])
    expect(offer.text).toContain('on Tuesday, the twenty-fourth of November, at two thirty p.m.')
    expect((await call.say('Yes, that suits me')).acts).toEqual(['ask_name'])
    const readBack = await call.sayAll('Peter Brown', 'peter.brown@example.com')
    expect(readBack.text).toContain('under the name Peter Brown')
    const booked = await call.say('Yes please, go ahead')
    expect(booked.text).toMatch(
      /^Your appointment is booked: Haarschnitt Herren on Tuesday, the twenty-fourth/,
    )
    expect(booked.text).not.toMatch(german)
    expect((await call.say("No, that's all, thank you. Goodbye!")).ended).toBe(true)
    expect(await appointmentOf(call.id)).toEqual({
      attendee_name: 'Peter Brown',
      starts: '2099-11-24 14:30',
      service: 'Haarschnitt Herren',
    })
    await product.settled()
    const mail = product.mail.messages().find(message => message.to.includes('peter.brown@example.com'))
    expect(mail?.subject).toMatch(
      /^Your appointment at Salon Morgenrot: Tuesday,? 24 November 2099 at 14:30$/,
    )
    expect((await call.detail()).language).toBe('en')
  })

  test('who booked in English is greeted in English the next time', async () => {
    const call = await textCall(product, 'salon', { from: '+491713920021' })
    expect(call.greeting.text).toMatch(/^Hello, this is Salon Morgenrot/)
  })

  test('a caller whom nobody knows is greeted in the language of the business', async () => {
    const call = await textCall(product, 'salon', { from: '+491713920022' })
    expect(call.greeting.text).toMatch(/^Guten Tag/)
  })

  test('which haircut is meant is asked back', async () => {
    const call = await textCall(product, 'salon', { ...english, from: '+491713920023' })
    expect((await call.say('Hi, I need a haircut next week')).acts).toEqual(['clarify_service'])
    expect((await call.say('for my daughter')).acts).toEqual(['offer'])
  })

  test('prices and opening hours are told in words', async () => {
    const call = await textCall(product, 'salon', english)
    expect((await call.say('How much is a blow dry?')).text).toContain(
      'Föhnen takes twenty minutes and costs twenty-two euros.',
    )
    const hours = await call.say('And when are you open?')
    expect(hours.text).toContain(
      'Tuesday to Friday from nine a.m. to six p.m. and Saturday from nine a.m. to two p.m.',
    )
    expect(hours.text).not.toMatch(german)
  })

  test('a callback is noted in German for people who read that the caller speaks English', async () => {
    const call = await textCall(product, 'salon', { ...english, from: '+491713920024' })
    const noted = await call.sayAll('Can someone please call me back about a wedding?', 'Mary Smith')
    expect(noted.text).toMatch(
      /^I have noted that you will be called back, by Friday, the twentieth of November, at/,
    )
    expect(await callbackOf(call.id)).toEqual({
      reason: 'Spricht Englisch; Gesagt: „Can someone please call me back about a wedding?“',
      name: 'Mary Smith',
      phone_e164: '+491713920024',
    })
  })

  test('a closed day is called closed and another is offered', async () => {
    const call = await textCall(product, 'salon', english)
    const answer = await call.say("A men's haircut on Monday, please")
    expect(answer.text).toContain('I am afraid we are closed then.')
    expect(answer.acts).toContain('offer')
  })

  test('an ambiguous weekday is asked back with full dates', async () => {
    const call = await textCall(product, 'salon', english)
    const asked = await call.say("A men's haircut next Saturday at ten")
    expect(asked.acts).toEqual(['clarify_day'])
    expect(asked.text).toContain('Saturday, the twenty-first of November')
    expect((await call.say('the first one')).acts).toContain('offer')
  })

  test('a weekday that does not fit its date is asked back', async () => {
    const call = await textCall(product, 'salon', english)
    expect((await call.say("A men's haircut on Tuesday, December 24th")).text).toContain(
      'The weekday and the date do not match.',
    )
  })

  test('the caller corrects name and time before anything is booked', async () => {
    const call = await textCall(product, 'salon', { ...english, from: '+491713920025' })
    await call.sayAll(
      'A blow dry on Wednesday at ten with Mara',
      'the first one',
      'Anna Miller',
      'no thank you',
    )
    expect((await call.say('Not Anna, Hanna')).text).toContain('under the name Hanna Miller')
    const moved = await call.say("No, rather at eleven o'clock")
    expect(moved.acts).toContain('offer')
    expect(await appointmentOf(call.id)).toBeUndefined()
    await call.sayAll('the first one', 'yes')
    expect(await appointmentOf(call.id)).toMatchObject({
      attendee_name: 'Hanna Miller',
      starts: '2099-11-25 11:00',
    })
  })

  test('a spelled name and a number read out arrive as they were meant', async () => {
    const call = await textCall(product, 'salon', english)
    await call.sayAll(
      'A blow dry on Thursday morning',
      'the first one',
      'Braun, B as in Bravo, R, A, U, N',
      'no',
    )
    const number = await call.say('oh one seven one, three nine two, oh oh two six')
    expect(number.acts).toEqual(['confirm_phone'])
    const readBack = await call.say('yes, that is right')
    expect(readBack.acts).toEqual(['confirm_booking'])
    await call.say('yes')
    expect(await appointmentOf(call.id)).toMatchObject({ attendee_name: 'Braun' })
    const [row] = await product.database.query(
      `select contact_phone from appointment where call_id = '${call.id}'`,
    )
    expect(row).toEqual({ contact_phone: '+491713920026' })
  })

  test('a caller who asks for English in the middle of a German call goes on in it', async () => {
    const call = await textCall(product, 'salon', { from: '+491713920027' })
    const offer = await call.say('Einen Herrenschnitt am Mittwoch um fünfzehn Uhr bei Mara bitte')
    expect(offer.text).toMatch(german)
    const again = await call.say('Sorry, do you speak English?')
    expect(again.acts).toEqual(['disclose', 'offer'])
    expect(again.text).toMatch(
      /^You are speaking with the digital assistant, an AI\. I could offer you on Wednesday/,
    )
    expect(again.text).not.toMatch(german)
    const readBack = await call.sayAll('yes', 'Tom Baker', 'no')
    expect(readBack.text).toMatch(/^Let me sum up/)
    await call.say('yes')
    expect(await appointmentOf(call.id)).toMatchObject({
      attendee_name: 'Tom Baker',
      starts: '2099-11-25 15:00',
    })
    expect((await call.detail()).language).toBe('en')
  })

  test('a change of language while everything is read back keeps the slot and books nothing', async () => {
    const call = await textCall(product, 'salon', { from: '+491713920028' })
    await call.sayAll('Einen Herrenschnitt am Donnerstag um zwölf bei Mara bitte', 'ja', 'Ben Cooper', 'nein')
    const readBack = await call.say('Yes, please book that, but in English please')
    expect(readBack.acts).toContain('confirm_booking')
    expect(readBack.text).toContain('on Thursday, the twenty-sixth of November, at twelve noon')
    expect(await appointmentOf(call.id)).toBeUndefined()
    await call.say('yes')
    expect(await appointmentOf(call.id)).toMatchObject({ starts: '2099-11-26 12:00' })
  })

  test('who speaks English to a German greeting is answered in English and gets an appointment', async () => {
    const call = await textCall(product, 'salon', { from: '+491713920029' })
    const first = await call.say("Hi, I would like to book an appointment for a men's haircut")
    expect(first.text).toMatch(/^You are speaking with the digital assistant, an AI\. /)
    expect((await call.say('Tuesday at two pm')).acts).toContain('offer')
    await call.sayAll('yes', 'John Smith', 'no thank you', 'yes')
    expect(await appointmentOf(call.id)).toMatchObject({
      attendee_name: 'John Smith',
      starts: '2099-11-24 14:00',
    })
  })

  test('who answers in few English words is answered in English from the second on', async () => {
    const call = await textCall(product, 'salon', { from: '+491713920030' })
    expect((await call.say('A trim please')).text).toMatch(german)
    const second = await call.say('Tuesday at two pm')
    expect(second.text).toMatch(/^You are speaking with the digital assistant, an AI\. /)
  })

  test('who would rather go on in German is answered in German', async () => {
    const call = await textCall(product, 'salon', english)
    expect((await call.say('Auf Deutsch bitte')).text).toBe(
      'Sie sprechen mit der digitalen Assistentin, einer KI. Was kann ich für Sie tun?',
    )
  })

  test('a German day is understood in an English call', async () => {
    const call = await textCall(product, 'salon', english)
    expect((await call.say("A men's haircut am Dienstag um zehn")).text).toContain(
      'on Tuesday, the twenty-fourth of November, at ten a.m.',
    )
  })
})

describe('At the practice', () => {
  test('a first appointment is booked in English', async () => {
    const call = await textCall(product, 'practice', { ...english, from: '+491713920031' })
    await call.sayAll(
      'I am a new patient and need a first appointment on Monday morning',
      'the first one',
      'Jane Foster',
    )
    expect((await call.sayAll('no thanks', 'yes, that is correct')).acts).toContain('booked')
    expect(await appointmentOf(call.id)).toMatchObject({
      attendee_name: 'Jane Foster',
      service: 'Erstgespräch',
    })
  })

  test('teeth are cleaned by whom the caller names', async () => {
    const call = await textCall(product, 'practice', english)
    const offer = await call.say('I would like a teeth cleaning with Mrs Winkler on Tuesday')
    expect(offer.text).toContain('with Frau Winkler')
  })

  test('an emergency is answered with 112 before anything else', async () => {
    const call = await textCall(product, 'practice', english)
    const answer = await call.say("Please help, my husband can't breathe")
    expect(answer.acts[0]).toBe('emergency')
    expect(answer.text).toContain('dial 112 at once')
  })

  test('an emergency in English counts in a German call', async () => {
    const call = await textCall(product, 'practice')
    expect((await call.say('It is an emergency')).acts[0]).toBe('emergency')
  })

  test('nothing is cancelled on the telephone, a callback is offered', async () => {
    const call = await textCall(product, 'practice', { ...english, from: '+491713920032' })
    expect((await call.say('I have to cancel my appointment')).acts).toEqual(['offer_callback'])
    await call.sayAll('Yes please', 'Jane Foster')
    expect(await callbackOf(call.id)).toMatchObject({ name: 'Jane Foster' })
  })

  test('who turns everything down ends without an appointment', async () => {
    const call = await textCall(product, 'practice', english)
    await call.sayAll('I need a check-up on Tuesday', 'none of those', "never mind, I'll think about it")
    expect((await call.say('no thanks, bye')).ended).toBe(true)
    expect(await appointmentOf(call.id)).toBeUndefined()
  })
})

/** A tool call of one hosted call, signed at the time of the product. */
async function tool(name: string, args: unknown): Promise<{ body: Json }> {
  const call = { call_id: 'call_en_1', from_number: '+491713920041', to_number: '+493023125001' }
  const { body } = await product.retell.request({ kind: 'tools', body: { name, args, call } })
  return { body: body as Json }
}

describe('A hosted agent', () => {
  test('that says it speaks English is answered in English from then on', async () => {
    expect((await tool('get_context', {})).body.say).toMatch(/^Heute ist/)
    const services = await tool('list_services', { query: 'haircut for men', language: 'English' })
    expect(services.body.say).toBe('Haarschnitt Herren takes thirty minutes and costs thirty-two euros.')
    const slots = await tool('find_slots', { service: "men's haircut", when: 'next Tuesday morning' })
    expect(slots.body.say).toMatch(/^I could offer you on Tuesday/)
    const [first] = slots.body.slots
    const held = await tool('hold_slot', { token: first.token })
    expect(held.body.spoken).toMatch(/^Tuesday, the twenty-fourth of November, at/)
    const booked = await tool('book_appointment', {
      token: first.token,
      name: 'Oliver Grant',
      language: 'xx',
    })
    expect(booked.body.say).toMatch(/^Your appointment is booked/)
    expect((await tool('no_such_tool', {})).body.say).toMatch(/^I am afraid/)
    const [row] = await product.database.query(`select language from customer where name = 'Oliver Grant'`)
    expect(row).toEqual({ language: 'en' })
  })

  test('is told the language of a caller who is known to speak English', async () => {
    const { body } = await product.retell.request({
      kind: 'inbound',
      body: {
        event: 'call_inbound',
        call_inbound: { call_id: 'call_en_2', from_number: '+491713920021', to_number: '+493023125001' },
      },
    })
    const { call_inbound } = body as Json
    expect(call_inbound.dynamic_variables).toMatchObject({
      language: 'en',
      caller_known: 'true',
      today_spoken: 'Friday, the twentieth of November',
    })
    expect(call_inbound.agent_override.retell_llm.begin_message).toMatch(/^Hello, this is Salon Morgenrot/)
  })
})

test('a customer whom an integrator books in English is confirmed in English', async () => {
  const key = product.keys.salon
  const found = await product.get(
    '/api/v1/availability?service=Herrenschnitt&from=2099-11-27&to=2099-11-28&limit=1',
    key,
  )
  const customer = { name: 'Emma Stone', email: 'emma.stone@example.com', language: 'en' }
  const wish = { token: found.body.items[0].token, customer }
  const booked = await product.post('/api/v1/appointments', key, wish, { 'idempotency-key': 'emma-1' })
  expect(booked.status).toBe(201)
  await product.settled()
  const mail = product.mail.messages().find(message => message.to.includes(customer.email))
  expect(mail?.subject).toMatch(/^Your appointment at Salon Morgenrot: Friday,? 27 November 2099/)
})

describe('A business in England', () => {
  beforeAll(() => product.database.query(`update tenant set locale = 'en-GB' where slug = 'practice'`))

  test('greets whom it does not know in English', async () => {
    const call = await textCall(product, 'practice', { from: '+491713920051' })
    expect(call.greeting.text).toMatch(/^Hello, this is Praxis Dr. Sommer/)
  })

  test('may still be called in German', async () => {
    const call = await textCall(product, 'practice', { from: '+491713920051', language: 'de' })
    expect(call.greeting.text).toMatch(/^Guten Tag/)
  })
})
