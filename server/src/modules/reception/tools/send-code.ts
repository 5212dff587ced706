import { z } from 'zod'
import { sentencesOf } from './sentences.ts'
import { defineTool, saidText, type Tool, type ToolAnswer, type ToolContext, type ToolParts } from './tool.ts'

const SMS = /sms|handy|mobil|text|phone/i

export function sendCodeTool(parts: ToolParts): Tool {
  const { customers, messaging } = parts
  return defineTool({
    name: 'send_code',
    description:
      'Sends the caller a one-time code when an answer was not_identified with the proof "code". Goes to the address we know, never to one said in the call.',
    args: z.object({ channel: saidText('email or sms. E-mail when it is left out.', 40) }),
    run: async (context, { channel }) => {
      const { tx, call, now, lang } = context
      const sentences = sentencesOf(lang)
      const noChannel = { status: 'no_channel', say: sentences.noChannel }
      // No provider of text messages is connected: nothing pretends to send one (failure 89).
      if (channel !== undefined && SMS.test(channel) && !/e-?mail/i.test(channel)) return noChannel
      if (messaging.mail() !== 'configured') return noChannel
      const reachable = await reachableByMail(context)
      if (reachable === null) return noChannel
      const made = await customers.codes.make(tx, { callId: call.id, now, customerId: reachable.id })
      if (made.kind === 'too_many') return { status: 'too_many', say: sentences.tooManyCodes }
      if (made.kind === 'made')
        await messaging.sendCode(tx, { codeId: made.id, callId: call.id, recipient: reachable.email })
      return { status: 'sent', say: sentences.codeSent, channel: 'email' } satisfies ToolAnswer
    },
  })

  async function reachableByMail({ tx, call }: ToolContext) {
    if (call.callerE164 === null) return null
    const known = await customers.findByCaller(tx, call.callerE164)
    return await customers.provenAddress(
      tx,
      known.map(person => person.id),
    )
  }
}
