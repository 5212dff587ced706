import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { type GoogleSimulator, startGoogle } from './start-google.ts'

const EMAIL = 'mara@studio-lindner.example'
const SCOPE = 'https://www.googleapis.com/auth/calendar'
const open: GoogleSimulator[] = []
afterEach(async () => {
  for (const google of open.splice(0)) await google.close()
})

async function start() {
  const google = await startGoogle()
  open.push(google)
  google.addCalendar({ id: EMAIL, roles: { [EMAIL]: 'owner' } })
  const form = {
    ...{ grant_type: 'refresh_token', refresh_token: google.grant(EMAIL, [SCOPE]) },
    ...{ client_id: google.client.id, client_secret: google.client.secret },
  }
  const token = await fetch(`${google.url}/token`, { method: 'POST', body: new URLSearchParams(form) })
  const { access_token } = (await token.json()) as { access_token: string }
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${google.url}/calendar/v3${path}`, { headers, ...init })
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
  }
  return { google, ask }
}

const event = { start: { dateTime: '2026-12-01T09:00:00Z' }, end: { dateTime: '2026-12-01T10:00:00Z' } }

/** Hears notifications; the states in the order in which they came. */
async function listener(): Promise<{ address: string; heard: string[] }> {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.headers['x-goog-message-number']}`)
    response.writeHead(204).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard }
}

describe('the Calendar API', () => {
  test('without a token answers in the form of Google', async () => {
    const { google } = await start()
    const answer = await fetch(`${google.url}/calendar/v3/users/me/calendarList`)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { code: 401, errors: [{ reason: 'authError' }] } })
  })

  test('takes no sync token together with a range', async () => {
    const { ask } = await start()
    const { json } = await ask('/calendars/primary/events')
    const { status } = await ask(
      `/calendars/primary/events?syncToken=${json.nextSyncToken}&timeMin=2026-12-01T00:00:00Z`,
    )
    expect(status).toBe(400)
  })

  test('says for each calendar of free and busy whether it is known, with status 200', async () => {
    const { ask } = await start()
    const items = [{ id: EMAIL }, { id: 'nobody@studio-lindner.example' }]
    const { status, json } = await ask('/freeBusy', {
      method: 'POST',
      body: JSON.stringify({ timeMin: '2026-12-01T00:00:00Z', timeMax: '2026-12-02T00:00:00Z', items }),
    })
    expect(status).toBe(200)
    expect(json.calendars).toEqual({
      [EMAIL]: { busy: [] },
      'nobody@studio-lindner.example': { busy: [], errors: [{ domain: 'global', reason: 'notFound' }] },
    })
  })

  test('an id of other characters than a to v and digits is refused', async () => {
    const { ask } = await start()
    const body = JSON.stringify({ ...event, id: 'zimmer-7' })
    expect((await ask('/calendars/primary/events', { method: 'POST', body })).status).toBe(400)
  })

  test('lists page by page, and tells a sync token on the last one', async () => {
    const { google, ask } = await start()
    for (let index = 0; index < 3; index += 1) google.insertEvent(EMAIL, event)
    const first = await ask('/calendars/primary/events?maxResults=2')
    expect(first.json.nextSyncToken).toBeUndefined()
    const second = await ask(`/calendars/primary/events?maxResults=2&pageToken=${first.json.nextPageToken}`)
    expect(second.json.items).toHaveLength(1)
    expect(second.json.nextSyncToken).toEqual(expect.any(String))
  })
})

describe('notifications', () => {
  test.each([
    ['none', ['1', '2', '3']],
    ['lose', ['1']],
    ['double', ['1', '2', '2', '3', '3']],
    ['reorder', ['1', '3', '2']],
  ] as const)('when told so: %s', async (mode, expected) => {
    const { google, ask } = await start()
    const { address, heard } = await listener()
    const body = JSON.stringify({ id: 'a-channel', type: 'web_hook', address })
    await ask('/calendars/primary/events/watch', { method: 'POST', body })
    await google.notified()
    google.failNotifications({ mode })
    for (let index = 0; index < 2; index += 1) {
      google.insertEvent(EMAIL, event)
      if (mode !== 'reorder') await google.notified()
    }
    await google.notified()
    expect(mode === 'reorder' ? heard.toSorted() : heard).toEqual(
      mode === 'reorder' ? expected.toSorted() : expected,
    )
    if (mode === 'reorder') expect(google.notifications().length).toBe(3)
  })
})
