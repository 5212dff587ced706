import { z } from 'zod'
import type { WebServer } from '../web-server.ts'
import type { Model } from './model.ts'

const Content = z.union([
  z.string(),
  z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
])

/** What Anthropic takes at `/v1/messages`; fields beside these are accepted and ignored. */
const Messages = z.looseObject({
  model: z.string(),
  max_tokens: z.number().int().positive(),
  system: Content.optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: Content })).min(1),
  tools: z.array(z.looseObject({ name: z.string() })).optional(),
  tool_choice: z.looseObject({ type: z.string(), name: z.string().optional() }).optional(),
})

export function registerAnthropicRoutes(server: WebServer, model: Model): void {
  server.post('/v1/messages', { schema: { body: Messages } }, async (request, reply) => {
    const { messages, system, model: name, tools } = request.body
    const answer = await model.ask({
      format: 'anthropic',
      model: name,
      key: String(request.headers['x-api-key'] ?? ''),
      text: [system ?? '', ...messages.map(({ content }) => content)].map(textOf).join('\n'),
      asked: textOf(messages.at(-1)?.content ?? ''),
    })
    if (answer.kind === 'failed')
      return reply
        .code(answer.status)
        .send({ type: 'error', error: { type: 'api_error', message: 'The simulated model fails.' } })
    const tool = tools?.[0]?.name
    return reply.send({
      id: `msg_${answer.number}`,
      type: 'message',
      role: 'assistant',
      model: name,
      content: [inForm(answer.text, tool)],
      stop_reason: tool === undefined ? 'end_turn' : 'tool_use',
      stop_sequence: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    })
  })
}

/** A structure asked for by way of a tool comes as the tool's input; words that are none stay words. */
function inForm(text: string, tool: string | undefined): object {
  if (tool === undefined) return { type: 'text', text }
  try {
    return { type: 'tool_use', id: 'toolu_1', name: tool, input: JSON.parse(text) }
  } catch {
    return { type: 'text', text }
  }
}

function textOf(content: z.infer<typeof Content>): string {
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n')
}
