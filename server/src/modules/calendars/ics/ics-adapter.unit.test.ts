import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids/ids.ts'
import { createOutbound } from '../../../platform/resilience/outbound.ts'
import { testAdapterContract } from '../testing/adapter-contract.ts'
import { createIcsAdapter } from './ics-adapter.ts'

const FIRST_HOUR = Temporal.Instant.from('2026-11-26T09:00:00+01:00')
const WINDOW = { start: FIRST_HOUR.subtract({ hours: 48 }), end: FIRST_HOUR.add({ hours: 24 * 30 }) }
const NOTHING = ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Mara privat', 'END:VCALENDAR'].join('\r\n')

const cleanups: Array<() => Promise<void> | void> = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

/** A web server with a feed, and a connection to it. */
async function startFeed(
  answer: (response: ServerResponse, asked: IncomingHttpHeaders, path: string) => void,
) {
  const server = createServer((request, response) => answer(response, request.headers, request.url ?? ''))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const outbound = createOutbound({ allowedOrigins: [origin] })
  cleanups.push(
    () => outbound.close(),
    () => {
      server.closeAllConnections()
      server.close()
    },
  )
  const account = {
    tenantId: newId<'tenant'>(),
    connectionId: newId<'calendar-connection'>(),
    secrets: { url: `${origin}/feed.ics` },
    keepSecrets: async () => {},
    zone: 'Europe/Berlin',
    urgency: 'background' as const,
  }
  const adapter = createIcsAdapter({ outbound })
  const read = (cursor: string | null = null) =>
    adapter.readEvents(account, 'feed', { cursor, window: WINDOW })
  return { adapter, account, read, origin }
}

describe('a feed', () => {
  testAdapterContract(async () => {
    const entries: string[] = []
    let refuses = false
    const { adapter, account } = await startFeed(response => {
      response.statusCode = refuses ? 401 : 200
      response.end(['BEGIN:VCALENDAR', ...entries, 'END:VCALENDAR'].join('\r\n'))
    })
    const compact = (text: string): string => text.replaceAll(/[-:]/g, '')
    return {
      ...{ adapter, account, target: 'feed', firstHour: FIRST_HOUR },
      addForeignEvent: ({ title, startsAt, endsAt, days }) => {
        entries.push('BEGIN:VEVENT', `UID:${entries.length}`, `SUMMARY:${title}`)
        entries.push(
          days ? `DTSTART;VALUE=DATE:${compact(days[0])}` : `DTSTART:${compact(startsAt.toString())}`,
        )
        entries.push(days ? `DTEND;VALUE=DATE:${compact(days[1])}` : `DTEND:${compact(endsAt.toString())}`)
        entries.push('END:VEVENT')
      },
      breakNext: () => {
        refuses = true
      },
      expireCursor: () => {},
    }
  }, ['writing', 'cursor'])
})

test('a feed that has not changed is not sent again', async () => {
  const asked: unknown[] = []
  const { read } = await startFeed((response, headers) => {
    asked.push(headers['if-none-match'])
    if (headers['if-none-match'] === '"one"') response.writeHead(304).end()
    else response.writeHead(200, { etag: '"one"' }).end(NOTHING)
  })
  const first = await read()
  if (first.kind !== 'done') throw new Error(JSON.stringify(first))
  const second = await read(first.value.cursor)
  expect(second).toEqual({
    kind: 'done',
    value: { extent: 'since', events: [], removed: [], cursor: first.value.cursor },
  })
  expect(asked).toEqual([undefined, '"one"'])
})

test('a feed that moved is followed', async () => {
  const { adapter, account } = await startFeed((response, _, path) => {
    if (path === '/feed.ics') response.writeHead(302, { location: '/other.ics' }).end()
    else response.end(NOTHING)
  })
  expect(await adapter.listTargets(account)).toMatchObject({ kind: 'done', value: [{ name: 'Mara privat' }] })
})

test('a feed that leads to a machine that is not public is not followed', async () => {
  const { read } = await startFeed(response => {
    response.writeHead(302, { location: 'https://10.0.0.1/feed.ics' }).end()
  })
  expect(await read()).toEqual({ kind: 'refused', detail: 'The address is not allowed: not_public.' })
})

test('a feed that leads in a circle is left', async () => {
  const { read } = await startFeed(response => {
    response.writeHead(302, { location: '/feed.ics' }).end()
  })
  expect((await read()).kind).toBe('refused')
})

test('a file that breaks off says nothing about what is free', async () => {
  const { read } = await startFeed(response => {
    response.end('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n')
  })
  expect(await read()).toEqual({ kind: 'refused', detail: 'The file ends within VEVENT.' })
})

test('a server that is down is asked later', async () => {
  const { read } = await startFeed(response => {
    response.writeHead(503, { 'retry-after': '120' }).end()
  })
  expect(await read()).toMatchObject({ kind: 'later', afterSeconds: 120 })
})
