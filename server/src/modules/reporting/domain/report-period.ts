/** Whole local days, the last one included. */
export type Period = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** At most a leap year. */
export const LONGEST_PERIOD_DAYS = 366

export function daysOf({ from, to }: Period): Temporal.PlainDate[] {
  return Array.from({ length: lengthOf({ from, to }) }, (_, index) => from.add({ days: index }))
}

export function lengthOf({ from, to }: Period): number {
  return from.until(to, { largestUnit: 'days' }).days + 1
}

/** As many days, ending on the day before. */
export function periodBefore({ from, to }: Period): Period {
  return { from: from.subtract({ days: lengthOf({ from, to }) }), to: from.subtract({ days: 1 }) }
}
