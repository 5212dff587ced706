import { z } from 'zod'
import { createWebServer, listen } from '../web-server.ts'
import type { Lesson } from './answer-text.ts'
import { registerAnthropicRoutes } from './anthropic-routes.ts'
import { LlmFaults, type LlmFaultsInput } from './llm-faults.ts'
import { type AskedQuestion, createModel } from './model.ts'
import { registerOpenAiRoutes } from './openai-routes.ts'

export type { Lesson } from './answer-text.ts'
export type { AskedQuestion } from './model.ts'

export interface LlmSimulator extends AsyncDisposable {
  /** Of the control API; models answer under `apiUrl`. */
  readonly url: string
  readonly apiUrl: string
  teach(lessons: readonly Lesson[]): void
  setFaults(faults: LlmFaultsInput): void
  questions(): readonly AskedQuestion[]
  forget(): void
  close(): Promise<void>
}

const Lessons = z.strictObject({
  items: z.array(z.strictObject({ said: z.string().min(1), answer: z.unknown() })),
})

/** Starts the simulator of language models: the formats of OpenAI and of Anthropic, and a control API. */
export async function startLlm(options: { port?: number; host?: string } = {}): Promise<LlmSimulator> {
  const { port = 0, host = '127.0.0.1' } = options
  const model = createModel()
  const server = await createWebServer(null)
  registerOpenAiRoutes(server, model)
  registerAnthropicRoutes(server, model)

  server.get('/_control/questions', async () => ({ items: model.questions() }))
  server.delete('/_control/questions', async (_request, reply) => {
    model.forget()
    return reply.code(204).send()
  })
  server.put('/_control/lessons', { schema: { body: Lessons } }, async (request, reply) => {
    model.teach(request.body.items.map(({ said, answer }) => ({ said, answer })))
    return reply.code(204).send()
  })
  server.get('/_control/faults', async () => model.faults())
  server.put('/_control/faults', { schema: { body: LlmFaults } }, async (request, reply) => {
    model.setFaults(request.body)
    return reply.code(204).send()
  })

  const url = await listen(server, { host, port })
  const close = async () => {
    await server.close()
  }
  return {
    url,
    apiUrl: `${url}/v1`,
    teach: model.teach,
    setFaults: model.setFaults,
    questions: model.questions,
    forget: model.forget,
    close,
    [Symbol.asyncDispose]: close,
  }
}
