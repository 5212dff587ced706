import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import { ProviderError } from '../errors/provider-error.ts'
import { createErrorReporter, type ErrorReporter } from './error-reporter.ts'
import { createLog } from './log.ts'
import { withRequestContext } from './request-context.ts'

let sentry: Server
let answer: number
let envelopes: string[]
let reporter: ErrorReporter

beforeEach(async () => {
  answer = 200
  envelopes = []
  sentry = createServer((request, response) => {
    let body = ''
    request.on('data', part => {
      body += String(part)
    })
    request.on('end', () => {
      envelopes.push(body)
      response.writeHead(answer, { 'content-type': 'application/json' }).end('{"id":"1"}')
    })
  })
  await new Promise<void>(resolve => sentry.listen(0, '127.0.0.1', resolve))
  const dsn = `http://public@127.0.0.1:${(sentry.address() as AddressInfo).port}/42`
  reporter = await createErrorReporter({ dsn, version: '1.2.3', production: true })
})
afterEach(async () => {
  await reporter.close()
  sentry.closeAllConnections()
  await new Promise(resolve => sentry.close(resolve))
})

const about = { requestId: null }
/** An envelope is lines of JSON: its head, then a head and a body for each item. */
const events = () => envelopes.map(envelope => JSON.parse(envelope.trim().split('\n').at(-1) ?? ''))

test('an error that nobody expected arrives with stack, version and request', async () => {
  reporter.report(new TypeError('x is not a function'), { requestId: 'request-7' })
  await reporter.close()
  expect(events()).toMatchObject([
    {
      release: 'askpro@1.2.3',
      environment: 'production',
      tags: { request_id: 'request-7' },
      exception: { values: [{ type: 'TypeError', value: 'x is not a function' }] },
    },
  ])
  expect(events()[0].exception.values[0].stacktrace.frames.length).toBeGreaterThan(0)
})

test('what is logged as an error is reported, what is logged as a warning is not', async () => {
  const log = createLog({ level: 'fatal', destination: 'stderr', onError: reporter.report })
  const loud = createLog({ level: 'error', destination: 'stderr', onError: reporter.report })
  loud.warn({ err: new Error('only a warning') }, 'a warning')
  log.error({ err: new Error('below the level') }, 'not logged')
  withRequestContext({ requestId: 'request-8' }, () => loud.error({ err: new Error('a bug') }, 'a failure'))
  await reporter.close()
  expect(events().map(event => [event.exception.values[0].value, event.tags])).toEqual([
    ['a bug', { request_id: 'request-8' }],
  ])
})

test('refusals and failures of providers are not reported', async () => {
  const cause = { provider: 'smtp', operation: 'send', retryable: true, message: 'away' }
  reporter.report(new AppError(platformErrors.notFound), about)
  reporter.report(new ProviderError(cause), about)
  await reporter.close()
  expect(envelopes).toEqual([])
})

test('persons, secrets and the name of the machine stay here', async () => {
  const error = new Error('petra@example.org, +49 171 3920017, postgres://app:geheim@db/x')
  reporter.report(error, about)
  await reporter.close()
  expect(envelopes.join()).not.toMatch(/petra|3920017|geheim/)
  expect(events()[0]).not.toHaveProperty('server_name')
})

test('an error that comes again and again is reported thirty times a minute at most', async () => {
  for (let count = 0; count < 100; count += 1) reporter.report(new Error(`number ${count}`), about)
  await reporter.close()
  expect(envelopes.length).toBeGreaterThan(0)
  expect(envelopes.length).toBeLessThanOrEqual(60)
})

test('a test event says what Sentry answered', async () => {
  expect(await reporter.test()).toBe(200)
  answer = 403
  expect(await reporter.test()).toBe(403)
})

test('without an address nothing is sent, and a test says so', async () => {
  const silent = await createErrorReporter({ dsn: null, version: '1', production: false })
  silent.report(new Error('a bug'), about)
  expect(await silent.test()).toBeNull()
  expect(envelopes).toEqual([])
})
