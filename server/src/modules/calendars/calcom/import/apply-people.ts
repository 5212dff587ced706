import type { Tx } from '../../../../platform/db/database.ts'
import { AppError } from '../../../../platform/errors/app-error.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import { calendarErrors } from '../../errors.ts'
import type { Applied, Choices, Outcome } from './choices.ts'
import type { ComparedOffer } from './compare-offer.ts'

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
