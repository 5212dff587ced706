import { givenValue } from '../capture/capture-detail.ts'
import type { ToolAnswers } from '../tools.ts'
import { affirms, intends, saysWish } from '../understand/meaning.ts'
import type { Understanding } from '../understand/understanding.ts'
import {
  askAnythingElse,
  askDay,
  continueTask,
  detailArgs,
  offerCallback,
  seriesArgs,
} from './continue-task.ts'
import type { DialogueState, SeriesWish } from './dialogue-state.ts'
import { noWish } from './dialogue-state.ts'
import { offerSlots, onFindSlots } from './on-find-slots.ts'
import { takeWish } from './take-slots.ts'
import { ask, callTool, type Turn, withLead } from './turn.ts'

/** How many, or how far apart. Who wants a single one after all is offered times for it. */
export function answerRhythm(state: DialogueState, heard: Understanding): Turn | null {
  if (heard.rhythm?.times === 1) return continueTask({ ...state, wish: { ...state.wish, series: null } })
  if (heard.rhythm !== null) return continueTask({ ...state, wish: takeWish(state.wish, heard) })
  return null
}

/** To the dates that were read back, with what is not free among them. */
export function answerDates(state: DialogueState, heard: Understanding): Turn | null {
  const { series } = state.wish
  if (series?.dates == null || saysWish(heard)) return null
  if (affirms(heard) || (intends(heard, 'any') && !intends(heard, 'no', 'reject')))
    return continueTask(withSeries(state, { ...series, dates: { ...series.dates, agreed: 'yes' } }))
  if (intends(heard, 'abandon', 'goodbye') || !intends(heard, 'no', 'reject', 'other', 'later', 'earlier'))
    return null
  return askDay(state, 'declined')
}

function withSeries(state: DialogueState, series: SeriesWish): DialogueState {
  return { ...state, wish: { ...state.wish, series } }
}

export function onSeries(state: DialogueState, answer: ToolAnswers['book_series']): Turn {
  switch (answer.status) {
    case 'free':
    case 'conflicts':
      return readDates(state, answer)
    case 'booked':
    case 'requested': {
      const act = answer.status === 'booked' ? 'booked' : 'inform_policy'
      return askAnythingElse(withLead({ ...state, wish: noWish }, { act, text: answer.say }))
    }
    case 'none_then':
      return offerSlots(state, { slots: [], say: answer.say, found: 'wanted' })
    case 'ask':
      return askBack(state, answer)
    default:
      return onFindSlots(state, answer)
  }
}

/** Also when one of them has gone since the caller agreed: they are agreed to anew. */
function readDates(
  state: DialogueState,
  answer: Extract<ToolAnswers['book_series'], { status: 'free' | 'conflicts' }>,
): Turn {
  const { count, first, say } = answer
  const series = { ...(state.wish.series ?? noRhythm), dates: { count, first, say, agreed: 'no' as const } }
  const read = withSeries({ ...state, wish: { ...state.wish, fruitless: 0 } }, series)
  const offer = { act: 'offer', text: say } as const
  return ask(read, 'dates', answer.status === 'free' ? [offer] : [{ act: 'none_free', text: '' }, offer])
}

const noRhythm: SeriesWish = { every: null, times: null, dates: null }

function askBack(state: DialogueState, answer: Extract<ToolAnswers['book_series'], { status: 'ask' }>): Turn {
  const series = state.wish.series ?? noRhythm
  const question = { act: 'ask_day', text: answer.say } as const
  switch (answer.what) {
    case 'times':
      return ask(withSeries(state, { ...series, times: null }), 'times', [question])
    case 'every':
      return ask(withSeries(state, { ...series, every: null }), 'every', [question])
    case 'name':
      return ask(state, 'name', [{ act: 'ask_name', text: answer.say }])
    case 'phone':
    case 'email': {
      const caller = { ...state.caller, [answer.what]: { kind: 'open' as const } }
      return ask({ ...state, caller }, answer.what, [{ act: `ask_${answer.what}`, text: answer.say }])
    }
    default:
      return askTimeAgain(state, answer)
  }
}

const offersCallbackAfter = 3

/** Who names no day and hour for all of them is called back: a series has a time of day. */
function askTimeAgain(
  state: DialogueState,
  answer: Extract<ToolAnswers['book_series'], { status: 'ask' }>,
): Turn {
  const fruitless = state.wish.fruitless + 1
  const counted = { ...state, wish: { ...state.wish, fruitless } }
  if (fruitless < offersCallbackAfter) return onFindSlots(counted, answer)
  return offerCallback(counted, { why: 'lost', said: state.callback.reason })
}

/** The one way into booking a series; only a yes to the read-back leads here. */
export function bookSeries(state: DialogueState): Turn {
  const name = givenValue(state.caller.name)
  if (name === null) return continueTask(state)
  return callTool(state, 'book_series', { ...seriesArgs(state), ...detailArgs(state), name, confirmed: true })
}
