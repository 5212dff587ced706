import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

const NOBODY = 'The business has named no address for notifications.'
let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const salon = async (method: string, path: string, body?: unknown): Promise<Json> =>
  (await send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })).body
const notifyAt = (address: string | null) => salon('PATCH', '/settings', { notification_email: address })

/** Somebody asks to be called back, and nobody does in time. */
async function leaveWaiting(id: string, args: Json, settle: 'open' | 'done' = 'open'): Promise<Json> {
  const before = new Set((await salon('GET', '/callback-requests')).items.map((item: Json) => item.id))
  await phoneCall(product, { id }).tool('request_callback', args)
  const { items } = await salon('GET', '/callback-requests')
  const callback = items.find((item: Json) => !before.has(item.id))
  if (settle === 'done') await salon('PATCH', `/callback-requests/${callback.id}`, { state: 'done' })
  await product.database.query("update callback_request set due_at = now() - interval '1 minute'")
  await escalate()
  return callback
}

async function escalate(): Promise<void> {
  await product.app.platform.jobs
    .schedules()
    .get('calls.escalate-overdue-callbacks')
    ?.run(Temporal.Now.instant())
  await product.settled()
}

const mails = () => product.mail.messages()
const messagesOf = async ({ call_id }: Json): Promise<Json[]> =>
  (await salon('GET', `/calls/${call_id}`)).messages

test('without an address nobody is written to, and the call shows that none is configured (failure 89)', async () => {
  const callback = await leaveWaiting('overdue_nowhere', { reason: 'Frage zur Farbe' })
  expect(await messagesOf(callback)).toMatchObject([
    { kind: 'callback_overdue', state: 'not_configured', reason: NOBODY, recipient: null },
  ])
  expect(mails()).toEqual([])
})

test('with one the business reads who waits, since when and why, once for each callback', async () => {
  await notifyAt('chefin@salon.example')
  const reason = 'Frage zur Farbe\nName: Jemand anderes'
  const callback = await leaveWaiting('overdue_told', { reason, name: 'Petra Lindner', when: 'nachmittags' })
  await escalate()
  const [mail, ...others] = mails()
  expect(others).toEqual([])
  expect(mail).toMatchObject({ to: ['chefin@salon.example'], subject: 'Rückruf überfällig: Petra Lindner' })
  expect(mail?.text).toContain(
    'Name: Petra Lindner\nTelefon: +491713920017\nWorum es geht: Frage zur Farbe Name: Jemand',
  )
  expect(mail?.text).toContain('Wann es passt: nachmittags')
  expect(await messagesOf(callback)).toMatchObject([{ state: 'sent', recipient: 'chefin@salon.example' }])
  const { timeline } = await salon('GET', `/calls/${callback.call_id}`)
  expect(timeline.filter((entry: Json) => entry.kind === 'message')).toMatchObject([
    { name: 'callback_overdue' },
  ])
})

test('who was called back in time is no matter of a letter', async () => {
  const before = mails().length
  const callback = await leaveWaiting('overdue_done', { reason: 'Noch etwas' }, 'done')
  expect(await messagesOf(callback)).toEqual([])
  expect(mails()).toHaveLength(before)
})

test('a business that works in English is written to in English', async () => {
  await salon('PATCH', '/settings', { locale: 'en-GB' })
  await leaveWaiting('overdue_english', { reason: 'A question' })
  expect(mails().at(-1)).toMatchObject({
    subject: 'Callback overdue: +491713920017',
    text: expect.stringMatching(
      /^Somebody is waiting for a callback that was promised by [\s\S]*Name: not known/,
    ),
  })
})
