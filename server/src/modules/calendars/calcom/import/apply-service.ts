import type { Tx } from '../../../../platform/db/database.ts'
import type { ResourceId, ServiceId } from '../../../../platform/ids/ids.ts'
import type { Catalogue, ServiceWish } from '../../../catalogue/index.ts'
import type { Applied, Outcome, ServiceChoice } from './choices.ts'
import type { ServiceValues } from './compare-import.ts'
import type { ComparedOffer } from './compare-offer.ts'
import { canHave, changeOf } from './service-values.ts'

type Compared = ComparedOffer['services'][number]
type Given = {
  readonly choice: ServiceChoice
  readonly compared: Compared | undefined
  /** How it is at Cal.com; null: it is not there. */
  readonly theirs: ServiceValues | null
  /** Who of ours its hosts are, and those of them who do not do it here yet. */
  readonly people: readonly ResourceId[]
  readonly joining: readonly ResourceId[]
}

/** A service as it is added: what Cal.com says nothing of is as for one that somebody begins on the page. */
const AS_NEW: Pick<
  ServiceWish,
  'synonyms' | 'gridMinutes' | 'gridKind' | 'fixedStarts' | 'dailyMost' | 'latestStart' | 'askNote'
> = {
  ...{ synonyms: [], gridMinutes: 15, gridKind: 'window', fixedStarts: [], dailyMost: null },
  ...{ latestStart: null, askNote: null },
}
const USUAL_HORIZON_DAYS = 120

/** Takes over what was picked of one event type, field by field; whatever was not picked stays (failure 62). */
export async function applyService(
  tx: Tx,
  { takeOver, readService }: Catalogue,
  given: Given,
): Promise<Applied> {
  const { choice, compared, theirs, people, joining } = given
  const about = { kind: 'service' as const, external: choice.target, name: compared?.name ?? choice.target }
  const ended = (outcome: Outcome, id: string | null = null): Applied => ({
    ...about,
    id,
    outcome,
    fields: [],
  })
  if (compared === undefined || theirs === null) return ended('not_there')
  if (compared.service_id === null) return await add()
  return await change(compared, compared.service_id as ServiceId)

  async function add(): Promise<Applied> {
    if (choice.price_minor == null) return ended('no_price')
    const wish = wishOf(theirs as ServiceValues, choice.price_minor, people)
    const added = wish === null ? null : await takeOver.addService(tx, wish)
    return added?.kind === 'added' ? ended('added', added.id) : ended('cannot')
  }

  async function change(service: Compared, id: ServiceId): Promise<Applied> {
    const picked = service.fields.filter(({ field }) => choice.fields.includes(field))
    const values = await valuesOf(picked, id)
    if (values === null) return ended('cannot', id)
    if (picked.length > 0 && (await takeOver.changeService(tx, id, values)).kind !== 'changed')
      return ended('cannot', id)
    const fields: Applied['fields'] = picked.map(({ field, ours: before, theirs: after }) => ({
      ...{ field, before, after },
    }))
    const joined = choice.hosts ? await takeOn(service, id) : []
    const all = [...fields, ...joined]
    return { ...about, id, outcome: all.length > 0 ? 'changed' : 'same', fields: all }
  }

  /** Null: it may not be so, as a whole. */
  async function valuesOf(picked: Compared['fields'], id: ServiceId): Promise<Partial<ServiceWish> | null> {
    const values: Partial<ServiceWish> = {}
    for (const { field, theirs: value } of picked) {
      if (!canHave(field, value)) return null
      const added = field === 'minutes' ? await lengthOf(id, Number(value)) : changeOf(field, value)
      if (added === null) return null
      Object.assign(values, added)
    }
    return values
  }

  /** Only whoever did not do it before; nobody stops doing it. */
  async function takeOn({ hosts }: Compared, id: ServiceId): Promise<Applied['fields']> {
    if (joining.length === 0) return []
    const { kind } = await takeOver.takeOn(tx, id, joining)
    const before = hosts.there.length - hosts.missing.length + hosts.only_here.length
    return kind === 'changed' ? [{ field: 'people', before, after: before + joining.length }] : []
  }

  /** A service of several parts has no one length that could be taken over (failure 62). */
  async function lengthOf(id: ServiceId, minutes: number): Promise<Partial<ServiceWish> | null> {
    const [segment, another] = (await readService(tx, id))?.segments ?? []
    return segment === undefined || another !== undefined ? null : { segments: [{ ...segment, minutes }] }
  }
}

/** Null: a service may not be so. */
function wishOf(
  theirs: ServiceValues,
  priceMinor: number,
  people: readonly ResourceId[],
): Omit<ServiceWish, 'position'> | null {
  const horizonDays = theirs.horizon_days ?? USUAL_HORIZON_DAYS
  const values = { ...theirs, horizon_days: horizonDays }
  const fields = Object.keys(values) as (keyof ServiceValues)[]
  if (!fields.every(field => canHave(field, values[field]))) return null
  return {
    ...AS_NEW,
    name: String(theirs.name).trim(),
    priceMinor,
    minimumNoticeMinutes: Number(theirs.minimum_notice_minutes),
    horizonDays: Number(horizonDays),
    bufferBeforeMinutes: Number(theirs.buffer_before_minutes),
    bufferAfterMinutes: Number(theirs.buffer_after_minutes),
    needsConfirmation: theirs.needs_confirmation === true,
    segments: [{ minutes: Number(theirs.minutes), gapAfterMinutes: 0 }],
    takes: people.map(resourceId => ({
      ...{ resourceId, weight: 1, roles: null, segmentMinutes: null, priceMinor: null },
    })),
  }
}
