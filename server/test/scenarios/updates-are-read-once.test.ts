import { sign } from 'retell-sdk/lib/webhook_auth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RETELL_KEY } from '../support/test-config.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'

const WORDS = [
  'Guten Tag.',
  'Einen Moment.',
  'Ihr Termin ist gebucht.',
  'Bis Montag um zehn.',
  'Auf Wiederhören.',
]
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
})
afterAll(() => product.stop())

/** Updates of one call that nobody has worked on yet, the oldest first: each has all that was said until then. */
async function updatesOf(callId: string, broken?: number): Promise<string[]> {
  for (const [index] of WORDS.entries()) {
    const said = WORDS.slice(0, index + 1).map(content => ({ role: 'agent', content }))
    const body = JSON.stringify({
      event: 'transcript_updated',
      call: {
        ...{ call_id: callId, call_type: 'phone_call', direction: 'inbound', start_timestamp: Date.now() },
        ...{ from_number: '+491713920077', to_number: '+493023125001' },
        transcript_object: index === broken ? 'nobody can read this' : said,
      },
    })
    const { status } = await fetch(`${product.url}/webhooks/retell/default`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-retell-signature': await sign(body, RETELL_KEY) },
      body,
    })
    expect(status).toBe(204)
  }
  const rows = await product.database.query<{ id: string }>(
    `select id from inbox where event_key like 'transcript_updated/${callId}/%' order by received_at, id`,
  )
  return rows.map(({ id }) => id)
}

async function work(id: string): Promise<void> {
  const job = product.app.platform.jobs.definitions().get('platform.process-inbox-event')
  await job?.run({ inbox_id: id }, { number: 1, last: false })
}

async function outcomeOf(callId: string): Promise<unknown> {
  const [row] = await product.database.query(
    `select (select count(*)::int from inbox
         where event_key like 'transcript_updated/${callId}/%' and processed_at is null) as waiting,
       (select count(*)::int from call_event where call_event.call_id = call.id and kind = 'webhook') as read,
       (select count(*)::int from claim_check where claim_check.call_id = call.id and verdict = 'ghost') as ghosts
     from call where provider_call_id = '${callId}'`,
  )
  return row
}

test('of updates that wait the newest is read at once, by whoever comes first, and the others with it', async () => {
  const [oldest = '', ...others] = await updatesOf('call_of_updates')
  await work(oldest)
  const once = { waiting: 0, read: 1, ghosts: 2 }
  expect(await outcomeOf('call_of_updates')).toEqual(once)
  for (const id of others) await work(id)
  expect(await outcomeOf('call_of_updates')).toEqual(once)
})

test('many who come at the same time read it once, and leave none behind', async () => {
  const ids = await updatesOf('call_of_many')
  await Promise.all([...ids, ...ids].map(work))
  expect(await outcomeOf('call_of_many')).toEqual({ waiting: 0, read: 1, ghosts: 2 })
})

test('an update that cannot be read fails by itself, and takes no other along', async () => {
  const ids = await updatesOf('call_of_one_broken', WORDS.length - 1)
  await work(ids[0] ?? '')
  expect(await outcomeOf('call_of_one_broken')).toEqual({ waiting: 1, read: 1, ghosts: 2 })
})
