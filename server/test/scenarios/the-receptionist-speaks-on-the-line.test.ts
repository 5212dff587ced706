import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { AgentTurn, Line } from '../../../sandbox/retell/start-retell.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

const SALON = '+493023125001'
const CALLER = '+491713920017'
/** A Tuesday, when somebody picks up at the salon, and far enough ahead for no job by the clock to be due. */
const clock = fixedClock('2031-03-04T10:00:00+01:00')
let product: TestProduct
let address: string

beforeAll(async () => {
  product = await startProduct({ clock })
  address = await addressOf(product.url, 'default')
})
afterAll(() => product.stop())

async function addressOf(server: string, connection: string): Promise<string> {
  const url = await product.app.modules.voice.lineUrl(server, connection)
  if (url === null) throw new Error(`The connection ${connection} has no line.`)
  return url
}

let calls = 0
function dial(wish: { from?: string | null; to?: string; callId?: string; url?: string } = {}): Line {
  calls += 1
  const { from = CALLER, to = SALON, callId = `call_line_${calls}`, url = address } = wish
  return product.retell.dial({ url, from, to, callId, stallMs: 20_000 })
}

async function sayAll(line: Line, ...texts: readonly string[]): Promise<AgentTurn> {
  let turn = await line.greeting()
  for (const text of texts) turn = await line.say(text)
  return turn
}

const TO_READING_BACK = ['Einen Herrenschnitt bitte, nächste Woche.', 'Den ersten.', 'Petra Lindner', 'Nein.']

async function count(sql: string, line: Line): Promise<number> {
  const [row] = await product.database.query<{ count: number }>(sql, [line.callId])
  return row?.count ?? -1
}
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

/** A socket that speaks frames as they are written. */
async function rawSocket(
  callId: string,
): Promise<{ socket: WebSocket; next: (kind: string) => Promise<Frame> }> {
  const socket = new WebSocket(`${address}/${callId}`)
  const frames: Frame[] = []
  socket.on('message', content => frames.push(JSON.parse(content.toString())))
  const next = async (kind: string): Promise<Frame> => {
    for (;;) {
      const index = frames.findIndex(frame => frame.response_type === kind)
      if (index !== -1) return frames.splice(index, 1)[0] as Frame
      await once(socket, 'message')
    }
  }
  await once(socket, 'open')
  return { socket, next }
}
type Frame = { response_type: string; [field: string]: unknown }

const details = (callId: string, to = SALON) => ({
  interaction_type: 'call_details',
  call: {
    call_id: callId,
    call_type: 'phone_call',
    direction: 'inbound',
    from_number: CALLER,
    to_number: to,
  },
})

async function closeCodeOf(url: string): Promise<number> {
  const socket = new WebSocket(url)
  socket.on('error', () => undefined)
  const [code] = await once(socket, 'close')
  return code
}

describe('The twelve rules of the line', () => {
  test('1: the greeting is response 0 and says that an AI is speaking', async () => {
    const greeting = await dial().greeting()
    expect(greeting).toMatchObject({ responseId: 0, state: 'complete' })
    expect(greeting.content).toContain('KI')
  })

  test('2: only the latest request is answered, and the caller’s words are heard once', async () => {
    const line = dial()
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
    const line = dial()
    await line.greeting()
    const asked = line.say('Was kostet ein Herrenschnitt?')
    for (let update = 0; update < 5; update += 1) line.update()
    expect((await asked).state).toBe('complete')
  })

  test('4: a response is completed also when the turn breaks (failure 69)', async () => {
    const line = dial()
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
    const line = dial()
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
    const line = dial()
    const turn = await sayAll(line, 'Ich möchte mit einem Menschen sprechen.')
    expect(turn.afterwards).toEqual({ kind: 'transfer', number: expect.stringMatching(/^\+49/) })
    line.finishSpeaking()
    expect(line.ended()).toBe('call_transfer')
  })

  test('7: what takes long is bridged by a holding line, and finished under the same id (failure 69)', async () => {
    const line = dial()
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
    const turn = await sayAll(dial(), 'Was kostet ein Herrenschnitt?')
    expect(turn.firstWordsMs).not.toBeNull()
    expect(turn.content.trim()).toMatch(/[.?!]$/)
  })

  test('9: the same yes twice books once (failure 45)', async () => {
    const line = dial()
    await sayAll(line, ...TO_READING_BACK)
    const booked = await line.sayTwice('Ja, gern.')
    expect(booked.content).toContain('gebucht')
    expect(await appointments(line)).toBe(1)
    expect(await turnsHeard(line)).toBe(TO_READING_BACK.length + 1)
  })

  test('10: a sign of life is answered while a turn runs', async () => {
    const line = dial({ callId: 'call_ping' })
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
    const turn = await sayAll(dial(), 'Habt ihr Gutscheine?')
    expect(turn.content).toContain('Ja! Gutscheine gibt es ab zehn Euro.')
  })

  test('12: what was done for the caller is not interrupted', async () => {
    const line = dial()
    const readBack = await sayAll(line, ...TO_READING_BACK)
    expect(readBack.noInterruption).toBe(false)
    expect((await line.say('Ja.')).noInterruption).toBe(true)
  })
})

describe('A caller who interrupts', () => {
  test('hears the booking again that was cut off by their next words', async () => {
    const line = dial()
    await sayAll(line, ...TO_READING_BACK)
    await line.say('Ja')
    const after = await line.goOn('vielen Dank')
    expect(after.content).toContain('gebucht')
    expect(await appointments(line)).toBe(1)
  })

  test('hears it no third time', async () => {
    const line = dial()
    await sayAll(line, ...TO_READING_BACK)
    await line.say('Ja.')
    expect((await line.say('Nein danke, tschüss.')).content).not.toContain('gebucht')
  })

  test('is told that an AI is speaking, also who spoke into the greeting', async () => {
    const line = dial()
    await line.greeting()
    expect((await line.interrupt('Einen Herrenschnitt bitte.', 0.2)).content).toContain('KI')
  })

  test('and then is silent is asked again, once for each reminder', async () => {
    const line = dial()
    const question = await sayAll(line, 'Einen Herrenschnitt bitte.')
    const reminder = await line.remind()
    expect(reminder.content).toContain('noch dran')
    expect(reminder.content).toContain(question.content.split(/(?<=[.!?])\s/).at(-1))
    expect(await turnsHeard(line)).toBe(2)
  })

  test('and whose words nobody could make out is asked again', async () => {
    const turn = await sayAll(dial(), '(unintelligible audio)')
    expect(turn).toMatchObject({ state: 'complete', afterwards: null })
    expect(turn.content).not.toBe('')
  })
})

test('a withheld caller types their number, and books with a one (1 yes, 2 no)', async () => {
  const line = dial({ from: null })
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
    const line = dial()
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
    const url = await addressOf(await other.listen({ port: 0, host: '127.0.0.1' }), 'default')
    const line = dial({ url, callId: 'call_moves' })
    await sayAll(line, 'Einen Herrenschnitt bitte, nächste Woche.')
    await other.close()
    const second = dial({ callId: 'call_moves' })
    expect((await second.greeting()).content).toBe('')
    for (const said of line.transcript) (second.transcript as (typeof said)[]).push({ ...said })
    expect((await second.say('Den ersten.')).content).toContain('Name')
  })

  test('is cut without a close code when the product stops, after the turn under way: Retell dials again', async () => {
    const other = await product.app.createHttp()
    const url = await addressOf(await other.listen({ port: 0, host: '127.0.0.1' }), 'default')
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

describe('The door of the line', () => {
  test.each([
    ['a wrong secret', () => address.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAAAAAAAA/call_x')],
    ['another connection’s name', () => `${address.replace('/default/', '/browser/')}/call_x`],
    ['a connection that does not exist', () => `${address.replace('/default/', '/nobody/')}/call_x`],
    ['an id that is too long', () => `${address}/${'x'.repeat(300)}`],
  ])('closes on %s, and leaves no row', async (_, url) => {
    expect(await closeCodeOf(url())).toBe(1008)
    expect(await product.database.query("select id from call where provider_call_id = 'call_x'")).toEqual([])
  })

  test('closes on details of another call', async () => {
    const { socket } = await rawSocket('call_mine')
    socket.send(JSON.stringify(details('call_of_somebody_else')))
    expect((await once(socket, 'close'))[0]).toBe(1008)
  })

  test('closes on more frames than anybody speaks', async () => {
    const { socket } = await rawSocket('call_flood')
    const closed = once(socket, 'close')
    for (let frame = 0; frame < 400; frame += 1) socket.send('{"interaction_type":"update_only"}')
    expect((await closed)[0]).toBe(1008)
  })

  test('closes on a frame larger than any call', async () => {
    const { socket } = await rawSocket('call_large')
    socket.on('error', () => undefined)
    socket.send('x'.repeat(5 * 1024 * 1024))
    expect((await once(socket, 'close'))[0]).toBe(1009)
  })

  test.each([['+493023125999'], ['no number']])(
    'turns away a call for %s with one sentence, and keeps it apart (failure 6)',
    async to => {
      const line = dial({ to, callId: `call_nobody_${to.length}` })
      const turn = await line.greeting()
      expect(turn).toMatchObject({ state: 'complete', afterwards: { kind: 'end_call' } })
      expect(turn.content).not.toBe('')
      const kept = await product.database.query('select id from quarantine where provider_call_id = $1', [
        line.callId,
      ])
      expect(kept).toHaveLength(1)
      expect(await count('select count(*)::int as count from call where provider_call_id = $1', line)).toBe(0)
    },
  )

  test('answers an ordinary request as if it were not there', async () => {
    expect((await fetch(`${address.replace('ws:', 'http:')}/call_x`)).status).toBe(404)
  })
})

test('a business that keeps no transcripts keeps no words of the line', async () => {
  const line = dial()
  await sayAll(line, 'Einen Herrenschnitt bitte, ich habe es eilig wie ein Zebra.')
  const kept = await product.database.query<{ arguments: unknown }>(
    `select call_event.arguments from call_event join call on call.id = call_event.call_id
     where call.provider_call_id = $1 and call_event.kind = 'turn'`,
    [line.callId],
  )
  expect(kept.length).toBeGreaterThan(1)
  expect(JSON.stringify(kept)).not.toMatch(/Zebra|Guten Tag/)
})
