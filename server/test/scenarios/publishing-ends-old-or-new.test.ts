import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { receptionistOf } from '../support/receptionist.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const NUMBERS = ['+493023125001', '+493023125091']
/** More than any publication asks. */
const MOST_REQUESTS = 40
const FOREVER = 10_000

let product: TestProduct
let salon: ReturnType<typeof receptionistOf>
let publicUrl = ''

beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
  publicUrl = product.url
  product.app.outside.publicUrl = publicUrl
  product.app.platform.outbound.setPolicy('retell', { opensAfter: FOREVER, attempts: 1 })
  await product.database.query(
    `insert into phone_number (tenant_id, id, e164, location_id, connection_id)
     select tenant_id, gen_random_uuid(), $1, location_id, connection_id from phone_number where e164 = $2`,
    [NUMBERS[1], NUMBERS[0]],
  )
  product.retell.knowNumbers(NUMBERS)
  salon = receptionistOf(product)
  await publishChanged(() => {}, 'custom')
})
afterAll(() => product.stop())
afterEach(() => {
  product.retell.mendApi()
})

let changes = 0
/** A hosted brain takes every step there is. No two versions are the same. */
async function publishChanged(
  during: () => void = () => {},
  brain: 'custom' | 'hosted' = 'hosted',
): Promise<Json> {
  changes += 1
  const draft = await salon.edit({ brain, voice_id: `voice-${changes}` })
  const { id } = await salon.start(draft.id)
  during()
  return await salon.work(id)
}

/** Every number leads to the one version that the product says is live. */
async function expectWhole(publication: Json): Promise<void> {
  const { body: now } = await salon.call('GET', '')
  const [live] = await product.database.query<{ at: string }>(
    `select voice_agent.external_id || '/' || agent_version.external_version as at
     from agent_version join voice_agent on voice_agent.tenant_id = agent_version.tenant_id
     where agent_version.state = 'live'`,
  )
  expect([...new Set(await salon.bindings())]).toEqual([live?.at])
  if (publication.state === 'live') expect(now.live.id).toBe(publication.version_id)
  else {
    expect(publication).toMatchObject({ state: 'rolled_back', reason: expect.any(String) })
    expect(now.live.id).toBe(publication.previous_version_id)
  }
}

type Fault = Omit<Parameters<TestProduct['retell']['failApi']>[0], 'skip'>

/** Publishes again and again, the fault one request further each time, until no request is left to meet it. */
async function walk(fault: Fault): Promise<{ ends: string[]; requests: number }> {
  const ends = new Set<string>()
  for (let skip = 0; skip < MOST_REQUESTS; skip += 1) {
    const begun = await publishChanged(() => product.retell.failApi({ ...fault, skip }))
    if (begun.state === 'turning_back' && fault.times === FOREVER)
      expect(await salon.turnBack(begun.id)).toBe(false)
    const met = product.retell.mendApi()
    if (begun.state === 'turning_back') await salon.turnBack(begun.id)
    const publication = await salon.publication(begun.id)
    await expectWhole(publication)
    if (met === 0) return { ends: [...ends].toSorted(), requests: skip }
    ends.add(`${publication.state} ${publication.reason}`)
  }
  throw new Error('The fault was met without end.')
}

describe('Publishing ends with the old version or with the new one and says which, when at any request', () => {
  test.each([
    ['Retell breaks before it does it', { status: 500, times: 1 }],
    ['Retell does it and answers that it broke', { status: 500, times: 1, when: 'after' }],
    ['the connection is cut before it arrives', { status: 'cut', times: 1 }],
    [
      'it is done and the answer is lost, or whoever asked is gone',
      { status: 'cut', times: 1, when: 'after' },
    ],
  ] as const)('%s: it goes on and is live (failure 70)', async (_, fault) => {
    const { ends, requests } = await walk(fault)
    expect(ends).toEqual(['live null'])
    expect(requests).toBeGreaterThan(12)
  })

  test('Retell refuses it: the old version speaks, or the new one where nothing depended on it', async () => {
    const { ends } = await walk({ status: 422, times: 1 })
    expect(ends).toContain('rolled_back refused')
  })

  test('Retell is down from then on: the old version speaks once it can be asked again', async () => {
    const { ends } = await walk({ status: 503, times: FOREVER })
    expect(ends).toEqual(['rolled_back unreachable'])
  })

  test.each([
    [
      'the agent reads back with another address',
      '/get-agent/',
      { webhook_url: 'https://else.example.invalid' },
    ],
    ['the language model reads back without tools', '/get-retell-llm/', { general_tools: [] }],
    ['a number reads back as bound elsewhere', '/get-phone-number/', { inbound_agents: [] }],
  ])('%s: it is found and turned back (failure 70)', async (_, path, answer) => {
    const { ends } = await walk({ times: 1, path, method: 'GET', answer })
    expect(ends).toContain('rolled_back read_back_differs')
  })

  test('nobody is found at the address that Retell was given: the old version speaks', async () => {
    product.app.outside.publicUrl = 'http://127.0.0.1:1'
    product.app.platform.outbound.setPolicy('own-front-door', { opensAfter: FOREVER, attempts: 1 })
    const publication = await publishChanged()
    product.app.outside.publicUrl = publicUrl
    await salon.turnBack(publication.id)
    await expectWhole(await salon.publication(publication.id))
    expect(await salon.publication(publication.id)).toMatchObject({ reason: 'unreachable' })
  })
})

describe('Whoever meets a publication under way', () => {
  test('publishes nothing beside it: of two at once one is told to wait', async () => {
    const draft = await salon.edit({ brain: 'hosted', voice_id: 'voice-of-two' })
    const wish = { version_id: draft.id }
    const asked = await Promise.all([1, 2].map(() => salon.call('POST', '/publications', wish)))
    expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const { id } = asked.find(({ status }) => status === 201)?.body ?? {}
    await salon.work(id)
    await expectWhole(await salon.publication(id))
  })

  test('and works on it too, because a worker was taken for dead, leaves it whole (failure 70)', async () => {
    const draft = await salon.edit({ brain: 'hosted', voice_id: 'voice-of-two-workers' })
    const { id } = await salon.start(draft.id)
    await Promise.all([salon.work(id), salon.work(id)])
    if ((await salon.publication(id)).state === 'turning_back') await salon.turnBack(id)
    await expectWhole(await salon.publication(id))
  })

  test('takes it for no drift, though the number leads to the new version already', async () => {
    const before = (await salon.call('GET', '')).body.drift
    const draft = await salon.edit({ brain: 'hosted', voice_id: 'voice-under-way' })
    const { id } = await salon.start(draft.id)
    await salon.sdk.phoneNumber.update(NUMBERS[0] ?? '', { inbound_agents: [] })
    await salon.call('POST', '/drift-checks')
    expect((await salon.call('GET', '')).body.drift).toEqual(before)
    await salon.work(id)
    await expectWhole(await salon.publication(id))
    expect((await salon.call('POST', '/drift-checks')).body.state).toBe('none')
  })
})
