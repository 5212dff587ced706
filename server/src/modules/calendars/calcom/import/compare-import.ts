import { folded } from './folded.ts'

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
  /** Who can be booked for it. */
  readonly hosts: readonly string[]
  readonly problems: readonly ImportProblem[]
}
export type OurService = {
  readonly id: string
  readonly values: ServiceValues
  /** Who does it. */
  readonly people: readonly string[]
}
/** What somebody said belongs together, which fields follow Cal.com, and how both sides stood at that time. */
export type Mapping = {
  readonly target: string
  readonly serviceId: string
  readonly theirFields: readonly ServiceField[]
  readonly seen: { readonly theirs: Partial<ServiceValues>; readonly ours: Partial<ServiceValues> } | null
}

export type ImportProblem =
  | { readonly kind: 'managed_parent' }
  | { readonly kind: 'required_field'; readonly field: string }
  | { readonly kind: 'no_hosts' }
  | { readonly kind: 'host_without_person'; readonly host: string }
  /** Two event types have one name: nobody can say which of them is meant. */
  | { readonly kind: 'name_twice' }
  /** A service has the name already that belongs to another event type. */
  | { readonly kind: 'name_taken' }

export type ComparedField = {
  readonly field: ServiceField
  readonly ours: string | number | boolean | null
  readonly theirs: string | number | boolean | null
  readonly owner: 'ours' | 'theirs'
  /** Which side changed it since something was taken over; `both` is a conflict, null: nothing was taken over yet. */
  readonly changed: 'here' | 'there' | 'both' | null
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
  readonly hosts: ComparedHosts
  readonly problems: readonly ImportProblem[]
}

/** Who does a service there and not here, by their numbers there; and who only here. */
export type ComparedHosts = {
  readonly there: readonly string[]
  readonly missing: readonly string[]
  readonly onlyHere: readonly string[]
}

export function compareServices(given: {
  readonly theirs: readonly TheirService[]
  readonly ours: readonly OurService[]
  readonly mappings: readonly Mapping[]
  /** Who of ours each host is. */
  readonly people: ReadonlyMap<string, string>
}): ComparedService[] {
  const { theirs, ours, mappings, people } = given
  const byId = new Map(ours.map(service => [service.id, service]))
  const byTarget = new Map(mappings.map(mapping => [mapping.target, mapping]))
  const linked = new Set(mappings.map(mapping => mapping.serviceId))
  const named = Map.groupBy(ours, ({ values }) => folded(values.name))
  const open = theirs.filter(({ target }) => !byTarget.has(target))
  const namedThere = Map.groupBy(open, ({ values }) => folded(values.name))
  const compared = theirs.map(service => {
    const name = folded(service.values.name)
    const mapping = byTarget.get(service.target)
    const ofLink = mapping === undefined ? undefined : byId.get(mapping.serviceId)
    const ofName = (named.get(name) ?? []).find(({ id }) => !linked.has(id))
    const isOnly = (namedThere.get(name) ?? []).length <= 1
    const proposed = mapping === undefined && isOnly ? ofName : undefined
    const found = ofLink ?? proposed
    const problems = [...service.problems, ...nameProblems(found, { isOnly, isKnown: named.has(name) })]
    const match = ofLink ? 'linked' : proposed ? 'by_name' : 'none'
    return compare({ ...service, problems }, found, { mapping, match, people })
  })
  const there = new Set(theirs.map(({ target }) => target))
  const gone = mappings
    .filter(({ target }) => !there.has(target))
    .map(({ target, serviceId }) => goneOf(target, byId.get(serviceId)))
  return [...compared, ...gone]
}

function nameProblems(
  found: OurService | undefined,
  { isOnly, isKnown }: { isOnly: boolean; isKnown: boolean },
): ImportProblem[] {
  if (found !== undefined) return []
  if (!isOnly) return [{ kind: 'name_twice' }]
  return isKnown ? [{ kind: 'name_taken' }] : []
}

type Found = {
  readonly mapping: Mapping | undefined
  readonly match: ComparedService['match']
  readonly people: ReadonlyMap<string, string>
}

function compare(
  { target, values, hosts, problems }: TheirService,
  ours: OurService | undefined,
  { mapping, match, people }: Found,
): ComparedService {
  const fields = SERVICE_FIELDS.flatMap((field): ComparedField[] => {
    const [mine, their] = [ours?.values[field] ?? null, values[field]]
    if (their === null || (ours !== undefined && mine === their)) return []
    const owner = mapping?.theirFields.includes(field) ? 'theirs' : 'ours'
    return [{ field, ours: mine, theirs: their, owner, changed: changedBy(field, mapping, mine, their) }]
  })
  const compared = compareHosts(hosts, ours?.people ?? [], people)
  const isSame = fields.length === 0 && compared.missing.every(host => !people.has(host))
  return {
    ...{ target, name: String(values.name), serviceId: ours?.id ?? null, match, fields, problems },
    hosts: compared,
    state: ours === undefined ? 'new' : isSame ? 'same' : 'differs',
  }
}

function changedBy(
  field: ServiceField,
  mapping: Mapping | undefined,
  mine: ServiceValues[ServiceField],
  their: ServiceValues[ServiceField],
): ComparedField['changed'] {
  const seen = mapping?.seen
  if (!seen || seen.theirs[field] === undefined || seen.ours[field] === undefined) return null
  const [here, there] = [seen.ours[field] !== mine, seen.theirs[field] !== their]
  if (here && there) return 'both'
  return here ? 'here' : there ? 'there' : null
}

function compareHosts(
  hosts: readonly string[],
  ours: readonly string[],
  people: ReadonlyMap<string, string>,
): ComparedHosts {
  const known = new Set(hosts.flatMap(host => people.get(host) ?? []))
  return {
    there: hosts,
    missing: hosts.filter(host => !ours.includes(people.get(host) ?? '')),
    onlyHere: ours.filter(id => !known.has(id)),
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
    hosts: { there: [], missing: [], onlyHere: [] },
    problems: [],
  }
}
