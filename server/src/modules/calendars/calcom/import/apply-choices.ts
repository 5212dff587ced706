import type { Tx } from '../../../../platform/db/database.ts'
import type { ServiceId } from '../../../../platform/ids/ids.ts'
import type { Catalogue, ServiceWish } from '../../../catalogue/index.ts'
import type { ServiceField } from './compare-import.ts'
import type { ComparedOffer } from './compare-offer.ts'

/** `not_here`: no service is linked or proposed. `cannot`: the service may not have this value; it stays as it was. */
export const OUTCOMES = ['changed', 'same', 'not_here', 'cannot'] as const
type Outcome = (typeof OUTCOMES)[number]
type Compared = ComparedOffer['services'][number]
type ServiceChange = Partial<ServiceWish>
type Chosen = { readonly target: string; readonly fields: readonly ServiceField[] }

/** Takes over what was picked, field by field; whatever was not picked stays (failure 62). */
export async function applyChoices(
  tx: Tx,
  catalogue: Catalogue,
  { compared, chosen }: { compared: readonly Compared[]; chosen: readonly Chosen[] },
): Promise<{ target: string; outcome: Outcome }[]> {
  const outcomes: { target: string; outcome: Outcome }[] = []
  for (const { target, fields } of chosen) {
    const service = compared.find(one => one.target === target)
    outcomes.push({ target, outcome: await applyOne(tx, catalogue, { service, fields }) })
  }
  return outcomes
}

async function applyOne(
  tx: Tx,
  catalogue: Catalogue,
  { service, fields }: { service: Compared | undefined; fields: readonly ServiceField[] },
): Promise<Outcome> {
  if (service === undefined || service.service_id === null) return 'not_here'
  const picked = service.fields.filter(({ field }) => fields.includes(field))
  if (picked.length === 0) return 'same'
  const id = service.service_id as ServiceId
  const change: ServiceChange = {}
  for (const { field, theirs } of picked) {
    const added =
      field === 'minutes'
        ? await lengthOf(tx, catalogue, { id, minutes: Number(theirs) })
        : wishOf(field, theirs)
    if (added === null) return 'cannot'
    Object.assign(change, added)
  }
  const changed = await catalogue.changeService(tx, id, change)
  return changed.kind === 'changed' ? 'changed' : 'cannot'
}

function wishOf(
  field: Exclude<ServiceField, 'minutes'>,
  theirs: string | number | boolean | null,
): ServiceChange {
  switch (field) {
    case 'name':
      return { name: String(theirs) }
    case 'buffer_before_minutes':
      return { bufferBeforeMinutes: Number(theirs) }
    case 'buffer_after_minutes':
      return { bufferAfterMinutes: Number(theirs) }
    case 'minimum_notice_minutes':
      return { minimumNoticeMinutes: Number(theirs) }
    case 'horizon_days':
      return { horizonDays: Number(theirs) }
    case 'needs_confirmation':
      return { needsConfirmation: theirs === true }
    default:
      return field satisfies never
  }
}

/** A service of several parts has no one length that could be taken over (failure 62). */
async function lengthOf(
  tx: Tx,
  catalogue: Catalogue,
  { id, minutes }: { id: ServiceId; minutes: number },
): Promise<ServiceChange | null> {
  const [segment, another] = (await catalogue.readService(tx, id))?.segments ?? []
  return segment === undefined || another !== undefined ? null : { segments: [{ ...segment, minutes }] }
}
