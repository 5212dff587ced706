import type { Stretch } from '../../util/day-layout.ts'

/** Where a stretch stands in the hours shown, as parts of their height. */
export const placeOf = (stretch: Stretch, shown: Stretch) => {
  const whole = shown.to - shown.from
  const from = Math.max(stretch.from, shown.from)
  const to = Math.min(stretch.to, shown.to)
  return {
    top: `${((from - shown.from) / whole) * 100}%`,
    height: `${(Math.max(0, to - from) / whole) * 100}%`,
  }
}
