import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CallRequestInput } from '../../../sandbox/retell/start-retell.ts'
import { receptionistOf } from '../support/receptionist.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const SALON = '+493023125001'
let product: TestProduct
let salon: ReturnType<typeof receptionistOf>

beforeAll(async () => {
  product = await startProduct()
  product.app.outside.publicUrl = product.url
  salon = receptionistOf(product)
})
afterAll(() => product.stop())
afterEach(() => {
  product.retell.mendApi()
})

type Script = NonNullable<CallRequestInput['script']>
const GREETING = { agent: 'Salon Morgenrot, hier spricht eine KI.' }

/** A call that a fault ended, and how it is shown. */
async function brokenCall(wish: Partial<Script> = {}, more: Partial<CallRequestInput> = {}): Promise<Json> {
  const { call_id } = await product.retell.playCall({
    script: {
      from: '+491713920061',
      to: SALON,
      steps: [GREETING, { user: 'Ich hätte gern einen' }],
      ended: { disconnection_reason: 'error_llm_websocket_lost_connection' },
      ...wish,
    },
    ...more,
  })
  await product.settled()
  const { body } = await product.get(`/api/v1/calls?provider_call_id=${call_id}`, product.keys.salon)
  return (await product.get(`/api/v1/calls/${body.items[0].id}`, product.keys.salon)).body
}

describe('Whoever is cut off by a fault', () => {
  test('is called back, once, however often the end is reported', async () => {
    const call = await brokenCall({}, { faults: { duplicate: true, reorder: true } })
    expect(call).toMatchObject({ state: 'failed', outcome: 'callback' })
    expect(call.callback_requests).toMatchObject([
      {
        state: 'open',
        phone: '+491713920061',
        reason:
          'Der Anruf ist abgebrochen, ohne dass etwas erledigt wurde: Die Telefonie war gestört. Bitte zurückrufen.',
      },
    ])
  })

  test('because no line was free, is called back too', async () => {
    const call = await brokenCall({ ended: { disconnection_reason: 'concurrency_limit_reached' } })
    expect(call.callback_requests).toHaveLength(1)
  })

  test('after the appointment was booked, is left in peace', async () => {
    const call = await brokenCall({
      steps: [
        GREETING,
        { tool: 'find_slots', args: { service: 'Herrenschnitt', when: 'nächste Woche' }, save: 'free' },
        { tool: 'book_appointment', args: { token: '{{free.slots.0.token}}', name: 'Petra Lindner' } },
      ],
    })
    expect(call).toMatchObject({ state: 'failed', outcome: 'booked', callback_requests: [] })
  })

  test('with a withheld number cannot be', async () => {
    expect(await brokenCall({ from: null })).toMatchObject({ outcome: 'failed', callback_requests: [] })
  })

  test('and only wanted to deceive, is not', async () => {
    const call = await brokenCall({ ended: { disconnection_reason: 'scam_detected' } })
    expect(call).toMatchObject({ outcome: 'failed', callback_requests: [] })
  })
})

describe('Operators are told', () => {
  const retell = async (): Promise<Json> =>
    ((await (await fetch(`${product.url}/health/retell`)).json()) as Json).checks.retell

  const alarmsOf = async (key: string): Promise<string[]> =>
    (await product.get('/api/v1/receptionist/alarms', key)).body.items.map((item: Json) => item.alarm)
  const figures = async (): Promise<string> => await (await fetch(`${product.url}/metrics`)).text()

  test('nothing while all is well', async () => {
    expect(await retell()).toMatchObject({ status: 'ok', detail: { alarms: [] } })
  })

  test('that calls leave no events any more (failures 9, 11)', async () => {
    await product.retell.playCall({
      script: {
        ...{ from: '+491713920062', to: SALON, ended: { disconnection_reason: 'user_hangup' } },
        steps: [GREETING, { tool: 'get_context', args: {} }],
      },
      faults: { drop: ['call_started', 'call_ended', 'call_analyzed'] },
    })
    expect((await retell()).detail.alarms).toEqual([])
    await product.database.query(
      `update call set created_at = now() - interval '6 minutes' where caller_e164 = '+491713920062'`,
    )
    await product.database.query("update inbox set received_at = received_at - interval '20 minutes'")
    expect(await retell()).toMatchObject({ status: 'degraded', detail: { alarms: ['webhooks_silent'] } })
    expect(await figures()).toMatch(/^askpro_telephone_alarm\{alarm="webhooks_silent"\} 1$/m)
    expect(await alarmsOf(product.keys.salon)).toEqual(['webhooks_silent'])
    expect(await alarmsOf(product.keys.garage)).toEqual([])
    await product.retell.playCall({
      script: {
        ...{ from: null, to: SALON, steps: [GREETING] },
        ended: { disconnection_reason: 'user_hangup' },
      },
    })
    await product.settled()
    expect((await retell()).detail.alarms).toEqual([])
  })

  test('that the lines at Retell are nearly full', async () => {
    const watch = product.app.platform.jobs.schedules().get('voice.watch-line')
    product.retell.failApi({
      ...{ times: 1, path: '/get-concurrency' },
      answer: { current_concurrency: 19, concurrency_limit: 20 },
    })
    await watch?.run(Temporal.Now.instant())
    expect(await retell()).toMatchObject({
      status: 'degraded',
      detail: { alarms: ['lines_full'], calls: 19, calls_limit: 20 },
    })
    expect(await figures()).toMatch(/^askpro_telephone_calls\{state="now"\} 19$/m)
    expect(await alarmsOf(product.keys.salon)).toEqual(['lines_full'])
    await watch?.run(Temporal.Now.instant())
    expect((await retell()).detail).toMatchObject({ alarms: [], calls: 0 })
  })

  test('also while an account does not answer: its calls are counted by the next look', async () => {
    const watch = product.app.platform.jobs.schedules().get('voice.watch-line')
    product.retell.failApi({ status: 503, times: 100, path: '/get-concurrency' })
    await expect(watch?.run(Temporal.Now.instant())).resolves.toBeUndefined()
  })
})

describe('The drill for an outage', () => {
  const rehearse = async (): Promise<Json> => {
    const steps = await product.app.modules.voice.rehearseOutage(await product.tenantId('salon'))
    return Object.fromEntries(steps.map(({ name, ok, detail }) => [name, ok || detail]))
  }

  test('says what is missing', async () => {
    product.retell.knowNumbers([SALON])
    expect(await rehearse()).toEqual({
      account: true,
      numbers: 'no version of the receptionist is published',
      fallback: `${SALON}: nobody is rung when no line is free`,
      front_doors: true,
      lost_events: true,
      lines: true,
    })
  })

  test('is passed once a version with a fallback number is published', async () => {
    const draft = await salon.edit({ fallback_number: '+493023125090' })
    const { id } = await salon.start(draft.id)
    await expect.poll(async () => (await salon.publication(id)).state, { timeout: 10_000 }).toBe('live')
    expect(new Set(Object.values(await rehearse()))).toEqual(new Set([true]))
  })

  test('is failed where Retell cannot find us, or leads a number elsewhere', async () => {
    product.app.outside.publicUrl = 'http://127.0.0.1:1'
    await salon.sdk.phoneNumber.update(SALON, { inbound_agents: [] })
    const found = await rehearse()
    product.app.outside.publicUrl = product.url
    expect(found.numbers).toContain(SALON)
    expect(found.front_doors).not.toBe(true)
  })
})
