import type { Dice } from '../dice.ts'
import { cancel, move, settle, undo } from './change-appointments.ts'
import { changeHours, close, reopen, wait } from './change-calendar.ts'
import type { Game, Hand } from './hand.ts'
import { bookGroup, bookSeries, changeSeries } from './several-at-once.ts'
import { book, hold, look } from './take-places.ts'

const OFTEN = [
  look,
  look,
  look,
  hold,
  hold,
  book,
  book,
  book,
  move,
  move,
  bookGroup,
  bookSeries,
  changeSeries,
  cancel,
  settle,
  undo,
  close,
  reopen,
  wait,
  wait,
]

/** One client who does something random, says beforehand how it must end, and keeps the model up to date. */
export function createPlayer(game: Game, dice: Dice, options: { mayChangeHours: boolean }) {
  const hand: Hand = { ...game, dice, offers: [], own: [], closures: [], versions: new Map() }
  return async function play(): Promise<void> {
    const seldom = options.mayChangeHours && dice.chance(0.01)
    await (seldom ? changeHours(hand) : dice.pick(OFTEN)(hand))
  }
}
