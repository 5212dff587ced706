import type { Json, TestProduct } from './test-product.ts'

export type SpokenAnswer = {
  readonly text: string
  readonly acts: readonly string[]
  readonly ended: boolean
}

export type TextCall = {
  readonly id: string
  readonly greeting: SpokenAnswer
  say(text: string): Promise<SpokenAnswer>
  /** Says one after the other; what was answered to the last. */
  sayAll(...texts: readonly string[]): Promise<SpokenAnswer>
  detail(): Promise<Json>
}

/** A conversation with the receptionist over REST, as the test call in the browser holds it. */
export async function textCall(
  product: TestProduct,
  world: keyof TestProduct['keys'],
  wish: { from?: string; language?: 'de' | 'en' } = {},
): Promise<TextCall> {
  const key = product.keys[world]
  const started = await product.post('/api/v1/test-calls', key, wish)
  if (started.status !== 201) throw new Error(`The call was not answered: ${JSON.stringify(started.body)}`)
  const id: string = started.body.call_id
  const say = async (text: string): Promise<SpokenAnswer> => {
    const { status, body } = await product.post(`/api/v1/test-calls/${id}/turns`, key, { text })
    if (status !== 200) throw new Error(`"${text}" was answered ${status}: ${JSON.stringify(body)}`)
    return { ...body.turns[0], ended: body.ended }
  }
  return {
    id,
    greeting: { ...started.body.turns[0], ended: false },
    say,
    sayAll: async (...texts) => {
      let answer: SpokenAnswer | null = null
      for (const text of texts) answer = await say(text)
      if (answer === null) throw new Error('Nothing was said.')
      return answer
    },
    detail: async () => (await product.get(`/api/v1/calls/${id}`, key)).body,
  }
}
