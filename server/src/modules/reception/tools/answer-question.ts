import { z } from 'zod'
import { knownSurroundings } from '../caller-name.ts'
import { understand } from '../domain/dialogue/understand/understand.ts'
import { findAnswer } from '../knowledge/find-answer.ts'
import { recordUnanswered } from '../knowledge/unanswered.ts'
import { answerFromCatalogue, answerInGeneral, type Question } from './answer-from-catalogue.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, saidText, type Tool, type ToolAnswer, type ToolContext, type ToolParts } from './tool.ts'

export function answerQuestionTool(parts: ToolParts): Tool {
  return defineTool({
    name: 'answer_question',
    description:
      'Answers a question about the business: hours, prices, durations, who does what, and what the business has written down. Say its answer word for word; "unknown": nobody knows, offer a callback.',
    args: z.object({
      question: saidText('The question, in the caller’s words.'),
      service: saidText('The service the question is about, if it does not name one.'),
    }),
    run: async (context, { question, service }) => {
      const sentences = sentencesOf(context.lang)
      if (question === undefined) return { status: 'ask', what: 'question', say: sentences.askQuestion }
      const say = await findOut(context, { words: question, service: service ?? null })
      if (say !== null) return await answered(context, say)
      const { tx, call, lang, now } = context
      await recordUnanswered(tx, { callId: call.id, language: lang, question, at: now })
      return { status: 'unknown', say: sentences.notKnown }
    },
  })

  /** The catalogue where it knows for certain, then what the business wrote, then the catalogue in general. */
  async function findOut(
    context: ToolContext,
    { words, service }: { words: string; service: string | null },
  ): Promise<string | null> {
    const { lang } = context
    const { catalogue, findTimeIn } = knownSurroundings(parts, context)
    const around = { lang, catalogue, findTime: findTimeIn(lang) }
    const question: Question = { heard: understand(words, { kind: 'anything' }, around), service }
    return (
      (await answerFromCatalogue(parts, context, question)) ??
      (await findAnswer(context.tx, { question: words, lang })) ??
      answerInGeneral(context, question)
    )
  }

  async function answered({ tx, call }: ToolContext, say: string): Promise<ToolAnswer> {
    await parts.calls.recordFact(tx, { callId: call.id, kind: 'answered', entityId: null })
    return { status: 'answer', say }
  }
}
