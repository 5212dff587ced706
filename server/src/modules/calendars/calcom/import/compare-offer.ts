import type { Tx } from '../../../../platform/db/database.ts'
import type { CalendarConnectionId } from '../../../../platform/ids/ids.ts'
import type { Service } from '../../../catalogue/index.ts'
import { type CalendarLink, listLinks } from '../../connections/link-store.ts'
import type { CalendarNeighbours } from '../../neighbours.ts'
import { calcomLinkSettings } from '../settings.ts'
import {
  comparePeople,
  compareServices,
  compareWeeks,
  type ImportProblem,
  type Mapping,
  SERVICE_FIELDS,
  type ServiceField,
  type WeeklyWindow,
} from './compare-import.ts'
import type { Offer } from './read-offer.ts'

/** As many links as one connection may have to be compared. */
const MOST_LINKS = 2000

/** The offer of an account beside what the business has, as it is now. */
export async function compareOffer(
  tx: Tx,
  { catalogue }: Pick<CalendarNeighbours, 'catalogue'>,
  { connectionId, offer }: { connectionId: CalendarConnectionId; offer: Offer },
) {
  const links = await listLinks(tx, { connectionId, resourceId: null }, { after: null, limit: MOST_LINKS })
  const [services, staff, weeks] = [
    await catalogue.listServices(tx),
    await catalogue.listStaff(tx),
    await catalogue.weeks(tx),
  ]
  const people = comparePeople({ theirs: offer.people, ours: staff, known: knownHosts(links, offer) })
  const compared = compareServices({
    theirs: offer.services,
    ours: services.map(service => ({ id: service.id, values: valuesOf(service) })),
    mappings: links.flatMap(mappingOf),
  })
  return {
    services: compared.map(({ serviceId, problems, fields, ...rest }) => ({
      ...rest,
      service_id: serviceId,
      fields: [...fields],
      problems: problems.map(problem => ({ kind: problem.kind, detail: detailOf(problem) })),
    })),
    people: people.map(({ personId, ...rest }) => ({ ...rest, resource_id: personId })),
    weeks: offer.weeks.map(({ name, zone, host, windows }) => {
      const personId = people.find(person => person.host === host)?.personId ?? null
      const ours = weeks.find(({ id }) => id === personId)?.week ?? []
      const { onlyOurs, onlyTheirs } = compareWeeks(ours.filter(isUsual).map(toWindow), windows)
      return { name, zone, resource_id: personId, only_ours: onlyOurs, only_theirs: onlyTheirs }
    }),
  }
}

export type ComparedOffer = Awaited<ReturnType<typeof compareOffer>>

function valuesOf(service: Service) {
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

function mappingOf({ target, serviceId, settings }: CalendarLink): Mapping[] {
  if (serviceId === null) return []
  const theirs = calcomLinkSettings.safeParse(settings).data?.their_fields.split(',') ?? []
  return [{ target, serviceId, theirFields: theirs.map(field => field.trim()).filter(isField) }]
}

function isField(text: string): text is ServiceField {
  return SERVICE_FIELDS.some(field => field === text)
}

/** Whose own event type a person is linked to is that person. */
function knownHosts(links: readonly CalendarLink[], { owners }: Offer): Map<string, string> {
  const known = new Map<string, string>()
  for (const { target, resourceId } of links) {
    const host = owners.get(target)
    if (host !== undefined && resourceId !== null) known.set(host, resourceId)
  }
  return known
}

/** Periods such as a season's are ours alone. */
function isUsual({ validFrom, validTo }: { validFrom?: string | null; validTo?: string | null }): boolean {
  return validFrom == null && validTo == null
}

function toWindow({
  weekday,
  fromMinute,
  toMinute,
}: {
  weekday: number
  fromMinute: number
  toMinute: number
}): WeeklyWindow {
  return { weekday, from: clockText(fromMinute), until: clockText(toMinute) }
}

function clockText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':')
}

function detailOf(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'required_field':
      return problem.field
    case 'host_without_person':
      return problem.host
    case 'managed_parent':
    case 'no_hosts':
      return ''
    default:
      return problem satisfies never
  }
}
