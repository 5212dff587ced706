import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallRequestInput } from '../../../sandbox/retell/start-retell.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const KNOWN = '+491713920061'
const FAMILY = '+491713920062'
const STRANGER = '+491713920063'
const END = ['call_ended', 'call_analyzed'] as const
let product: TestProduct

type Heard = { from?: string | null; says?: string; over?: boolean } & Pick<
  Partial<CallRequestInput>,
  'faults'
>

beforeAll(async () => {
  product = await startProduct()
  await customer('Petra Lindner', KNOWN, 'petra@kundin.example')
  await customer('Familie Eins', FAMILY, 'eins@kundin.example')
  await customer('Familie Zwei', FAMILY, 'zwei@kundin.example')
})
afterAll(() => product.stop())

const salon = async (method: string, path: string, body?: unknown): Promise<Json> =>
  (await send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })).body
const customer = (name: string, phone: string, email: string) =>
  salon('POST', '/customers', { name, email, phones: [phone] })
const mails = () => product.mail.messages()

/** A call of an agent that claims something, as the office shows it; without `over`, nobody hears of its end. */
async function heard({ from = KNOWN, says, over = true, faults }: Heard): Promise<Json> {
  const { call_id } = await product.retell.playCall({
    script: {
      to: '+493023125001',
      ...(from === null ? {} : { from }),
      steps: [
        { agent: 'Salon Morgenrot, hier spricht eine KI.' },
        { user: 'Bitte am Montag.' },
        { agent: says ?? 'Ihr Termin ist gebucht.' },
      ],
      ended: { disconnection_reason: 'user_hangup' },
    },
    agent: { webhook_events: ['call_started', 'transcript_updated', ...(over ? END : [])] },
    ...(faults === undefined ? {} : { faults }),
  })
  await product.settled()
  const [{ id }] = (await salon('GET', `/calls?provider_call_id=${call_id}`)).items
  return await salon('GET', `/calls/${id}`)
}

describe('Who was told of a booking that is none', () => {
  test('is written to once, however often the transcript comes (failure 68)', async () => {
    const before = mails().length
    const call = await heard({ faults: { duplicate: true, reorder: true } })
    const sent = mails().slice(before)
    expect(sent).toMatchObject([
      {
        to: ['petra@kundin.example'],
        subject: 'Richtigstellung zu Ihrem Anruf bei Salon Morgenrot',
        text: expect.stringMatching(/ein Termin sei für Sie gebucht[\s\S]*Wir rufen Sie bis/),
      },
    ])
    expect(call.messages).toMatchObject([{ kind: 'correction', state: 'sent' }])
    expect(call.timeline.filter(({ kind }: Json) => kind === 'message')).toMatchObject([
      { name: 'correction', result: { channel: 'email', state: 'sent' } },
    ])
  })

  test('is not written to while the agent may still do it', async () => {
    const before = mails().length
    expect(await heard({ over: false })).toMatchObject({ state: 'ongoing', messages: [] })
    expect(mails()).toHaveLength(before)
  })

  test('is not written to about a promised callback, which is noted by then', async () => {
    const call = await heard({ says: 'Wir rufen Sie morgen zurück.' })
    expect(call).toMatchObject({ claims: [{ kind: 'callback', verdict: 'ghost' }], messages: [] })
  })
})

describe('The call says why nobody was written to', () => {
  test.each([
    ['the number is withheld', null, 'number_withheld'],
    ['nobody is known under it', STRANGER, 'caller_unknown'],
    ['several are', FAMILY, 'several_callers'],
  ])('%s', async (_, from, reason) => {
    const before = mails().length
    const call = await heard({ from })
    expect(call.messages).toMatchObject([
      { kind: 'correction', state: 'no_address', reason, recipient: null },
    ])
    expect(call.timeline.filter(({ kind }: Json) => kind === 'message')).toMatchObject([
      { name: 'correction', result: { state: 'no_address', problem: reason } },
    ])
    expect(mails()).toHaveLength(before)
  })

  test('the business has switched corrections off', async () => {
    expect(await salon('GET', '/settings')).toMatchObject({ correct_callers: true })
    await salon('PATCH', '/settings', { correct_callers: false })
    const call = await heard({})
    expect(call.messages).toMatchObject([{ state: 'not_allowed', reason: 'corrections_off' }])
    await salon('PATCH', '/settings', { correct_callers: true })
  })

  test('there is no mail server (failure 89)', async () => {
    const { outside } = product.app
    const { smtpUrl } = outside
    outside.smtpUrl = null
    const call = await heard({})
    outside.smtpUrl = smtpUrl
    expect(call.messages).toMatchObject([
      { kind: 'correction', state: 'not_configured', recipient: 'petra@kundin.example' },
    ])
  })
})
