import type { Dice } from '../dice.ts'
import type { Appointment, CalendarModel, Closure, Place } from './calendar-model.ts'
import type { Lifetimes } from './lifetimes.ts'
import type { Answer, ModelProduct } from './model-product.ts'
import { DAYS_AHEAD, ZONE } from './shop.ts'

export type Game = {
  readonly product: ModelProduct
  readonly model: CalendarModel
  readonly lifetimes: Lifetimes
  /** One client: each answer is foretold. Several: only what is whose alone is. */
  readonly foretold: boolean
  problem(text: string): void
  count(operation: string, outcome: 'done' | 'refused'): void
}

export type Offer = Place & {
  readonly token: string
  readonly expiresAt: number
  /** Of a hold's token. */
  readonly holdId: string | null
}

/** What one client plays with. */
export type Hand = Game & {
  readonly dice: Dice
  offers: Offer[]
  readonly own: Appointment[]
  readonly closures: Closure[]
  /** Of weekly hours, by name. */
  readonly versions: Map<string, number>
}

/** Whether it was done; compares with what was foretold. */
export function judge(
  hand: Hand,
  operation: string,
  answer: Answer,
  foretold: { expected: boolean; about: unknown },
): boolean {
  const done = answer.status < 300
  hand.count(operation, done ? 'done' : 'refused')
  const isTyped =
    done || (answer.status >= 400 && answer.status < 500 && String(answer.body?.type).startsWith('/errors/'))
  if (!isTyped || (hand.foretold && done !== foretold.expected))
    hand.problem(
      `${operation} ${JSON.stringify(foretold.about)} should ${foretold.expected ? 'be done' : 'be refused'} and was answered ${answer.status} ${answer.body?.type ?? ''}`,
    )
  return done
}

export function placeOf({ service, person, start }: Place): Place {
  return { service, person, start }
}

export function isGood({ model }: Hand, offer: Offer): boolean {
  return offer.expiresAt > model.now && offer.start > model.now
}

/** Mostly one of the last: what is long over is no longer interesting. */
export function pickOwn({ own, dice }: Hand): Appointment | null {
  if (own.length === 0) return null
  return dice.pick(dice.chance(0.9) ? own.slice(-25) : own)
}

/** A day that is not far away. */
export function pickDay({ model, dice }: Hand): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(model.now)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .add({ days: dice.between(0, DAYS_AHEAD) })
}

export function midnightOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime(ZONE).epochMilliseconds
}
