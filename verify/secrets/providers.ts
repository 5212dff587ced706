import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { EXAMPLE_KEY, startCalcom } from '../../sandbox/calcom/start-calcom.ts'
import { startGoogle } from '../../sandbox/google/start-google.ts'
import { startGraph } from '../../sandbox/graph/start-graph.ts'
import { startLlm } from '../../sandbox/llm/start-llm.ts'
import { type MailSimulator, startMail } from '../../sandbox/mail/start-mail.ts'
import type { SecretBook } from './secret-book.ts'
import { type Passed, startTap } from './tap.ts'

export const MARA_AT_GOOGLE = 'mara@salon.example'
export const AYLIN_AT_MICROSOFT = 'aylin@salon.example'
export const CALCOM_KEY = EXAMPLE_KEY

/** Everybody whom the product talks to; what they and it make up for each other is in the book. */
export type Providers = {
  readonly environment: Readonly<Record<string, string>>
  readonly mail: MailSimulator
  /** Answers every request with an error that repeats it, authorization included. */
  readonly parrot: string
  readonly aylinCalendar: string
  /** What was sent to those who collect traces and errors. */
  reported(): string
  close(): Promise<void>
}

export async function startProviders(book: SecretBook): Promise<Providers> {
  const [google, graph, calcom, mail, llm] = await Promise.all([
    startGoogle(),
    startGraph(),
    startCalcom(),
    startMail(),
    startLlm(),
  ])
  google.addCalendar({ id: MARA_AT_GOOGLE, summary: 'Mara', roles: { [MARA_AT_GOOGLE]: 'owner' } })
  const aylinCalendar = graph.addCalendar({ mailbox: AYLIN_AT_MICROSOFT, name: 'Aylin' })
  const taps = {
    google: await startTap(google.url, passed => rememberTokens(book, 'Google', passed)),
    graph: await startTap(graph.url, passed => rememberTokens(book, 'Microsoft', passed)),
    calcom: await startTap(calcom.url, passed => rememberHookSecret(book, passed)),
  }
  const collector = await startListener(204, () => '')
  const parrot = await startListener(500, told => told)
  const env = (name: string, value: string): string => book.add(name, value)
  const mailLogin = `askpro:${env('password of the mail server', 'mail-password-4c1d9e')}`
  return {
    mail,
    aylinCalendar,
    parrot: parrot.url,
    environment: {
      GOOGLE_CLIENT_ID: google.client.id,
      GOOGLE_CLIENT_SECRET: env('client secret at Google', google.client.secret),
      GOOGLE_BASE_URL: taps.google.url,
      MICROSOFT_CLIENT_ID: graph.client.id,
      MICROSOFT_CLIENT_SECRET: env('client secret at Microsoft', graph.client.secret),
      MICROSOFT_BASE_URL: taps.graph.url,
      CALCOM_BASE_URL: taps.calcom.url,
      SMTP_URL: mail.smtpUrl.replace('smtp://', `smtp://${mailLogin}@`),
      LLM_BASE_URL: llm.apiUrl,
      LLM_MODEL: 'simulated',
      LLM_API_KEY: env('key of the language model', 'sk-model-7f20b1c2d3'),
      SENTRY_DSN: collector.url
        .replace('http://', `http://${env('key at Sentry', 'c0ffee51c0ffee52')}@`)
        .concat('/1'),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${env('key of the trace collector', 'otlp-key-9b8a7c')}`,
      TENANT_ADDRESSES_ALLOW: parrot.url,
    },
    reported: collector.heard,
    close: async () => {
      for (const one of [...Object.values(taps), collector, parrot, google, graph, calcom, mail, llm])
        await one.close()
    },
  }
}

function rememberTokens(book: SecretBook, provider: string, { answered }: Passed): void {
  for (const [, kind = '', token = ''] of answered.matchAll(/"((?:access|refresh)_token)"\s*:\s*"([^"]+)"/g))
    book.add(`${kind.replace('_', ' ')} of ${provider}`, token)
}

function rememberHookSecret(book: SecretBook, { path, sent }: Passed): void {
  const secret = /"secret"\s*:\s*"([^"]+)"/.exec(sent)?.[1]
  if (/webhooks/.test(path) && secret !== undefined) book.add('webhook secret at Cal.com', secret)
}

/** Takes whatever comes, packed or not. */
async function startListener(status: number, answer: (told: string) => string) {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
    bodies.push(plain.toString())
    const told = JSON.stringify({ url: request.url, headers: request.headers, body: plain.toString() })
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer(told))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => bodies.join('\n'),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
