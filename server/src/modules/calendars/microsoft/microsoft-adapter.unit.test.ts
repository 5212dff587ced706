import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { testAdapterContract } from '../testing/adapter-contract.ts'
import { at, doneValue, providerAccount, readingOf } from '../testing/provider-account.ts'
import { calendarAtMicrosoft, DIRECTORY, foreignGraphEvent, WINDOW } from '../testing/simulated-microsoft.ts'

const { graph, adapter, mailbox, account, calendar, number } = await calendarAtMicrosoft()

describe('the contract', () => {
  testAdapterContract(() => ({
    ...{ adapter, account: account(), target: calendar(), firstHour: at('2026-12-01T08:00:00Z') },
    addForeignEvent: ({ title: subject, startsAt, endsAt, days }) => {
      const moment = (instant: Temporal.Instant, day: string | undefined) => ({
        dateTime: day === undefined ? instant.toString().replace('Z', '') : `${day}T00:00:00`,
        timeZone: 'UTC',
      })
      graph.insertEvent(calendar(), {
        ...{ subject, isAllDay: days !== undefined },
        ...{ start: moment(startsAt, days?.[0]), end: moment(endsAt, days?.[1]) },
      })
    },
    breakNext: how => {
      if (how === 'unauthorised') graph.failApi({ status: 401, times: 2, path: '/v1.0' })
      else graph.failApi({ status: 'cut', times: 1, method: 'POST', path: '/v1.0', when: 'after' })
    },
    expireCursor: () => graph.expireDeltaTokens(),
  }))
})

describe('calendars', () => {
  test('of a mailbox are listed, page by page, with what may be done in them', async () => {
    const shown = graph.addCalendar({ mailbox: mailbox(), name: 'Feiertage', canEdit: false })
    const targets = doneValue(await adapter.listTargets(account()))
    expect(targets).toEqual([
      { id: calendar(), name: 'Beratung', kind: 'calendar', writable: true, zone: null, minutes: null },
      { id: shown, name: 'Feiertage', kind: 'calendar', writable: false, zone: null, minutes: null },
    ])
  })
})

describe('what Microsoft does not do', () => {
  test('429 says how long to wait', async () => {
    graph.failApi({ status: 429, retryAfterSeconds: 60, times: 9, path: '/v1.0' })
    expect(await adapter.listTargets(account())).toMatchObject({ kind: 'later', afterSeconds: 60 })
  })

  test('an outage while reading is asked again later, and never read as free', async () => {
    graph.failApi({ status: 503, times: 9, path: '/v1.0' })
    expect((await adapter.readEvents(account(), calendar(), readingOf(...WINDOW))).kind).toBe('later')
  })

  test('a mailbox outside of Exchange Online is refused for good', async () => {
    graph.failApi({ status: 404, reason: 'MailboxNotEnabledForRESTAPI', times: 1, path: '/v1.0' })
    expect((await adapter.listTargets(account())).kind).toBe('refused')
  })
})

describe('access', () => {
  test('a token that ended early is replaced unnoticed', async () => {
    const same = account()
    doneValue(await adapter.listTargets(same))
    graph.expireAccessTokens()
    expect((await adapter.listTargets(same)).kind).toBe('done')
  })

  test('the refresh token that comes with every use is kept', async () => {
    const same = account()
    doneValue(await adapter.listTargets(same))
    expect(same.kept).toEqual([{ kind: 'delegated', refreshToken: expect.any(String) }])
    expect(same.kept).not.toEqual([same.secrets])
    expect((await adapter.listTargets(providerAccount(same.kept[0]))).kind).toBe('done')
  })

  test('consent that was taken back asks for a new one, with the number of Microsoft', async () => {
    const same = account()
    graph.revoke(mailbox())
    expect(await adapter.listTargets(same)).toMatchObject({
      kind: 'unauthorised',
      detail: expect.stringContaining('AADSTS50173'),
    })
  })

  test('an application acts in the mailboxes that an administrator has named, and in no other', async () => {
    graph.letApplicationAct(DIRECTORY, [mailbox()])
    const acting = (whose: string) =>
      providerAccount({ kind: 'application', directory: DIRECTORY, mailbox: whose })
    expect(doneValue(await adapter.listTargets(acting(mailbox()))).map(({ id }) => id)).toEqual([calendar()])
    expect((await adapter.listTargets(acting(`chef@${DIRECTORY}`))).kind).toBe('refused')
  })

  test('an application that nobody consented to is refused access', async () => {
    const acting = providerAccount({ kind: 'application', directory: 'fremde.example', mailbox: mailbox() })
    expect((await adapter.listTargets(acting)).kind).toBe('unauthorised')
  })
})

describe('being told', () => {
  test('a subscription is made only after our address has answered, and then tells of changes', async () => {
    const { address, asked } = await receiver()
    const same = account()
    const wish = { id: `channel-${number()}`, address, secret: 'a secret' }
    const channel = doneValue(await adapter.startPush(same, calendar(), wish))
    expect(asked).toHaveLength(1)
    expect(channel.expiresAt.epochMilliseconds).toBeGreaterThan(Date.now() + 6 * 24 * 3_600_000)
    graph.insertEvent(calendar(), foreignGraphEvent())
    await graph.notified()
    expect(doneValue(await adapter.stopPush(same, channel))).toBeNull()
    expect((await adapter.stopPush(same, channel)).kind).toBe('done')
    graph.insertEvent(calendar(), foreignGraphEvent())
    await graph.notified()
    const told = graph.notifications().filter(one => one.address === address)
    expect(told.map(({ body }) => JSON.parse(body).value)).toEqual([
      [
        expect.objectContaining({
          subscriptionId: channel.resource,
          clientState: 'a secret',
          changeType: 'created',
        }),
      ],
    ])
  })

  test('an address that does not answer gets no subscription', async () => {
    const wish = { id: `channel-${number()}`, address: `${graph.url}/nowhere`, secret: 'a secret' }
    expect((await adapter.startPush(account(), calendar(), wish)).kind).toBe('refused')
  })
})

/** Answers the question of Graph as our route does. */
async function receiver(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken')
    if (token !== null) asked.push(token)
    response.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' }).end(token ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hint`, asked }
}
