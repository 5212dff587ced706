import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Json } from '../fuzz/hostile-values.ts'
import type { Browser } from '../product/browser.ts'
import { signedHeaders } from '../product/signed-request.ts'
import { done, type Town } from './open-accounts.ts'

const RECORDING = 'salon-herrenschnitt'
const LONGEST_PUBLICATION_MS = 30_000

/** The receptionist goes live, people call, and strangers try the line. */
export async function useTelephone(town: Town, owner: Browser): Promise<void> {
  const { product, book } = town
  const said = (await product.command(['voice', 'addresses'])) as { addresses?: Json }
  const line = /\/llm\/([\w-]{20,})/.exec(JSON.stringify(said))?.[1]
  if (line === undefined) throw new Error(`No address of the line: ${JSON.stringify(said)}`)
  book.add('secret of the line', line)
  await publish(owner)
  await ring(town)
  await knock(town, line)
  const call = await done(owner.ask('POST', '/api/v1/test-calls', {}))
  const turns = `/api/v1/test-calls/${call.body.call_id}/turns`
  await owner.ask('POST', turns, { text: 'Ich hätte gern einen Herrenschnitt nächsten Dienstag um zehn.' })
}

/** By the language model too, which has a key. */
async function publish(owner: Browser): Promise<void> {
  await done(owner.ask('PATCH', '/api/v1/settings', { understanding: 'model' }))
  const now = await done(owner.ask('GET', '/api/v1/receptionist'))
  const definition = now.body.start_from as Json
  const draft = await done(owner.ask('PUT', '/api/v1/receptionist/draft', { definition }))
  const wish = { version_id: draft.body.id as Json }
  const begun = await done(owner.ask('POST', '/api/v1/receptionist/publications', wish))
  const until = performance.now() + LONGEST_PUBLICATION_MS
  while (performance.now() < until) {
    const { body } = await owner.ask('GET', `/api/v1/receptionist/publications/${begun.body.id}`)
    if (body.ended_at !== null) return
    await wait(200)
  }
}

/** A recorded call, as the simulator of the telephone places it. */
async function ring({ product }: Town): Promise<void> {
  const log = await readFile(join(product.dataDir, 'product.log'), 'utf8')
  const simulator = /Telephone simulator:\s+(http\S+)/.exec(log)?.[1] ?? ''
  const placed = await fetch(`${simulator}/_control/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ recording: RECORDING }),
  })
  if (!placed.ok) throw new Error(`No call: ${placed.status} ${await placed.text()}`)
  await placed.text()
}

/** Good secrets in the wrong place, and wrong ones in the right place. */
async function knock({ product, heard }: Town, line: string): Promise<void> {
  const post = async (path: string, body: string, headers: Record<string, string>): Promise<void> => {
    const answer = await fetch(product.url + path, { method: 'POST', headers, body })
    heard(`POST ${path}`, await answer.text())
  }
  const strange = JSON.stringify({ event: 'call_started', call: { call_id: line, agent_id: line } })
  const unreadable = JSON.stringify({ event: 'nobody_knows', call: {} })
  const plain = { 'content-type': 'application/json' }
  await post('/webhooks/retell/default', strange, { ...plain, 'x-retell-signature': line })
  await post('/webhooks/retell/default', unreadable, await signedHeaders(unreadable))
  await post(`/webhooks/retell/${line}`, unreadable, await signedHeaders(unreadable))
  for (const path of [
    `/voice/retell/default/llm/${line}/call_1`,
    `/voice/retell/default/llm/${line}x/call_1`,
  ])
    heard(`GET ${path}`, await (await fetch(product.url + path)).text())
}
