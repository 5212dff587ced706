import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tenant } from '../tenants/index.ts'
import { createAnswerToolCall, createTools, languageArgument } from './answer-tool-call.ts'
import { createCheckClaims } from './claims/check-claims.ts'
import { claimsOfCall, countClaims } from './claims/claim-views.ts'
import { createConverse } from './converse.ts'
import { say } from './domain/dialogue/say/say.ts'
import { receptionErrors } from './errors.ts'
import { scheduleQuestionPurge } from './jobs.ts'
import { addArticle, type NewArticle } from './knowledge/articles.ts'
import { knowledgeRoutes } from './knowledge/routes.ts'
import { type OpeningQuestion, questionIn } from './opening-question.ts'
import { likeliestTime } from './tools/resolve-when.ts'
import { sentencesOf } from './tools/sentences.ts'
import type { Neighbours, ToolAnswer } from './tools/tool.ts'
import { createLanguageModel, MODEL_PROVIDER, type ModelAccess } from './understanding/language-model.ts'

export { LABELLED_FILES, readLabelled } from './claims/read-labelled.ts'
export type { LineTurn, Listen, Mark, SpokenTurn, ToolRun } from './converse.ts'
export { CLAIM_KINDS } from './domain/claims/claim.ts'
export { evaluateClaims } from './domain/claims/evaluate-claims.ts'
export { type Act, acts } from './domain/dialogue/acts.ts'
export { isWanted, type WantedTime } from './domain/offers/wanted-time.ts'
export type { NewArticle } from './knowledge/articles.ts'
export type { OpeningQuestion } from './opening-question.ts'
export { answerTimeQuestion } from './time-question.ts'
export type { ToolAnswer } from './tools/tool.ts'

export type Reception = ReturnType<typeof createReception>

/** The receptionist: tools are its only way to facts and effects, and only their answers claim anything. */
export function createReception(
  platform: Platform,
  neighbours: Neighbours,
  options: { languageModel: ModelAccess | null },
) {
  const parts = { platform, ...neighbours }
  const tools = createTools(parts)
  scheduleQuestionPurge(platform)
  const model = options.languageModel && createLanguageModel(platform.outbound, options.languageModel)
  return {
    errors: receptionErrors,
    /** Writes down what is answered to a question, word for word. */
    addArticle: (tx: Tx, article: NewArticle) => addArticle(tx, article, platform.clock.now()),
    routes: knowledgeRoutes(platform),
    /** Name, description and arguments of every tool, for providers and documentation. */
    tools: [...tools.values()].map(({ name, description, args }) => ({
      name,
      description,
      args: args.extend(languageArgument.shape),
    })),
    answerToolCall: createAnswerToolCall(parts, tools),
    /** What a caller hears under a number that is nobody's; it has no language, so it is ours. */
    notAvailable: (): ToolAnswer => ({ status: 'not_available', say: sentencesOf('de').notAvailable }),
    conversation: createConverse(parts, { tools, model }),
    checkClaims: createCheckClaims(parts),
    claimsOfCall,
    countClaims,
    /** Whether a language model is there to be asked, and whether it is left alone for a while. */
    modelHealth: async () =>
      model === null
        ? ('not_configured' as const)
        : { status: 'ok' as const, detail: { breaker: platform.outbound.breakerOf(MODEL_PROVIDER) } },
    /** What is said on a line between two turns. */
    onTheLine: (lang: Language): { oneMoment: string; sayAgain: string } => sentencesOf(lang),
    /** The first sentence: the business, and that an AI is speaking (AI Act Art. 50). */
    greeting: (tenant: Tenant, lang: Language, question: OpeningQuestion | null = null): string =>
      [
        say('greet', { business: tenant.name }, lang),
        say('disclose', {}, lang),
        questionIn(question, lang) ?? say('ask_intent', { why: 'first' }, lang),
      ].join(' '),
    spokenToday: (date: Temporal.PlainDate, lang: Language): string => sentencesOf(lang).todayIs(date),
    /** Where the likeliest meaning of a phrase leads; null when it names no time. */
    likeliestTime: likeliestTime.bind(null, neighbours.catalogue),
    /** The language a call from this number begins in. */
    languageFor: neighbours.calls.languageFor,
    isKnownCaller: async (tx: Tx, callerE164: string | null): Promise<boolean> =>
      callerE164 !== null && (await neighbours.customers.findByCaller(tx, callerE164)).length > 0,
  }
}
