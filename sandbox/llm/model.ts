import { setTimeout as wait } from 'node:timers/promises'
import { answerText, type Lesson } from './answer-text.ts'
import { LlmFaults, type LlmFaultsInput } from './llm-faults.ts'

/** One question as it came: all its words, those asked last, and the key it came with. */
export type AskedQuestion = {
  readonly format: 'openai' | 'anthropic'
  readonly model: string
  readonly key: string | null
  readonly text: string
  readonly asked: string
}

export type ModelAnswer =
  | { readonly kind: 'answered'; readonly text: string; readonly number: number }
  | { readonly kind: 'failed'; readonly status: number }

export type Model = {
  ask(question: AskedQuestion): Promise<ModelAnswer>
  /** The latest 500, oldest first. */
  questions(): readonly AskedQuestion[]
  teach(lessons: readonly Lesson[]): void
  setFaults(faults: LlmFaultsInput): void
  faults(): LlmFaults
  forget(): void
}

const MOST_KEPT = 500

/** A model without a mind: it says what it was taught, or what its fault is. */
export function createModel(): Model {
  let faults = LlmFaults.parse({})
  let lessons: readonly Lesson[] = []
  let asked: AskedQuestion[] = []
  return {
    ask: async question => {
      asked = [...asked, question].slice(-MOST_KEPT)
      const number = asked.length
      const { mode, delayMs } = faults
      if (delayMs > 0) await wait(delayMs, undefined, { ref: false })
      if (mode === 'down') return { kind: 'failed', status: 500 }
      if (mode === 'limited') return { kind: 'failed', status: 429 }
      return { kind: 'answered', text: answerText(question.asked, lessons, faults), number }
    },
    questions: () => asked,
    teach: given => {
      lessons = given
    },
    setFaults: given => {
      faults = LlmFaults.parse(given)
    },
    faults: () => faults,
    forget: () => {
      asked = []
    },
  }
}
