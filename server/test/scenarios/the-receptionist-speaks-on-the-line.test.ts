import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { AgentTurn, Line } from '../../../sandbox/retell/start-retell.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { details, phoneLine, sayAll } from '../support/phone-line.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

/** A Tuesday, when somebody picks up at the salon, and far enough ahead for no job by the clock to be due. */
const clock = fixedClock('2031-03-04T10:00:00+01:00')
let product: TestProduct
const { address, dial, count, rawSocket } = phoneLine(() => product)

beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())

const TO_READING_BACK = ['Einen Herrenschnitt bitte, nächste Woche.', 'Den ersten.', 'Petra Lindner', 'Nein.']

const appointments = (line: Line): Promise<number> =>
  count(
    'select count(*)::int as count from appointment join call on call.id = appointment.call_id where call.provider_call_id = $1',
    line,
  )
const turnsHeard = (line: Line): Promise<number> =>
  count(
    `select count(*)::int as count from call_event join call on call.id = call_event.call_id
     where call.provider_call_id = $1 and call_event.kind = 'turn' and call_event.name = 'caller'`,
    line,
  )

/** Holds the call's row, as work that takes long would. */
async function whileTheCallIsBusy(line: Line, work: () => Promise<void>): Promise<void> {
  const client = await product.app.platform.db.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.tenant_id', $1, true)", [await product.tenantId('salon')])
    await client.query('select id from call where provider_call_id = $1 for update', [line.callId])
    await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('The twelve rules of the line', () => {
  test('1: the greeting is response 0 and says that an AI is speaking', async () => {
    const greeting = await (await dial()).greeting()
    expect(greeting).toMatchObject({ responseId: 0, state: 'complete' })
    expect(greeting.content).toContain('KI')
  })

  test('2: only the latest request is answered, and the caller’s words are heard once', async () => {
    const line = await dial()
    await line.greeting()
    const first = line.say('Guten Tag, ich hätte gern')
    const second = line.goOn('einen Herrenschnitt')
    const third = line.goOn('am Donnerstag.')
    expect((await first).state).toBe('overtaken')
    expect((await second).state).toBe('overtaken')
    expect(await third).toMatchObject({ responseId: 3, state: 'complete' })
    expect((await third).content).toContain('Donnerstag')
  })

  test('3: an update of the transcript cancels nothing', async () => {
    const line = await dial()
    await line.greeting()
    const asked = line.say('Was kostet ein Herrenschnitt?')
    for (let update = 0; update < 5; update += 1) line.update()
    expect((await asked).state).toBe('complete')
  })

  test('4: a response is completed also when the turn breaks (failure 69)', async () => {
    const line = await dial()
    await line.greeting()
    await product.database.query(
      `update dialogue_state set state = '{}' from call where call.id = dialogue_state.call_id and call.provider_call_id = $1`,
      [line.callId],
    )
    const turn = await line.say('Einen Termin bitte.')
    expect(turn).toMatchObject({ state: 'complete', afterwards: null })
    expect(turn.content).toContain('noch einmal')
  })

  test('5: frames of wrong types are passed over, and what could be meant is understood', async () => {
    const { socket, next } = await rawSocket('call_types')
    for (const odd of ['', 'no json', '[]', '{"interaction_type":7}', '{"interaction_type":"new_kind"}'])
      socket.send(odd)
    socket.send(Buffer.from([1, 2, 3]))
    socket.send(JSON.stringify(details('call_types')))
    await next('response')
    const transcript = [
      null,
      7,
      { role: 'user', content: 7 },
      { role: 'user', content: 'Einen Herrenschnitt.' },
    ]
    socket.send(JSON.stringify({ interaction_type: 'response_required', response_id: '1', transcript }))
    expect(await next('response')).toMatchObject({ response_id: 1, content_complete: true })
    socket.close()
  })

  test('6: the call ends after the last words, and goes on if the caller speaks into them', async () => {
    const line = await dial()
    const goodbye = await sayAll(line, 'Was kostet ein Herrenschnitt?', 'Nein danke, das war alles. Tschüss.')
    expect(goodbye.afterwards).toEqual({ kind: 'end_call' })
    const again = await line.interrupt('Ach, noch etwas: haben Sie am Samstag offen?')
    expect(again).toMatchObject({ state: 'complete', afterwards: null })
    line.finishSpeaking()
    expect(line.ended()).toBeNull()
    expect((await line.say('Danke, tschüss.')).afterwards).toEqual({ kind: 'end_call' })
    line.finishSpeaking()
    expect(line.ended()).toBe('agent_hangup')
  })

  test('6: a caller who wants a person is put through after the words', async () => {
    const line = await dial()
    const turn = await sayAll(line, 'Ich möchte mit einem Menschen sprechen.')
    expect(turn.afterwards).toEqual({ kind: 'transfer', number: expect.stringMatching(/^\+49/) })
    line.finishSpeaking()
    expect(line.ended()).toBe('call_transfer')
  })

  test('7: what takes long is bridged by a holding line, and finished under the same id (failure 69)', async () => {
    const line = await dial()
    await line.greeting()
    let asked: Promise<AgentTurn> | null = null
    await whileTheCallIsBusy(line, async () => {
      asked = line.say('Einen Herrenschnitt am Donnerstag bitte.')
      await expect.poll(() => line.transcript.at(-1)?.content).toContain('Einen Moment')
    })
    const turn = await (asked as unknown as Promise<AgentTurn>)
    expect(turn).toMatchObject({ responseId: 1, state: 'complete', tools: ['find_slots'] })
    expect(turn.content).toMatch(/^Einen Moment.*Donnerstag/)
  })

  test('8: the first words come before anything else of an answer', async () => {
    const turn = await sayAll(await dial(), 'Was kostet ein Herrenschnitt?')
    expect(turn.firstWordsMs).not.toBeNull()
    expect(turn.content.trim()).toMatch(/[.?!]$/)
  })

  test('9: the same yes twice books once (failure 45)', async () => {
    const line = await dial()
    await sayAll(line, ...TO_READING_BACK)
    const booked = await line.sayTwice('Ja, gern.')
    expect(booked.content).toContain('gebucht')
    expect(await appointments(line)).toBe(1)
    expect(await turnsHeard(line)).toBe(TO_READING_BACK.length + 1)
  })

  test('10: a sign of life is answered while a turn runs', async () => {
    const line = await dial({ callId: 'call_ping' })
    await line.greeting()
    line.hangUp()
    const { socket, next } = await rawSocket('call_ping')
    socket.send(JSON.stringify(details('call_ping')))
    await next('response')
    await whileTheCallIsBusy(line, async () => {
      const transcript = [{ role: 'user', content: 'Einen Herrenschnitt.' }]
      socket.send(JSON.stringify({ interaction_type: 'response_required', response_id: 1, transcript }))
      socket.send(JSON.stringify({ interaction_type: 'ping_pong', timestamp: 1_795_165_333_480 }))
      expect(await next('ping_pong')).toEqual({ response_type: 'ping_pong', timestamp: 1_795_165_333_480 })
    })
    socket.terminate()
  })

  test('11: nothing but speech is spoken', async () => {
    await product.app.platform.db.inTenant(await product.tenantId('salon'), tx =>
      product.app.modules.reception.addArticle(tx, {
        language: 'de',
        questions: ['Habt ihr Gutscheine?'],
        answer: '**Ja!** 🎉 Gutscheine gibt es ab _zehn_ Euro.',
      }),
    )
    const turn = await sayAll(await dial(), 'Habt ihr Gutscheine?')
    expect(turn.content).toContain('Ja! Gutscheine gibt es ab zehn Euro.')
  })

  test('12: what was done for the caller is not interrupted', async () => {
    const line = await dial()
    const readBack = await sayAll(line, ...TO_READING_BACK)
    expect(readBack.noInterruption).toBe(false)
    expect((await line.say('Ja.')).noInterruption).toBe(true)
  })
})

describe('A caller who interrupts', () => {
  test('hears the booking again that was cut off by their next words', async () => {
    const line = await dial()
    await sayAll(line, ...TO_READING_BACK)
    await line.say('Ja')
    const after = await line.goOn('vielen Dank')
    expect(after.content).toContain('gebucht')
    expect(await appointments(line)).toBe(1)
  })

  test('hears it no third time', async () => {
    const line = await dial()
    await sayAll(line, ...TO_READING_BACK)
    await line.say('Ja.')
    expect((await line.say('Nein danke, tschüss.')).content).not.toContain('gebucht')
  })

  test('is told that an AI is speaking, also who spoke into the greeting', async () => {
    const line = await dial()
    await line.greeting()
    expect((await line.interrupt('Einen Herrenschnitt bitte.', 0.2)).content).toContain('KI')
  })

  test('and then is silent is asked again, once for each reminder', async () => {
    const line = await dial()
    const question = await sayAll(line, 'Einen Herrenschnitt bitte.')
    const reminder = await line.remind()
    expect(reminder.content).toContain('noch dran')
    expect(reminder.content).toContain(question.content.split(/(?<=[.!?])\s/).at(-1))
    expect(await turnsHeard(line)).toBe(2)
  })

  test('and whose words nobody could make out is asked again', async () => {
    const turn = await sayAll(await dial(), '(unintelligible audio)')
    expect(turn).toMatchObject({ state: 'complete', afterwards: null })
    expect(turn.content).not.toBe('')
  })
})

test('a withheld caller types their number, and books with a one (1 yes, 2 no)', async () => {
  const line = await dial({ from: null })
  await sayAll(line, ...TO_READING_BACK)
  expect((await line.press('01713920018')).content).toContain('Soll ich das so buchen?')
  expect((await line.press('1')).content).toContain('gebucht')
  const [row] = await product.database.query(
    `select appointment.contact_phone from appointment join call on call.id = appointment.call_id
     where call.provider_call_id = $1`,
    [line.callId],
  )
  expect(row).toEqual({ contact_phone: '+491713920018' })
})

describe('A line that breaks', () => {
  test('is taken up where it was: configured anew, not greeted again', async () => {
    const line = await dial()
    await sayAll(line, ...TO_READING_BACK)
    line.cut()
    await expect.poll(() => line.configs()).toBe(2)
    const booked = await line.say('Ja, gern.')
    expect(booked.content).toContain('gebucht')
    expect(line.transcript.filter(({ content }) => content.includes('KI'))).toHaveLength(1)
    expect(await appointments(line)).toBe(1)
  })

  test('does not notice that another process answers', async () => {
    const other = await product.app.createHttp()
    const url = await address('default', await other.listen({ port: 0, host: '127.0.0.1' }))
    const line = await dial({ url, callId: 'call_moves' })
    await sayAll(line, 'Einen Herrenschnitt bitte, nächste Woche.')
    await other.close()
    const second = await dial({ callId: 'call_moves' })
    expect((await second.greeting()).content).toBe('')
    for (const said of line.transcript) (second.transcript as (typeof said)[]).push({ ...said })
    expect((await second.say('Den ersten.')).content).toContain('Name')
  })

  test('is cut without a close code when the product stops, after the turn under way: Retell dials again', async () => {
    const other = await product.app.createHttp()
    const url = await address('default', await other.listen({ port: 0, host: '127.0.0.1' }))
    const socket = new WebSocket(`${url}/call_drained`)
    const answers: string[] = []
    socket.on('message', content => answers.push(content.toString()))
    await once(socket, 'open')
    socket.send(JSON.stringify(details('call_drained')))
    await expect.poll(() => answers.filter(frame => frame.includes('"response_id":0'))).toHaveLength(1)
    const transcript = [{ role: 'user', content: 'Was kostet ein Herrenschnitt?' }]
    socket.send(JSON.stringify({ interaction_type: 'response_required', response_id: 1, transcript }))
    const closed = once(socket, 'close')
    await new Promise(arrived => setTimeout(arrived, 20))
    await other.close()
    expect((await closed)[0]).toBe(1006)
    expect(answers.at(-1)).toContain('"response_id":1')
  })
})

test('a business that keeps no transcripts keeps no words of the line', async () => {
  const line = await dial()
  await sayAll(line, 'Einen Herrenschnitt bitte, ich habe es eilig wie ein Zebra.')
  const kept = await product.database.query<{ arguments: unknown }>(
    `select call_event.arguments from call_event join call on call.id = call_event.call_id
     where call.provider_call_id = $1 and call_event.kind = 'turn'`,
    [line.callId],
  )
  expect(kept.length).toBeGreaterThan(1)
  expect(JSON.stringify(kept)).not.toMatch(/Zebra|Guten Tag/)
})
