import { z } from 'zod'
import type { WebServer } from '../web-server.ts'
import type { Model } from './model.ts'

const Content = z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() })), z.null()])

/** What OpenAI-compatible servers take at `/v1/chat/completions`; fields beside these are accepted and ignored. */
const Completion = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: Content.optional() })).min(1),
  response_format: z.looseObject({ type: z.string() }).optional(),
  stream: z.boolean().optional(),
})

export function registerOpenAiRoutes(server: WebServer, model: Model): void {
  server.post('/v1/chat/completions', { schema: { body: Completion } }, async (request, reply) => {
    const { messages, model: name } = request.body
    const answer = await model.ask({
      format: 'openai',
      model: name,
      key: request.headers.authorization ?? null,
      text: messages.map(({ content }) => textOf(content)).join('\n'),
      asked: textOf(messages.at(-1)?.content),
    })
    if (answer.kind === 'failed')
      return reply
        .code(answer.status)
        .send({ error: { message: 'The simulated model fails.', type: 'server_error' } })
    return reply.send({
      id: `chatcmpl-${answer.number}`,
      object: 'chat.completion',
      created: Math.floor(Date.now() / 1000),
      model: name,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: answer.text, refusal: null },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    })
  })
}

function textOf(content: z.infer<typeof Content> | undefined): string {
  if (typeof content === 'string') return content
  return (content ?? []).map(({ text }) => text ?? '').join('\n')
}
