import { z } from 'zod'
import type { Proof } from '../../customers/index.ts'
import { birthDateIn, digitsIn } from '../domain/dialogue/capture/read-proof.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, saidText, type Tool, type ToolAnswer, type ToolContext, type ToolParts } from './tool.ts'

export function verifyCodeTool(parts: ToolParts): Tool {
  const { customers } = parts
  return defineTool({
    name: 'verify_code',
    description:
      'Checks the one-time code the caller reads out, or their date of birth where the proof "birth_date" was asked for. Call the refused tool again after "verified".',
    args: z.object({
      code: saidText('The digits, or the date of birth with its year, in the caller’s words.', 100),
    }),
    hides: ['code'],
    run: async (context, { code }) => {
      const { lang } = context
      const date = code === undefined ? null : birthDateIn(code, lang)
      if (code !== undefined && date !== null) return told(context, await proveBirthDate(context, date))
      const digits = code === undefined ? null : digitsIn(code, lang)
      if (digits === null) return { status: 'ask', what: 'code', say: sentencesOf(lang).askCode }
      const { tx, call, now } = context
      return told(context, await customers.codes.verify(tx, { callId: call.id, digits, now }))
    },
  })

  async function proveBirthDate({ tx, call, now }: ToolContext, date: Temporal.PlainDate): Promise<Proof> {
    if (call.callerE164 === null) return 'none'
    const known = await customers.findByCaller(tx, call.callerE164)
    const customerIds = known.map(person => person.id)
    return await customers.proveBirthDate(tx, { callId: call.id, customerIds, date, now })
  }

  function told({ lang }: ToolContext, proof: Proof): ToolAnswer {
    const sentences = sentencesOf(lang)
    switch (proof) {
      case 'verified':
        return { status: 'verified', say: sentences.verified }
      case 'wrong':
        return { status: 'wrong', say: sentences.wrongCode }
      case 'too_many':
        return { status: 'too_many', say: sentences.tooManyCodes }
      case 'none':
        return { status: 'no_channel', say: sentences.noChannel }
      default:
        return proof satisfies never
    }
  }
}
