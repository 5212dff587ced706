import type { Tx } from '../../../../platform/db/database.ts'
import { AppError } from '../../../../platform/errors/app-error.ts'
import type { ResourceId } from '../../../../platform/ids/ids.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import { calendarErrors } from '../../errors.ts'
import type { Applied, Choices, Outcome } from './choices.ts'
import type { ComparedOffer } from './compare-offer.ts'
import type { Offer } from './read-offer.ts'

type PersonChoice = Choices['people'][number]
type ComparedPerson = ComparedOffer['people'][number]
const LONGEST_NAME = 100

/** Says who of the business hosts are, and adds who is new. */
export async function applyPeople(
  tx: Tx,
  catalogue: Catalogue,
  given: { readonly people: readonly PersonChoice[]; readonly shown: ComparedOffer },
): Promise<Applied[]> {
  const staff = new Set<string>((await catalogue.listStaff(tx)).map(({ id }) => id))
  const applied: Applied[] = []
  for (const choice of given.people) {
    if (choice.resource_id !== null && !staff.has(choice.resource_id))
      throw new AppError(calendarErrors.unknownOwner)
    const person = given.shown.people.find(({ host }) => host === choice.host)
    const became = await becomes(tx, catalogue, choice, person)
    const name = person?.name ?? choice.host
    applied.push({ kind: 'person', external: choice.host, name, fields: [], ...became })
  }
  return applied
}

async function becomes(
  tx: Tx,
  { takeOver }: Catalogue,
  { resource_id: wanted }: PersonChoice,
  person: ComparedPerson | undefined,
): Promise<{ id: string | null; outcome: Outcome }> {
  if (person === undefined) return { id: null, outcome: 'not_there' }
  const known = person.match === 'linked' ? person.resource_id : null
  if (known !== null && (wanted === null || wanted === known)) return { id: known, outcome: 'same' }
  if (wanted !== null) return { id: wanted, outcome: 'matched' }
  const id = await takeOver.addStaff(tx, person.name.trim().slice(0, LONGEST_NAME))
  return { id, outcome: id === null ? 'cannot' : 'added' }
}

/** Makes the usual week of people that of their schedules there; the periods of a year stay. */
export async function applyWeeks(
  tx: Tx,
  { takeOver }: Catalogue,
  given: { readonly weeks: Choices['weeks']; readonly offer: Offer; readonly shown: ComparedOffer },
): Promise<Applied[]> {
  const applied: Applied[] = []
  for (const { schedule } of given.weeks) {
    const week = given.shown.weeks.find(one => one.schedule === schedule)
    const windows = given.offer.weeks.find(one => one.schedule === schedule)?.windows ?? []
    const about = { kind: 'week' as const, external: schedule, name: week?.name ?? schedule, fields: [] }
    const id = week?.resource_id ?? null
    if (week === undefined) applied.push({ ...about, id, outcome: 'not_there' })
    else if (id === null || week.cannot !== null) applied.push({ ...about, id, outcome: 'cannot' })
    else if (week.only_ours.length + week.only_theirs.length === 0)
      applied.push({ ...about, id, outcome: 'same' })
    else {
      const before = await takeOver.replaceWeek(tx, id as ResourceId, windows)
      const fields = [{ field: 'week', before: JSON.stringify(before), after: JSON.stringify(windows) }]
      applied.push({
        ...about,
        id,
        ...(before === null ? { outcome: 'cannot' } : { outcome: 'changed', fields }),
      })
    }
  }
  return applied
}
