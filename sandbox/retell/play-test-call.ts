import type { CallRecord } from './call-record.ts'
import type { CallRequestInput } from './call-script.ts'
import { type StartRetell, startRetell } from './start-retell.ts'
import { type Answering, startTestProduct, TEST_KEY, type TestProduct } from './test-product.ts'

/** A booking in two tool calls, the second with what the first answered. */
export const TEST_SCRIPT = {
  from: '+491713920021',
  to: '+493023125001',
  steps: [
    { agent: 'Salon Morgenrot, hier spricht eine KI.' },
    { user: 'Einen Herrenschnitt am Dienstag, bitte.' },
    { tool: 'find_slots', args: { service: 'Herrenschnitt', when: 'Dienstag' }, save: 'free' },
    { agent: '{{free.say}}' },
    { user: 'Den ersten.' },
    {
      tool: 'book_appointment',
      args: { token: '{{free.slots.0.token}}', name: 'Thomas Behrend' },
      save: 'booking',
    },
    { agent: '{{booking.say}}' },
  ],
  ended: { disconnection_reason: 'agent_hangup' },
} satisfies CallRequestInput['script']

/** Plays one call against a test product that answers as told; both are closed again when it returns. */
export async function playTestCall(
  request: CallRequestInput = {},
  { answering, ...options }: StartRetell & { answering?: Answering } = {},
): Promise<{ record: CallRecord; product: TestProduct }> {
  await using product = await startTestProduct(answering)
  const target = { productUrl: product.url, apiKey: TEST_KEY }
  await using retell = await startRetell({ target, retryDelaysMs: [1, 2, 3], ...options })
  const record = await retell.playCall(
    request.recording === undefined ? { script: TEST_SCRIPT, ...request } : request,
  )
  return { record, product }
}
