import { folded } from './folded.ts'

export type TheirPerson = { readonly host: string; readonly name: string }
export type ComparedPerson = {
  readonly host: string
  readonly name: string
  readonly personId: string | null
  readonly match: 'linked' | 'by_name' | 'none'
}

/** Whoever has one name with exactly one person here is proposed, and no more than proposed. */
export function comparePeople(given: {
  readonly theirs: readonly TheirPerson[]
  readonly ours: readonly { readonly id: string; readonly name: string }[]
  readonly known: ReadonlyMap<string, string>
}): ComparedPerson[] {
  const { theirs, ours, known } = given
  const ids = new Set(ours.map(({ id }) => id))
  return theirs.map(({ host, name }) => {
    const linked = known.get(host)
    if (linked !== undefined && ids.has(linked)) return { host, name, personId: linked, match: 'linked' }
    const called = ours.filter(person => folded(person.name) === folded(name))
    const [only, another] = called
    if (only === undefined || another !== undefined) return { host, name, personId: null, match: 'none' }
    return { host, name, personId: only.id, match: 'by_name' }
  })
}

export type Window = { readonly weekday: number; readonly from: string; readonly to: string }

/** Windows that only one side has, of weeks that are written in any order. */
export function compareWeeks(ours: readonly Window[], theirs: readonly Window[]) {
  const keys = (week: readonly Window[]) => new Set(week.map(keyOf))
  const [mine, their] = [keys(ours), keys(theirs)]
  return {
    onlyOurs: ours.filter(window => !their.has(keyOf(window))),
    onlyTheirs: theirs.filter(window => !mine.has(keyOf(window))),
  }
}

export type SingleDay = {
  /** `2026-12-24`. */
  readonly date: string
  readonly windows: readonly { readonly from: string; readonly to: string }[]
}

/** Dates on which another day counts than the usual one, here or there, and not the same; null: the usual one. */
export function compareDays(ours: readonly SingleDay[], theirs: readonly SingleDay[]) {
  const [mine, their] = [ours, theirs].map(days => new Map(days.map(({ date, windows }) => [date, windows])))
  const dates = [...new Set([...ours, ...theirs].map(({ date }) => date))].toSorted()
  return dates.flatMap(date => {
    const [here, there] = [mine?.get(date) ?? null, their?.get(date) ?? null]
    return JSON.stringify(here) === JSON.stringify(there) ? [] : [{ date, ours: here, theirs: there }]
  })
}

function keyOf({ weekday, from, to }: Window): string {
  return `${weekday} ${from}-${to}`
}
