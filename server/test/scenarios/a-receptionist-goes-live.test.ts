import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differencesBetween } from '../../src/modules/voice/domain/agent/differences.ts'
import { receptionistOf } from '../support/receptionist.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const SALON = '+493023125001'
let product: TestProduct
let salon: ReturnType<typeof receptionistOf>

beforeAll(async () => {
  product = await startProduct()
  product.app.outside.publicUrl = product.url
  product.retell.knowNumbers([SALON])
  salon = receptionistOf(product)
})
afterAll(() => product.stop())

const get = async (path = ''): Promise<Json> => (await salon.call('GET', path)).body

/** Published by the worker, as it is for people. */
async function publish(versionId: string): Promise<Json> {
  const { id } = await salon.start(versionId)
  await expect.poll(async () => (await salon.publication(id)).ended_at, { timeout: 10_000 }).not.toBeNull()
  return await salon.publication(id)
}

/** The agent that answers the number, as Retell has it. */
async function answering(): Promise<Json> {
  const { inbound_agents: bound } = await salon.sdk.phoneNumber.retrieve(SALON)
  const [{ agent_id: id = '', agent_version: version = 0 } = {}] = (bound ?? []) as Json[]
  return await salon.sdk.agent.retrieve(id, { version })
}

describe('A receptionist goes live', () => {
  test('there is none at first, and a draft is offered to begin with', async () => {
    const now = await get()
    expect(now).toMatchObject({ connected: true, live: null, draft: null, publication: null, drift: null })
    expect(now.start_from).toMatchObject({ brain: 'custom', language: 'de-DE' })
    expect(now.allowed).toEqual({ edit: true, publish: true })
  })

  test('its draft is published, read back, bound to the number, tried out, and live', async () => {
    const draft = await salon.edit({ keywords: ['Strähnchen'], fallback_number: '+493023125090' })
    const publication = await publish(draft.id)
    expect(publication).toMatchObject({ state: 'live', reason: null })
    expect(publication.steps.map(({ step, outcome }: Json) => `${step} ${outcome}`)).toEqual(
      ['llm', 'draft', 'publish', 'read_back', 'bind', 'check'].map(step => `${step} done`),
    )
    const agent = await answering()
    expect(agent).toMatchObject({ is_published: true, language: 'de-DE', timezone: 'Europe/Berlin' })
    expect(agent.boosted_keywords).toEqual(expect.arrayContaining(['Salon Morgenrot', 'Mara', 'Strähnchen']))
    expect(await salon.sdk.phoneNumber.retrieve(SALON)).toMatchObject({
      fallback_number: '+493023125090',
      inbound_webhook_url: `${product.url}/voice/retell/default/inbound`,
    })
  })

  test('the address of the line reaches Retell and no browser', async () => {
    const { response_engine: engine } = await answering()
    const line = engine.llm_websocket_url as string
    expect(line).toMatch(/^ws:.*\/llm\/.{20,}/)
    const { items } = await get('/versions')
    const shown = JSON.stringify([await get(), await get(`/versions/${items[0].id}`), items])
    const secret = line.split('/').at(-1) ?? ''
    expect(shown).not.toContain(secret)
    expect(shown).toContain('$line_url')
  })

  test('a hosted brain has the tools of our handlers, and their arguments (failures 71, 73)', async () => {
    const draft = await salon.edit({ brain: 'hosted', tools_off: ['book_series'] })
    await publish(draft.id)
    const { llm_id: id = '' } = (await answering()).response_engine
    const { general_tools: tools = [] } = await salon.sdk.llm.retrieve(id)
    const { reception } = product.app.modules
    const custom = (tools ?? []).filter(({ type }) => type === 'custom') as Json[]
    expect(custom.map(({ name }) => name).toSorted()).toEqual(
      reception.tools
        .map(({ name }) => name)
        .filter(name => name !== 'book_series')
        .toSorted(),
    )
    for (const tool of reception.tools.filter(({ name }) => name !== 'book_series')) {
      const told = custom.find(({ name }) => name === tool.name)
      expect(Object.keys(told.parameters.properties).toSorted()).toEqual(
        Object.keys(tool.args.shape).toSorted(),
      )
    }
  })

  test('two versions are compared, and the one before can be gone back to', async () => {
    const { items } = await get('/versions')
    const [newer, older] = items
    const { items: differences } = await get(`/differences?from=${older.id}&to=${newer.id}`)
    expect(differences).toContainEqual({ path: 'brain', before: 'custom', after: 'hosted' })
    const back = await publish(older.id)
    expect(back.steps.map(({ step }: Json) => step)).toEqual(['read_back', 'bind', 'check'])
    expect((await get()).live.id).toBe(older.id)
    expect((await answering()).response_engine.type).toBe('custom-llm')
  })

  test('its own question follows the name of the business and that an AI is speaking', async () => {
    const draft = await salon.edit({ brain: 'custom', opening_question: 'Womit darf ich dienen?' })
    await publish(draft.id)
    const line = product.retell.dial({
      url: (await answering()).response_engine.llm_websocket_url,
      from: '+491713920033',
      to: SALON,
    })
    const greeting = await line.greeting()
    line.hangUp()
    expect(greeting.content).toBe(
      'Guten Tag, hier ist Salon Morgenrot. Sie sprechen mit der digitalen Assistentin, einer KI. Womit darf ich dienen?',
    )
    const ringing = await product.retell.request({
      kind: 'inbound',
      body: { event: 'call_inbound', call_inbound: { from_number: '+491713920033', to_number: SALON } },
    })
    const { call_inbound: answer } = ringing.body as Json
    expect(answer.dynamic_variables.greeting).toBe(greeting.content)
    expect(answer).not.toHaveProperty('agent_override')
  })

  test('what speaks already, or is nobody’s version, is not published', async () => {
    const { live } = await get()
    expect((await salon.call('POST', '/publications', { version_id: live.id })).status).toBe(409)
    const nobody = { version_id: '0193b1de-0000-7000-8000-000000000009' }
    expect((await salon.call('POST', '/publications', nobody)).status).toBe(404)
  })

  test('a definition that would be spoken in braces is refused, and says which word (failure 78)', async () => {
    const { start_from: definition } = await get()
    const wrong = { definition: { ...definition, instructions: 'Sage {{preise}}.' } }
    const { status, body } = await salon.call('PUT', '/draft', wrong)
    expect([status, body.type]).toEqual([422, '/errors/voice/unusable-definition'])
    expect(body.problems).toEqual([{ kind: 'unknown_variable', field: 'instructions', names: ['preise'] }])
  })

  test('two who write the draft at once do not overwrite each other', async () => {
    const { start_from: definition } = await get()
    const wish = { definition: { ...definition, voice_id: 'voice-a' }, revision: 0 }
    expect((await salon.call('PUT', '/draft', wish)).status).toBe(200)
    expect((await salon.call('PUT', '/draft', wish)).status).toBe(409)
  })

  test('who only works with the calendar may look and not publish', async () => {
    const { key } = await product.app.modules.identity.createApiKey({
      ...{ tenantId: await product.tenantId('salon'), scopes: ['read', 'write'], name: 'office' },
    })
    const path = '/api/v1/receptionist'
    const { status, body } = await send(product.url, { method: 'GET', path, key })
    expect([status, body.allowed.publish.no]).toEqual([200, 'Das dürfen nur Leitung und Inhaber.'])
    const wish = { method: 'POST', path: `${path}/publications`, key, body: { version_id: body.live.id } }
    expect((await send(product.url, wish)).status).toBe(403)
  })
})

describe('What became of it at Retell', () => {
  const look = async (): Promise<Json> => (await salon.call('POST', '/drift-checks')).body
  const keep = async (wish: { store_transcripts?: boolean; store_recordings?: boolean }): Promise<void> => {
    const path = '/api/v1/settings'
    const { status } = await send(product.url, { method: 'PATCH', path, key: product.keys.salon, body: wish })
    expect(status).toBe(200)
  }

  test('is the same while nobody touches it', async () => {
    expect(await look()).toMatchObject({ state: 'none', differences: [] })
  })

  test('is found when somebody binds the number elsewhere by hand (failures 10, 70)', async () => {
    await salon.sdk.phoneNumber.update(SALON, { inbound_agents: [] })
    const drift = await look()
    expect(drift).toMatchObject({ state: 'drifted' })
    expect(drift.differences[0].path).toContain(SALON)
    expect((await get()).drift.state).toBe('drifted')
    expect((await salon.call('GET', '/alarms')).body.items).toEqual([{ alarm: 'receptionist_drifted' }])
    expect(await (await fetch(`${product.url}/metrics`)).text()).toMatch(
      /^askpro_receptionists\{state="drifted"\} 1$/m,
    )
  })

  test('cannot be known while Retell does not answer', async () => {
    product.retell.failApi({ status: 503, times: 100 })
    expect(await look()).toMatchObject({ state: 'unknown', differences: [] })
    product.retell.mendApi()
  })

  test('is put right by publishing again', async () => {
    const { draft } = await get()
    expect(await publish(draft.id)).toMatchObject({ state: 'live' })
    expect(await look()).toMatchObject({ state: 'none' })
  })

  test('is old when a colleague comes who is not listened for', async () => {
    await product.post('/api/v1/staff', product.keys.salon, { name: 'Tilda' })
    const drift = await look()
    expect(drift.state).toBe('outdated')
    expect(drift.differences[0].path).toBe('agent.boosted_keywords')
  })

  test('follows the settings of what may be kept at once, and is otherwise as it was', async () => {
    const before = await get()
    await keep({ store_transcripts: true, store_recordings: true })
    await expect
      .poll(async () => (await answering()).data_storage_setting, { timeout: 10_000 })
      .toBe('everything')
    await expect.poll(async () => (await get()).publication.state).toBe('live')
    const { live } = await get()
    expect(live).toMatchObject({ made_by: 'privacy setting', definition: before.live.definition })
    const [was, is] = await Promise.all([before.live.id, live.id].map(id => get(`/versions/${id}`)))
    expect(differencesBetween(was.rendered, is.rendered).map(({ path }) => path)).toEqual([
      'agent.data_storage_setting',
    ])
  })

  test('does so while a draft is unfinished, which stays a draft', async () => {
    const draft = await salon.edit({ voice_id: 'voice-of-somebody', opening_question: 'Noch nicht fertig' })
    await keep({ store_transcripts: false })
    await expect
      .poll(async () => (await answering()).data_storage_setting, { timeout: 10_000 })
      .toBe('basic_attributes_only')
    await expect.poll(async () => (await get()).publication.state).toBe('live')
    const now = await get()
    expect(now.draft).toEqual(draft)
    expect(now.live).toMatchObject({ made_by: 'privacy setting' })
    expect(now.live.definition.voice_id).not.toBe('voice-of-somebody')
    const { steps } = await get(`/publications/${now.publication.id}`)
    expect(steps.map(({ step, outcome }: Json) => `${step} ${outcome}`)).toContain('bind done')
    expect((await answering()).voice_id).toBe(now.live.definition.voice_id)
  })

  test('which is no drift, and the draft is published with it later', async () => {
    const { draft } = await get()
    expect(await look()).toMatchObject({ state: 'outdated' })
    expect((await look()).differences.map(({ path }: Json) => path)).toEqual(['agent.boosted_keywords'])
    expect(await publish(draft.id)).toMatchObject({ state: 'live' })
    expect(await answering()).toMatchObject({
      voice_id: 'voice-of-somebody',
      data_storage_setting: 'basic_attributes_only',
    })
    expect(await look()).toMatchObject({ state: 'none' })
  })

  test('going back to a version of other days does not bring back what was kept then', async () => {
    const { items } = await get('/versions')
    const older = await Promise.all(items.map(({ id }: Json) => get(`/versions/${id}`)))
    const kept = older.find(({ rendered }) => rendered?.agent.data_storage_setting === 'everything')
    await publish(kept.id)
    await expect
      .poll(async () => (await answering()).data_storage_setting, { timeout: 10_000 })
      .toBe('basic_attributes_only')
    await expect.poll(async () => (await get()).publication.state).toBe('live')
  })

  test('is tried by the clock once an hour where Retell refuses it, and at once when the setting changes', async () => {
    product.retell.failApi({ status: 422, times: 1, path: '/update-agent/' })
    await keep({ store_transcripts: true })
    await expect.poll(async () => (await get()).publication.state, { timeout: 10_000 }).toBe('rolled_back')
    const { publication } = await get()
    await product.app.platform.jobs.schedules().get('voice.check-receptionists')?.run(Temporal.Now.instant())
    await product.settled()
    expect((await get()).publication.id).toBe(publication.id)
    expect((await answering()).data_storage_setting).toBe('basic_attributes_only')
    await keep({ store_transcripts: false })
    await keep({ store_transcripts: true })
    await expect
      .poll(async () => (await answering()).data_storage_setting, { timeout: 10_000 })
      .toBe('everything')
    await expect.poll(async () => (await get()).publication.state).toBe('live')
  })

  test('is made anew when Retell has lost it', async () => {
    const { agent_id: id } = await answering()
    await salon.sdk.phoneNumber.update(SALON, { inbound_agents: [] })
    await salon.sdk.agent.delete(id)
    expect(await look()).toMatchObject({ state: 'drifted' })
    const draft = await salon.edit({ voice_id: 'voice-b' })
    expect(await publish(draft.id)).toMatchObject({ state: 'live' })
    expect((await answering()).agent_id).not.toBe(id)
  })
})
