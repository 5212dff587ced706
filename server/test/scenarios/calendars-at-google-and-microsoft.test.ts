import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GoogleSimulator, startGoogle } from '../../../sandbox/google/start-google.ts'
import { type GraphSimulator, startGraph } from '../../../sandbox/graph/start-graph.ts'
import { send } from '../support/send.ts'
import { testConfig } from '../support/test-config.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

/** A Friday; what is offered is on the Thursday after. */
let now = Temporal.Instant.from('2026-11-20T10:00:00+01:00')
const clock = { now: () => now }
const DAY = { from: '2026-11-26T09:00:00+01:00', to: '2026-11-26T18:00:00+01:00' }
const MARA = 'mara@salon-lindner.example'
const AYLIN = 'aylin@salon-lindner.example'

let product: TestProduct
let google: GoogleSimulator
let graph: GraphSimulator
let aylinCalendar: string

beforeAll(async () => {
  const time = { now: () => now.epochMilliseconds }
  google = await startGoogle(time)
  graph = await startGraph(time)
  google.addCalendar({ id: MARA, summary: 'Mara', roles: { [MARA]: 'owner' } })
  aylinCalendar = graph.addCalendar({ mailbox: AYLIN, name: 'Aylin' })
  product = await startProduct({
    clock,
    config: {
      google: { baseUrl: google.url },
      secrets: { ...testConfig().secrets, googleClient: google.client },
    },
  })
  product.app.outside.publicUrl = product.url
})
afterAll(async () => {
  await product.stop()
  await google.close()
  await graph.close()
})

const key = () => product.keys.salon
const get = async (path: string): Promise<Json> => (await product.get(path, key())).body
const post = (path: string, body: unknown) => product.post(path, key(), body)

async function connect(provider: 'google' | 'microsoft' | 'caldav'): Promise<string> {
  const { status, body } = await post('/api/v1/calendar-connections', { provider, name: `Bei ${provider}` })
  expect(status).toBe(201)
  return body.id
}

type Begun = { readonly url: URL; readonly cookie: string }

async function beginConsent(connection: string): Promise<Begun> {
  const { status, body, headers } = await post(`/api/v1/calendar-connections/${connection}/consent`, {})
  expect(status).toBe(200)
  return { url: new URL(body.url), cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
}

/** The person chooses an account; where the provider sends the browser to. */
async function choose({ url }: Begun, account: string): Promise<string> {
  const chosen = new URL(url)
  chosen.searchParams.set('chosen', account)
  const answer = await fetch(chosen, { redirect: 'manual' })
  return answer.headers.get('location') ?? ''
}

async function comeBack(address: string, cookie: string): Promise<URL> {
  const answer = await fetch(address, { redirect: 'manual', headers: { cookie } })
  expect(answer.status).toBe(302)
  const location = answer.headers.get('location') ?? ''
  expect(location).toMatch(/^\/app\/calendars\?/)
  return new URL(location, product.url)
}

async function letIn(provider: 'google' | 'microsoft', account: string): Promise<string> {
  const connection = await connect(provider)
  const begun = await beginConsent(connection)
  const page = await comeBack(await choose(begun, account), begun.cookie)
  expect(Object.fromEntries(page.searchParams)).toEqual({ consent: 'given', connection })
  return connection
}

async function runSchedule(name: string): Promise<void> {
  await product.app.platform.jobs.schedules().get(name)?.run(now)
  await product.settled()
}

async function link(connection: string, target: string, staff: string): Promise<Json> {
  const { items } = await get('/api/v1/staff')
  const wish = { connection_id: connection, target, direction: 'both' }
  const resource_id = items.find(({ name }: Json) => name === staff)?.id
  const { status, body } = await post('/api/v1/calendar-links', { ...wish, resource_id })
  expect(status).toBe(201)
  await product.settled()
  await runSchedule('calendars.read-due-calendars')
  await runSchedule('calendars.tend-channels')
  return body
}

async function freeStarts(staff: string): Promise<string[]> {
  const query = new URLSearchParams({ service: 'Haarschnitt Damen', staff, ...DAY })
  const { items } = await get(`/api/v1/availability?${query}`)
  return items.map((item: Json) => item.starts_at.slice(11, 16))
}

async function heard(): Promise<void> {
  await google.notified()
  await graph.notified()
  await product.settled()
}

const channelOf = async (id: string): Promise<Json> => {
  const [row] = await product.database.query<Json>(
    `select push_id, push_resource, push_expires_at from calendar_link where id = '${id}'`,
  )
  return row
}

describe('consent', () => {
  test('lets us into a calendar, and says what can be linked', async () => {
    const connection = await letIn('google', MARA)
    const { body } = await post(`/api/v1/calendar-connections/${connection}/test`, {})
    expect(body.targets.map(({ id }: Json) => id)).toEqual([MARA])
  })

  test('is ended only in the browser that began it', async () => {
    const connection = await connect('google')
    const begun = await beginConsent(connection)
    const other = await beginConsent(connection)
    for (const cookie of ['', 'askpro_consent=guessed', other.cookie]) {
      const page = await comeBack(await choose(begun, MARA), cookie)
      expect(page.search).toBe('?consent=expired')
    }
    const { body } = await post(`/api/v1/calendar-connections/${connection}/test`, {})
    expect(body.type).toBe('/errors/calendars/not-connected')
  })

  test('comes to nothing with a state that is not ours', async () => {
    const address = `${product.url}/oauth/google/callback?code=4/stolen&state=v1.made.up`
    expect((await comeBack(address, 'askpro_consent=guessed')).search).toBe('?consent=expired')
  })

  test('is over after ten minutes', async () => {
    const begun = await beginConsent(await connect('google'))
    const back = await choose(begun, MARA)
    now = now.add({ minutes: 10 })
    expect((await comeBack(back, begun.cookie)).search).toBe('?consent=expired')
  })

  test('that is not given leaves the connection as it was', async () => {
    const begun = await beginConsent(await connect('google'))
    const page = await comeBack(await choose(begun, 'nobody'), begun.cookie)
    expect(page.searchParams.get('consent')).toBe('refused')
  })

  test('is not asked for where the installation is not registered, or the provider knows none', async () => {
    for (const [provider, type] of [
      ['microsoft', '/errors/calendars/not-configured'],
      ['caldav', '/errors/calendars/no-consent'],
    ] as const) {
      const { status, body } = await post(
        `/api/v1/calendar-connections/${await connect(provider)}/consent`,
        {},
      )
      expect([status, body.type]).toEqual([409, type])
    }
  })
})

describe('a calendar at Google', () => {
  let maras: Json

  test('tells of what is new in it, and the time is no longer offered', async () => {
    maras = await link(await letIn('google', MARA), MARA, 'Mara')
    expect(await freeStarts('Mara')).toContain('14:00')
    google.insertEvent(MARA, {
      summary: 'Zahnarzt',
      start: { dateTime: '2026-11-26T14:00:00+01:00' },
      end: { dateTime: '2026-11-26T15:00:00+01:00' },
    })
    await heard()
    expect(await freeStarts('Mara')).not.toContain('14:00')
  })

  test('counts a notification that comes twice once, and none that nobody proves', async () => {
    const received = async () => {
      const [row] = await product.database.query<Json>(
        "select count(*)::int as count from inbox where source like 'google/%'",
      )
      return row.count
    }
    const before = await received()
    const [last] = google.notifications().toReversed()
    await fetch(last?.address ?? '', { method: 'POST', headers: { ...last?.headers } })
    const forged = { ...last?.headers, 'x-goog-channel-token': 'guessed', 'x-goog-message-number': '999' }
    expect((await fetch(last?.address ?? '', { method: 'POST', headers: forged })).status).toBe(401)
    expect(await received()).toBe(before)
  })

  test('gets what is booked here, and the ledger says that both agree', async () => {
    const query = new URLSearchParams({ service: 'Haarschnitt Damen', staff: 'Mara', ...DAY })
    const { items } = await get(`/api/v1/availability?${query}`)
    const { token } = items.find((item: Json) => item.starts_at.slice(11, 16) === '10:00')
    const booked = await post('/api/v1/appointments', { token, customer: { name: 'Petra Lindner' } })
    expect(booked.status).toBe(201)
    await heard()
    const event = google.events(MARA).find(({ summary }) => summary?.includes('Petra Lindner'))
    expect(event?.start.dateTime).toBe('2026-11-26T09:00:00Z')
    const entries = await get(`/api/v1/sync-entries?appointment=${booked.body.id}`)
    expect(entries.items.map(({ state }: Json) => state)).toEqual(['in_step'])
  })

  test('is asked anew to tell before its channel ends, and the old one is given back', async () => {
    const before = await channelOf(maras.id)
    now = now.add({ hours: 100 })
    await runSchedule('calendars.tend-channels')
    const after = await channelOf(maras.id)
    expect(after.push_id).not.toBe(before.push_id)
    now = now.subtract({ hours: 100 })
    google.insertEvent(MARA, { start: { date: '2026-11-27' }, end: { date: '2026-11-28' } })
    await heard()
    const told = google
      .notifications()
      .slice(-1)
      .map(({ headers }) => headers['x-goog-channel-id'])
    expect(told).toEqual([after.push_id])
  })

  test('needs a new consent when the old one was taken back, and says so', async () => {
    google.revoke(MARA)
    google.expireAccessTokens()
    const { body } = await post(`/api/v1/calendar-connections/${maras.connection_id}/test`, {})
    expect(body.type).toBe('/errors/calendars/access-refused')
    expect(await get(`/api/v1/calendar-connections/${maras.connection_id}`)).toMatchObject({
      state: 'reconnect',
      problem: expect.stringContaining('invalid_grant'),
    })
  })

  test('gives its consent back when it is switched off, and asks for a new one when it is switched on', async () => {
    const path = `/api/v1/calendar-connections/${maras.connection_id}`
    const change = async (state: string) =>
      (await send(product.url, { method: 'PATCH', path, key: key(), body: { state } })).body
    expect((await change('off')).state).toBe('off')
    await product.settled()
    const kept = await product.database.query(
      'select sealed_secrets from calendar_connection where id = $1',
      [maras.connection_id],
    )
    expect(kept).toEqual([{ sealed_secrets: null }])
    expect(await change('ok')).toMatchObject({
      state: 'reconnect',
      allowed: { link: { no: expect.any(String) } },
    })
  })
})

describe('a calendar at Microsoft', () => {
  let aylin: Json

  test('tells of what is new in it, after it has asked whether the address is ours', async () => {
    product.app.outside.microsoft = graph
    aylin = await link(await letIn('microsoft', AYLIN), aylinCalendar, 'Aylin')
    expect((await channelOf(aylin.id)).push_resource).toEqual(expect.any(String))
    expect(await freeStarts('Aylin')).toContain('14:00')
    graph.insertEvent(aylinCalendar, {
      start: { dateTime: '2026-11-26T14:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-11-26T15:00:00', timeZone: 'W. Europe Standard Time' },
    })
    await heard()
    expect(await freeStarts('Aylin')).not.toContain('14:00')
  })

  test('counts no notification without the secret of its subscription', async () => {
    const { push_resource: subscriptionId } = await channelOf(aylin.id)
    const address = `${product.url}/webhooks/microsoft/${aylin.connection_id}`
    const send = (value: unknown) =>
      fetch(address, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ value }),
      })
    expect((await send([{ subscriptionId, clientState: 'guessed' }])).status).toBe(401)
    expect((await send([{ subscriptionId }])).status).toBe(401)
    expect((await send([{ subscriptionId: 'nobodys', clientState: 'guessed' }])).status).toBe(401)
    expect((await send([])).status).toBe(401)
  })

  test('gives a question back as plain text, whatever it asks', async () => {
    const question = '<script>alert(1)</script> ä+&'
    const address = new URL(`${product.url}/webhooks/microsoft/${aylin.connection_id}`)
    address.searchParams.set('validationToken', question)
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'text/plain' } })
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      question,
    ])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is subscribed to anew when Microsoft says that the subscription is over', async () => {
    const before = await channelOf(aylin.id)
    graph.sendLifecycle('subscriptionRemoved')
    await heard()
    expect((await channelOf(aylin.id)).push_resource).not.toBe(before.push_resource)
  })

  test('keeps the refresh token that replaced the one before', async () => {
    const secretsOf = async () => {
      const [row] = await product.database.query<Json>(
        `select sealed_secrets from calendar_connection where id = '${aylin.connection_id}'`,
      )
      return row.sealed_secrets
    }
    const before = await secretsOf()
    graph.expireAccessTokens()
    const { status } = await post(`/api/v1/calendar-connections/${aylin.connection_id}/test`, {})
    expect(status).toBe(200)
    expect(await secretsOf()).not.toBe(before)
  })
})
