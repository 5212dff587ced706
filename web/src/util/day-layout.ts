import type { LocalDate } from './local-date.ts'

/** Instants as the server writes them, with the offset of the place: the text itself says what its clocks show. */
export type Span = { starts_at: string; ends_at: string }

/** A part of one day, in minutes since its midnight by the wall clock. */
export type Stretch = { from: number; to: number }

export const DAY_MINUTES = 1440

/** The minutes of a day that a span covers; null when it lies on other days. */
export const stretchOn = (day: LocalDate, { starts_at, ends_at }: Span): Stretch | null => {
  const first = starts_at.slice(0, 10)
  const last = ends_at.slice(0, 10)
  if (first > day || last < day) return null
  const from = first < day ? 0 : wallMinutes(starts_at)
  const to = last > day ? DAY_MINUTES : wallMinutes(ends_at)
  return from < to ? { from, to } : null
}

/** What the clock shows, in minutes since midnight. */
export const wallMinutes = (instant: string): number =>
  Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))

/** „09:05“ of 545; the end of the day is „24:00“. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const snapped = (minutes: number, step: number): number =>
  Math.min(DAY_MINUTES - step, Math.max(0, Math.floor(minutes / step) * step))

type Placed<Item> = { item: Item; lane: number; lanes: number }

/**
 * Side by side what would cover each other: every item gets a lane, and how many lanes there are where it stands.
 * Items overlap where their stretches do, so one may stand in the gap of another.
 */
export const sideBySide = <Item>(
  items: readonly Item[],
  stretchesOf: (item: Item) => readonly Stretch[],
): Placed<Item>[] => {
  const placed: Array<{ item: Item; stretches: readonly Stretch[]; lane: number; group: number }> = []
  for (const item of items) {
    const stretches = stretchesOf(item)
    const touching = placed.filter(other => overlap(other.stretches, stretches))
    const taken = new Set(touching.map(other => other.lane))
    let lane = 0
    while (taken.has(lane)) lane += 1
    const group = placed.length
    const joined = new Set(touching.map(other => other.group))
    for (const other of placed) if (joined.has(other.group)) other.group = group
    placed.push({ item, stretches, lane, group })
  }
  const widths = new Map<number, number>()
  for (const { group, lane } of placed) widths.set(group, Math.max(widths.get(group) ?? 0, lane + 1))
  return placed.map(({ item, lane, group }) => ({ item, lane, lanes: widths.get(group) ?? 1 }))
}

const overlap = (one: readonly Stretch[], other: readonly Stretch[]) =>
  one.some(a => other.some(b => a.from < b.to && b.from < a.to))

/** The whole hours that show all of it: at least from eight to six. */
export const hoursShown = (stretches: readonly Stretch[]): Stretch => {
  const from = Math.min(8 * 60, ...stretches.map(stretch => stretch.from))
  const to = Math.max(18 * 60, ...stretches.map(stretch => stretch.to))
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

/** What is left of a day when stretches are taken out of it. */
export const outsideOf = (stretches: readonly Stretch[], shown: Stretch): Stretch[] => {
  const rest: Stretch[] = []
  let from = shown.from
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    if (stretch.from > from) rest.push({ from, to: Math.min(stretch.from, shown.to) })
    from = Math.max(from, stretch.to)
  }
  if (from < shown.to) rest.push({ from, to: shown.to })
  return rest
}
