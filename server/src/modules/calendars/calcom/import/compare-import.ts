/**
 * What Cal.com has and what the business has, side by side, for somebody to look at. Nothing follows by itself: each field
 * belongs to one side, and what differs is changed here only where a person picks it (failure 62).
 */
export const SERVICE_FIELDS = [
  'name',
  'minutes',
  'buffer_before_minutes',
  'buffer_after_minutes',
  'minimum_notice_minutes',
  'horizon_days',
  'needs_confirmation',
] as const
export type ServiceField = (typeof SERVICE_FIELDS)[number]
/** Null: that side says nothing of it. */
export type ServiceValues = Readonly<Record<ServiceField, string | number | boolean | null>>

export type TheirService = {
  readonly target: string
  readonly values: ServiceValues
  readonly problems: readonly ImportProblem[]
}
export type OurService = { readonly id: string; readonly values: ServiceValues }
/** What was linked, and which fields follow Cal.com. */
export type Mapping = {
  readonly target: string
  readonly serviceId: string
  readonly theirFields: readonly ServiceField[]
}

export type ImportProblem =
  | { readonly kind: 'managed_parent' }
  | { readonly kind: 'required_field'; readonly field: string }
  | { readonly kind: 'no_hosts' }
  | { readonly kind: 'host_without_person'; readonly host: string }

export type ComparedField = {
  readonly field: ServiceField
  readonly ours: string | number | boolean | null
  readonly theirs: string | number | boolean | null
  readonly owner: 'ours' | 'theirs'
}

export type ComparedService = {
  readonly target: string
  readonly name: string
  readonly serviceId: string | null
  /** `by_name`: nobody has said so yet. */
  readonly match: 'linked' | 'by_name' | 'none'
  /** `gone`: it was linked, and is not there any more. */
  readonly state: 'same' | 'differs' | 'new' | 'gone'
  /** Only those that differ. */
  readonly fields: readonly ComparedField[]
  readonly problems: readonly ImportProblem[]
}

export function compareServices(given: {
  readonly theirs: readonly TheirService[]
  readonly ours: readonly OurService[]
  readonly mappings: readonly Mapping[]
}): ComparedService[] {
  const { theirs, ours, mappings } = given
  const byId = new Map(ours.map(service => [service.id, service]))
  const byTarget = new Map(mappings.map(mapping => [mapping.target, mapping]))
  const linked = new Set(mappings.map(mapping => mapping.serviceId))
  const byName = new Map(
    ours.filter(({ id }) => !linked.has(id)).map(service => [folded(service.values.name), service]),
  )
  const compared = theirs.map(service => {
    const mapping = byTarget.get(service.target)
    const ofLink = mapping === undefined ? undefined : byId.get(mapping.serviceId)
    const ofName = mapping === undefined ? byName.get(folded(service.values.name)) : undefined
    return compare(service, ofLink ?? ofName, {
      mapping,
      match: ofLink ? 'linked' : ofName ? 'by_name' : 'none',
    })
  })
  const there = new Set(theirs.map(({ target }) => target))
  const gone = mappings
    .filter(({ target }) => !there.has(target))
    .map(({ target, serviceId }) => goneOf(target, byId.get(serviceId)))
  return [...compared, ...gone]
}

function compare(
  { target, values, problems }: TheirService,
  ours: OurService | undefined,
  { mapping, match }: { mapping: Mapping | undefined; match: ComparedService['match'] },
): ComparedService {
  const fields = SERVICE_FIELDS.flatMap((field): ComparedField[] => {
    const [mine, their] = [ours?.values[field] ?? null, values[field]]
    if (their === null || (ours !== undefined && mine === their)) return []
    return [
      { field, ours: mine, theirs: their, owner: mapping?.theirFields.includes(field) ? 'theirs' : 'ours' },
    ]
  })
  return {
    ...{ target, name: String(values.name), serviceId: ours?.id ?? null, match, fields, problems },
    state: ours === undefined ? 'new' : fields.length === 0 ? 'same' : 'differs',
  }
}

function goneOf(target: string, ours: OurService | undefined): ComparedService {
  const name = String(ours?.values.name ?? target)
  return {
    target,
    name,
    serviceId: ours?.id ?? null,
    match: 'linked',
    state: 'gone',
    fields: [],
    problems: [],
  }
}

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

export type WeeklyWindow = { readonly weekday: number; readonly from: string; readonly until: string }

/** Windows that only one side has, of weeks that are written in any order. */
export function compareWeeks(ours: readonly WeeklyWindow[], theirs: readonly WeeklyWindow[]) {
  const keys = (week: readonly WeeklyWindow[]) => new Set(week.map(keyOf))
  const [mine, their] = [keys(ours), keys(theirs)]
  return {
    onlyOurs: ours.filter(window => !their.has(keyOf(window))),
    onlyTheirs: theirs.filter(window => !mine.has(keyOf(window))),
  }
}

function keyOf({ weekday, from, until }: WeeklyWindow): string {
  return `${weekday} ${from}-${until}`
}

function folded(name: unknown): string {
  return String(name).trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('de')
}
