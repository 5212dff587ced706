import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acts, langs } from '../acts.ts'
import { anyToolAnswer, toolSentence } from '../testing/any-tool-answer.ts'
import { anyUtterance, fittingUtterance } from '../testing/any-utterance.ts'
import { claim } from '../testing/claims.ts'
import { findTimeByWords } from '../testing/find-time-by-words.ts'
import { findTimeInEnglish } from '../testing/find-time-in-english.ts'
import { salon } from '../testing/worlds.ts'
import type { CallTool, Slot, ToolAnswers, ToolName } from '../tools.ts'
import { understand } from '../understand/understand.ts'
import { changeLanguage } from './change-language.ts'
import { decide } from './decide.ts'
import { type DialogueState, expectingOf } from './dialogue-state.ts'
import { onToolAnswer } from './on-tool-answer.ts'
import { startDialogue } from './start-dialogue.ts'
import type { Speak, Turn } from './turn.ts'

type Exchange = { readonly call: CallTool; readonly answer: ToolAnswers[ToolName] }

type Taken = {
  readonly utterance: string
  readonly before: DialogueState
  readonly after: DialogueState
  readonly exchanges: readonly Exchange[]
  readonly spoken: Speak
}

const mostToolsPerTurn = 4

const randomCall = fc
  .record({
    turns: fc.integer({ min: 1, max: 25 }),
    callerNumber: fc.constantFrom('shown' as const, 'withheld' as const),
    lang: fc.constantFrom(...langs),
    pick: fc.gen(),
  })
  .map(({ turns, callerNumber, lang, pick }): Taken[] => {
    let { state } = startDialogue({
      lang,
      homeLang: 'de',
      catalogue: salon,
      callerNumber,
      mail: 'configured',
    })
    const call = Array.from({ length: turns }, () => {
      const follows = pick(fc.integer, { min: 0, max: 9 }) < 7
      const utterance = follows
        ? pick(fittingUtterance, state.waitsFor, state.lang)
        : pick(anyUtterance, state.lang)
      const changes = pick(fc.integer, { min: 0, max: 49 }) === 0
      const begin = changes ? inOtherLanguage : understood
      const taken = takeTurn(state, { utterance, begin }, name => pick(anyToolAnswer, name))
      state = taken.after
      return taken
    })
    return Object.assign(call, { [fc.toStringMethod]: () => transcriptOf(call) })
  })

function transcriptOf(call: readonly Taken[]): string {
  return call
    .flatMap(({ utterance, exchanges, spoken }) => [
      `> ${utterance}`,
      ...exchanges.map(
        ({ call: made, answer }) => `  ${made.name} ${JSON.stringify(made.args)}: ${answer.status}`,
      ),
      `  ${spoken.acts.join('+')}: ${spoken.text}`,
    ])
    .join('\n')
}

type Begin = (before: DialogueState, utterance: string) => Turn

const understood: Begin = (before, utterance) => {
  const findTime = before.lang === 'de' ? findTimeByWords : findTimeInEnglish
  const around = { lang: before.lang, catalogue: salon, findTime }
  return decide(before, understand(utterance, expectingOf(before), around))
}

const inOtherLanguage: Begin = before => changeLanguage(before, before.lang === 'de' ? 'en' : 'de')

function takeTurn(
  before: DialogueState,
  { utterance, begin }: { utterance: string; begin: Begin },
  answerOf: (name: ToolName) => ToolAnswers[ToolName],
): Taken {
  let { state, next } = begin(before, utterance)
  const exchanges: Exchange[] = []
  while (next.kind === 'call_tool') {
    if (exchanges.length === mostToolsPerTurn)
      throw new Error(`More than ${mostToolsPerTurn} tool calls in one turn.`)
    const answer = answerOf(next.name)
    exchanges.push({ call: next, answer })
    ;({ state, next } = onToolAnswer(state, next.name, answer))
  }
  return { utterance, before, after: state, exchanges, spoken: next }
}

function holdsInEveryCall(property: (turns: readonly Taken[]) => void) {
  fc.assert(fc.property(randomCall, property), { numRuns: 200 })
}

function answered(turns: readonly Taken[], name: ToolName, status: string): boolean {
  return turns.some(({ exchanges }) =>
    exchanges.some(({ call, answer }) => call.name === name && answer.status === status),
  )
}

describe('in random calls', () => {
  test('every turn has words and acts of the list', () => {
    holdsInEveryCall(turns => {
      for (const { spoken } of turns) {
        expect(spoken.text).not.toBe('')
        expect(acts).toEqual(expect.arrayContaining([...spoken.acts]))
        expect(spoken.acts.length).toBeGreaterThan(0)
      }
    })
  })

  test('the state is plain JSON', () => {
    holdsInEveryCall(turns => {
      for (const { after } of turns) expect(JSON.parse(JSON.stringify(after))).toEqual(after)
    })
  })

  test('the conversation adds no claim to what the tools say (failures 67, 68)', () => {
    holdsInEveryCall(turns => {
      for (const { spoken, after } of turns) {
        const { name } = after.caller
        const own = spoken.text
          .replaceAll(toolSentence, '')
          .replaceAll(name.kind === 'given' ? `auf den Namen ${name.value}` : toolSentence, '')
          .replaceAll(name.kind === 'given' ? `under the name ${name.value}` : toolSentence, '')
          .replace(/geht an .* Punkt .*?\.|goes to .* dot .*?\./, '')
        expect(own).not.toMatch(claim)
      }
    })
  })

  const saidByTools = [
    ['booked', ['book_appointment', 'book_group', 'book_series'], 'booked'],
    ['moved', ['move_appointment'], 'moved'],
    ['cancelled', ['cancel_appointment'], 'cancelled'],
    ['transfer', ['transfer_call'], 'transfer'],
    ['callback_noted', ['request_callback'], 'noted'],
  ] as const

  test.each(saidByTools)('"%s" is said only after %s has answered "%s"', (act, tools, status) => {
    holdsInEveryCall(turns => {
      turns.forEach(({ spoken }, index) => {
        const said = spoken.acts.includes(act)
        const told = tools.some(tool => answered(turns.slice(0, index + 1), tool, status))
        expect(said && !told).toBe(false)
      })
    })
  })

  test('a visit is booked only after its read-back was answered', () => {
    holdsInEveryCall(turns => {
      for (const { before, exchanges } of turns)
        for (const { call } of exchanges)
          if (call.name === 'book_group' && call.args.tokens !== undefined)
            expect(before.waitsFor).toBe('confirmation')
    })
  })

  test('a series is booked only after its summary was answered', () => {
    holdsInEveryCall(turns => {
      for (const { before, exchanges } of turns)
        for (const { call } of exchanges)
          if (call.name === 'book_series' && call.args.confirmed) expect(before.waitsFor).toBe('confirmation')
    })
  })

  test.each([
    ['cancel_appointment', 'confirm_cancel'],
    ['move_appointment', 'confirm_move'],
  ] as const)('%s is called only for what was read back and answered (failure 85)', (tool, state) => {
    holdsInEveryCall(turns => {
      const calls = turns.flatMap(({ before, exchanges }) =>
        exchanges.filter(({ call }) => call.name === tool).map(({ call }) => ({ before, call })),
      )
      for (const { before, call } of calls) {
        expect(before.waitsFor).toBe(state)
        expect(call.args).toMatchObject({ reference: before.change?.target?.reference })
      }
    })
  })

  test('a slot is booked only after its read-back was answered', () => {
    holdsInEveryCall(turns => {
      for (const { before, exchanges } of turns) {
        const books = exchanges.some(({ call }) => call.name === 'book_appointment')
        if (books) expect([before.waitsFor, before.question.act]).toEqual(['confirmation', 'confirm_booking'])
      }
    })
  })

  test('only a slot that a tool offered is held', () => {
    holdsInEveryCall(turns => {
      const exchanges = turns.flatMap(turn => turn.exchanges)
      exchanges.forEach(({ call }, index) => {
        if (call.name !== 'hold_slot') return
        const offered = exchanges.slice(0, index).flatMap(({ answer }) => slotsIn(answer))
        expect(offered.map(({ token }) => token)).toContain(call.args.token)
      })
    })
  })

  test('only a slot that was held is booked', () => {
    holdsInEveryCall(turns => {
      const exchanges = turns.flatMap(turn => turn.exchanges)
      exchanges.forEach(({ call }, index) => {
        if (call.name !== 'book_appointment') return
        const held = exchanges.slice(0, index).filter(({ answer }) => answer.status === 'held')
        const tokens = held.map(({ call: made }) => (made.name === 'hold_slot' ? made.args.token : null))
        expect(tokens).toContain(call.args.token)
      })
    })
  })

  test('nobody is booked under the name of someone who works there (failure 75)', () => {
    holdsInEveryCall(turns => {
      for (const { call } of turns.flatMap(({ exchanges }) => exchanges)) {
        if (call.name === 'book_appointment') expect(salon.staff).not.toContain(call.args.name)
      }
    })
  })

  test('bookings and callbacks are reached, so that the rest is not said of nothing', () => {
    const calls = fc.sample(randomCall, { numRuns: 200, seed: 42 })
    expect(calls.filter(turns => answered(turns, 'book_appointment', 'booked')).length).toBeGreaterThan(10)
    expect(calls.filter(turns => answered(turns, 'request_callback', 'noted')).length).toBeGreaterThan(5)
  })

  test('nothing follows a goodbye but goodbye', () => {
    holdsInEveryCall(turns => {
      const end = turns.findIndex(({ spoken }) => spoken.afterwards === 'hang_up')
      const rest = end === -1 ? [] : turns.slice(end + 1)
      expect(
        rest.filter(({ spoken }) => spoken.acts.join() !== 'goodbye' || spoken.afterwards !== 'hang_up'),
      ).toEqual([])
      expect(rest.flatMap(({ exchanges }) => exchanges)).toEqual([])
    })
  })
})

function slotsIn(answer: ToolAnswers[ToolName]): readonly Slot[] {
  if ('slots' in answer) return answer.slots ?? []
  return 'alternatives' in answer ? answer.alternatives : []
}

test('the same utterance is always understood the same way', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyUtterance('de'), anyUtterance('en')),
      fc.constantFrom(...langs),
      (utterance, lang) => {
        const hear = () =>
          understand(utterance, { kind: 'name' }, { lang, catalogue: salon, findTime: findTimeByWords })
        expect(hear()).toEqual(hear())
      },
    ),
  )
})

test('an utterance of any length and kind is understood without an exception', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.constantFrom('name', 'email', 'phone', 'anything'),
      fc.constantFrom(...langs),
      (text, kind, lang) => {
        understand(text, { kind }, { lang, catalogue: salon, findTime: findTimeByWords })
      },
    ),
    { numRuns: 200 },
  )
})
