import { symmetric } from 'retell-sdk/lib/webhook_auth'
import WebSocket from 'ws'
import { z } from 'zod'
import { ProviderError } from '../../../../platform/errors/provider-error.ts'
import type { Outbound } from '../../../../platform/resilience/outbound.ts'

type Doors = {
  readonly publicUrl: string
  readonly connection: string
  readonly apiKey: string
  readonly number: string
  readonly lineUrl: string
  readonly nowMs: number
}

const PROVIDER = 'own-front-door'
const OPENS_WITHIN_MS = 5000
const inboundAnswer = z.object({
  call_inbound: z.object({ dynamic_variables: z.record(z.string(), z.string()) }),
})

/**
 * Asks our own front doors from outside as Retell would: the address that Retell was given must lead to us, refuse what
 * is not signed, and greet whoever calls the number. No call is made by it. Null: all is well; otherwise what is not.
 */
export async function tryOutFrontDoors(outbound: Outbound, doors: Doors): Promise<string | null> {
  return (
    (await refusesUnsigned(outbound, doors, `/webhooks/retell/${encodeURIComponent(doors.connection)}`)) ??
    (await refusesUnsigned(outbound, doors, `/voice/retell/${encodeURIComponent(doors.connection)}/tools`)) ??
    (await greets(outbound, doors)) ??
    (await lineOpens(outbound, doors))
  )
}

async function refusesUnsigned(outbound: Outbound, doors: Doors, path: string): Promise<string | null> {
  const { status } = await outbound.request({
    ...{ provider: PROVIDER, operation: 'unsigned request', method: 'POST', repeat: 'safe' },
    url: new URL(path, doors.publicUrl).href,
    json: {},
    expect: [401, 404, 400, 204],
  })
  return status === 401 ? null : `${path.split('/')[1]}: ${status}`
}

async function greets(outbound: Outbound, doors: Doors): Promise<string | null> {
  const body = JSON.stringify({
    event: 'call_inbound',
    call_inbound: { from_number: 'anonymous', to_number: doors.number },
  })
  const signature = await symmetric.sign(body, doors.apiKey, doors.nowMs)
  const path = `/voice/retell/${encodeURIComponent(doors.connection)}/inbound`
  const answer = await outbound.request({
    ...{ provider: PROVIDER, operation: 'inbound call', method: 'POST', repeat: 'safe' },
    url: new URL(path, doors.publicUrl).href,
    headers: { 'content-type': 'application/json', 'x-retell-signature': signature },
    body,
    expect: [401, 404],
  })
  if (answer.status !== 200) return `inbound: ${answer.status}`
  const read = inboundAnswer.safeParse(JSON.parse(answer.text))
  const greeting = read.data?.call_inbound.dynamic_variables.greeting ?? ''
  return greeting === '' || read.data?.call_inbound.dynamic_variables.tenant_name === ''
    ? 'inbound: greeting'
    : null
}

/** The line opens and says how it wants to be spoken to; nobody is on it, so it is put down again. */
async function lineOpens(outbound: Outbound, doors: Doors): Promise<string | null> {
  return await outbound.run(
    { provider: PROVIDER, operation: 'open the line', repeat: 'safe' },
    async signal =>
      await new Promise<string | null>((resolve, reject) => {
        const socket = new WebSocket(`${doors.lineUrl}/try-out`, { handshakeTimeout: OPENS_WITHIN_MS })
        const end = (problem: string | null): void => {
          socket.terminate()
          resolve(problem)
        }
        const fail = (cause?: unknown): void => {
          socket.terminate()
          reject(
            new ProviderError({
              ...{ provider: PROVIDER, operation: 'open the line', retryable: true },
              message: 'The line did not open.',
              cause,
            }),
          )
        }
        signal.addEventListener('abort', () => fail(signal.reason))
        socket.once('error', fail)
        socket.once('close', code => end(`line: ${code}`))
        socket.once('message', content => end(isConfig(String(content)) ? null : 'line: config'))
      }),
  )
}

function isConfig(text: string): boolean {
  try {
    return JSON.parse(text).response_type === 'config'
  } catch {
    return false
  }
}
