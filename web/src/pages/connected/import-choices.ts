import type { CalendarImport, ImportService } from '../../api/contract.ts'
import type { ImportWish } from '../../api/import-queries.ts'

type Field = ImportService['fields'][number]['field']
/** What somebody picked of one event type. */
export type ServicePick = {
  fields: readonly Field[]
  hosts: boolean
  /** Whether the picked fields are Cal.com's from now on. */
  gives: boolean
  /** As it was typed; empty: it is not to be added. */
  price: string
  adds: boolean
}
export type Picks = {
  services: Readonly<Record<string, ServicePick>>
  /** By host: a person's id, `new`, or nothing. */
  people: Readonly<Record<string, string>>
  weeks: readonly string[]
  /** Dates, by schedule. */
  days: Readonly<Record<string, readonly string[]>>
}
export const NOTHING: ServicePick = { fields: [], hosts: false, gives: false, price: '', adds: false }
export const SOMEBODY_NEW = 'new'

/** Before anybody picked: fields that belong to Cal.com, unless they were changed here too. */
export const firstPicks = ({ services }: CalendarImport): Picks => ({
  services: Object.fromEntries(
    services.flatMap(({ target, state, fields }) => {
      const theirs = fields.filter(({ owner, changed }) => owner === 'theirs' && changed !== 'both')
      if (state !== 'differs' || theirs.length === 0) return []
      return [[target, { ...NOTHING, fields: theirs.map(({ field }) => field) }]]
    }),
  ),
  people: {},
  weeks: [],
  days: {},
})

export const pickOf = (picks: Picks, target: string): ServicePick => picks.services[target] ?? NOTHING

export const toggled = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item]

/** A price as it is typed; null where it is none. */
export const priceMinorOf = (typed: string): number | null => {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null
}

/** What is sent of it; services that are to be added without a price are not. */
export const wishOf = (shown: CalendarImport, picks: Picks): ImportWish => ({
  preview: shown.preview,
  services: shown.services.flatMap((service): ImportWish['services'] => {
    const pick = pickOf(picks, service.target)
    const price = pick.adds ? priceMinorOf(pick.price) : null
    if (service.state === 'new')
      return price === null ? [] : [{ target: service.target, fields: [], hosts: false, price_minor: price }]
    if (pick.fields.length === 0 && !pick.hosts) return []
    const theirs = service.fields.filter(({ owner }) => owner === 'theirs').map(({ field }) => field)
    const their_fields = [...new Set([...theirs, ...pick.fields])]
    return [
      {
        ...{ target: service.target, fields: [...pick.fields], hosts: pick.hosts },
        ...(pick.gives && { their_fields }),
      },
    ]
  }),
  people: Object.entries(picks.people).flatMap(([host, chosen]) =>
    chosen === '' ? [] : [{ host, resource_id: chosen === SOMEBODY_NEW ? null : chosen }],
  ),
  weeks: shown.weeks.flatMap(({ schedule }): ImportWish['weeks'] => {
    const week = picks.weeks.includes(schedule)
    const days = picks.days[schedule] ?? []
    return week || days.length > 0 ? [{ schedule, week, days: [...days] }] : []
  }),
})

export const countOf = ({ services, people, weeks }: ImportWish): number =>
  services.length +
  people.length +
  weeks.reduce((sum, { week, days }) => sum + (week ? 1 : 0) + days.length, 0)

export const FILTERS = ['open', 'new', 'differs', 'gone', 'all'] as const
export type Filter = (typeof FILTERS)[number]

export const servicesShown = (services: readonly ImportService[], filter: Filter): ImportService[] =>
  services.filter(({ state }) =>
    filter === 'all' ? true : filter === 'open' ? state !== 'same' : state === filter,
  )
