import type { Dice } from '../../verify/dice.ts'

/** A day of the weeks ahead on which the shops are open, unless it is a holiday. */
export function someWorkday(dice: Dice): Temporal.PlainDate {
  const date = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: dice.between(3, 82) })
  return date.dayOfWeek === 7 ? date.add({ days: 1 }) : date
}
