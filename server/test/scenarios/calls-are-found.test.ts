import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
  for (const recording of ['salon-herrenschnitt', 'salon-rueckruf', 'salon-unterdrueckte-nummer'])
    await product.retell.playCall({ recording, pace: 'instant' })
  await product.retell.playCall({
    script: {
      from: '+491713920077',
      to: '+493023125001',
      steps: [
        { agent: 'Salon Morgenrot, hier spricht eine KI. Was kann ich für Sie tun?' },
        { user: 'Ich möchte am Freitag um zehn kommen.' },
        { agent: 'Ich habe Sie für Freitag um zehn Uhr eingetragen.' },
      ],
      ended: { disconnection_reason: 'agent_hangup' },
    },
    agent: { webhook_events: ['call_started', 'transcript_updated', 'call_ended', 'call_analyzed'] },
  })
  await product.settled()
})
afterAll(() => product.stop())

const found = async (query: string): Promise<Json[]> => {
  const { status, body } = await product.get(`/api/v1/calls?${query}`, product.keys.salon)
  expect(status).toBe(200)
  return body.items
}
const numbers = async (query: string) => (await found(query)).map(({ from }) => from)

test('an owner finds calls by what came of them', async () => {
  expect(await numbers('outcome=callback')).toContain('+491713920044')
  for (const outcome of ['booked', 'callback', 'abandoned', 'failed'])
    for (const call of await found(`outcome=${outcome}`)) expect(call.outcome).toBe(outcome)
})

test('by the number, however it is written, and by the name of whoever called', async () => {
  expect(await numbers('q=0171%203920021')).toEqual(['+491713920021'])
  expect(await numbers('q=%2B49%20171%2F3920021')).toEqual(['+491713920021'])
  expect(await numbers('q=behrend')).toEqual(['+491713920021'])
  expect(await numbers('q=%25')).toEqual([])
})

test('and by the promises of an agent behind which nothing stands', async () => {
  expect(await numbers('claims=ghost')).toEqual(['+491713920077', '+491713920044'])
})

test('by language and day, and takes exactly these as a file', async () => {
  expect(await found('language=en')).toEqual([])
  expect(await found('from=2000-01-01&to=2000-01-02')).toEqual([])
  expect((await found('language=de')).length).toBe(4)
  const answer = await fetch(`${product.url}/api/v1/calls/export?format=csv&claims=ghost`, {
    headers: { authorization: `Bearer ${product.keys.salon}` },
  })
  expect((await answer.text()).trim().split('\r\n')).toHaveLength(3)
})
