import { createHash } from 'node:crypto'
import type { Tx } from '../../../../platform/db/database.ts'
import type { CalendarConnectionId, ResourceId } from '../../../../platform/ids/ids.ts'
import { writeWeek } from '../../../../platform/time/week.ts'
import { localDateOf } from '../../../../platform/time/zoned.ts'
import type { Service } from '../../../catalogue/index.ts'
import { type CalendarLink, listLinks } from '../../connections/link-store.ts'
import type { CalendarNeighbours } from '../../neighbours.ts'
import { calcomLinkSettings } from '../settings.ts'
import {
  compareServices,
  type ImportProblem,
  type Mapping,
  SERVICE_FIELDS,
  type ServiceField,
} from './compare-import.ts'
import { compareDays, comparePeople, compareWeeks } from './compare-people.ts'
import { type ImportMatch, readMatches } from './match-store.ts'
import type { Offer } from './read-offer.ts'

/** As many links as one connection may have to be compared. */
const MOST_LINKS = 2000

/** The offer of an account beside what the business has, as it is now. */
export async function compareOffer(
  tx: Tx,
  { catalogue }: Pick<CalendarNeighbours, 'catalogue'>,
  { connectionId, offer, at }: { connectionId: CalendarConnectionId; offer: Offer; at: Temporal.Instant },
) {
  const links = await listLinks(tx, { connectionId, resourceId: null }, { after: null, limit: MOST_LINKS })
  const matches = await readMatches(tx, connectionId)
  const [services, staff, weeks, zone, does] = [
    await catalogue.listServices(tx),
    await catalogue.listStaff(tx),
    await catalogue.weeks(tx),
    await catalogue.readZone(tx),
    await catalogue.peopleOfServices(tx),
  ]
  const today = localDateOf(at.epochMilliseconds, zone).toString()
  const days = Map.groupBy(await catalogue.singleDays(tx, today), ({ resourceId }) => resourceId)
  const people = comparePeople({
    theirs: offer.people,
    ours: staff,
    known: knownHosts(links, matches, offer),
  })
  const compared = compareServices({
    theirs: offer.services,
    ours: services.map(service => ({
      ...{ id: service.id, values: valuesOf(service) },
      people: does.get(service.id) ?? [],
    })),
    mappings: mappingsOf(links, matches),
    people: new Map(people.flatMap(({ host, personId }) => (personId === null ? [] : [[host, personId]]))),
  })
  const shown = {
    services: compared.map(({ serviceId, problems, fields, hosts, ...rest }) => ({
      ...rest,
      service_id: serviceId,
      fields: [...fields],
      hosts: { there: [...hosts.there], missing: [...hosts.missing], only_here: [...hosts.onlyHere] },
      problems: problems.map(problem => ({ kind: problem.kind, detail: detailOf(problem) })),
    })),
    people: people.map(({ personId, ...rest }) => ({ ...rest, resource_id: personId })),
    weeks: offer.weeks.map(({ host, windows, days: theirDays, ...rest }) => {
      const personId = people.find(person => person.host === host)?.personId ?? null
      const ours = weeks.find(({ id }) => id === personId)?.week ?? []
      const { onlyOurs, onlyTheirs } = compareWeeks(writeWeek(ours.filter(isUsual)), windows)
      const ofWhom = personId === null ? ('nobody' as const) : null
      const cannot = rest.zone === zone ? ofWhom : ('other_zone' as const)
      const ourDays = personId === null ? [] : (days.get(personId as ResourceId) ?? [])
      const coming = theirDays.filter(({ date }) => date >= today)
      return {
        ...{ ...rest, host, resource_id: personId, cannot },
        ...{ only_ours: onlyOurs, only_theirs: onlyTheirs },
        days: compareDays(ourDays, coming).map(({ date, ours, theirs }) => ({
          ...{ date, ours: ours && [...ours], theirs: theirs && [...theirs] },
        })),
      }
    }),
  }
  return { preview: fingerprint(shown), ...shown }
}

/** Changes with anything that is shown: what somebody picks from what they see is applied to that and nothing else. */
function fingerprint(shown: object): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url')
}

export type ComparedOffer = Awaited<ReturnType<typeof compareOffer>>

export function valuesOf(service: Service) {
  return {
    name: service.name,
    minutes: service.minutes,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    minimum_notice_minutes: service.minimumNoticeMinutes,
    horizon_days: service.horizonDays,
    needs_confirmation: service.needsConfirmation,
  }
}

/** What was linked by hand, and what was taken over; a link says more lately. */
function mappingsOf(links: readonly CalendarLink[], matches: readonly ImportMatch[]): Mapping[] {
  const taken = new Map(matches.map(match => [match.external, match]))
  const ofLinks = links.flatMap(({ target, serviceId, settings }): Mapping[] => {
    if (serviceId === null) return []
    const known = taken.get(target)
    const seen = known?.serviceId === serviceId ? { theirs: known.theirValues, ours: known.ourValues } : null
    const theirs = calcomLinkSettings.safeParse(settings).data?.their_fields.split(',') ?? []
    const theirFields = [...theirs.map(field => field.trim()).filter(isField), ...(known?.theirFields ?? [])]
    return [{ target, serviceId, theirFields, seen }]
  })
  const linked = new Set(ofLinks.map(({ target }) => target))
  return [
    ...ofLinks,
    ...matches.flatMap(({ external: target, serviceId, theirFields, theirValues, ourValues }): Mapping[] =>
      serviceId === null || linked.has(target)
        ? []
        : [{ target, serviceId, theirFields, seen: { theirs: theirValues, ours: ourValues } }],
    ),
  ]
}

function isField(text: string): text is ServiceField {
  return SERVICE_FIELDS.some(field => field === text)
}

/** Whose own event type a person is linked to is that person; what somebody said in the office counts more. */
function knownHosts(
  links: readonly CalendarLink[],
  matches: readonly ImportMatch[],
  { owners }: Offer,
): Map<string, string> {
  const known = new Map<string, string>()
  for (const { target, resourceId } of links) {
    const host = owners.get(target)
    if (host !== undefined && resourceId !== null) known.set(host, resourceId)
  }
  for (const { external, resourceId } of matches)
    if (resourceId !== null) known.set(external.slice('host/'.length), resourceId)
  return known
}

/** Periods such as a season's are ours alone. */
function isUsual({ validFrom, validTo }: { validFrom?: string | null; validTo?: string | null }): boolean {
  return validFrom == null && validTo == null
}

function detailOf(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'required_field':
      return problem.field
    case 'host_without_person':
      return problem.host
    case 'managed_parent':
    case 'no_hosts':
    case 'name_twice':
    case 'name_taken':
      return ''
    default:
      return problem satisfies never
  }
}
