import type { Tx } from '../../../../platform/db/database.ts'
import { AppError } from '../../../../platform/errors/app-error.ts'
import type { CalendarConnectionId, ResourceId } from '../../../../platform/ids/ids.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import { calendarErrors } from '../../errors.ts'
import { applyPeople } from './apply-people.ts'
import { applyService } from './apply-service.ts'
import { applyWeeks } from './apply-weeks.ts'
import type { Applied, Choices, Outcome } from './choices.ts'
import type { ServiceField } from './compare-import.ts'
import { type ComparedOffer, compareOffer, valuesOf } from './compare-offer.ts'
import { lockImport, recordImport } from './import-store.ts'
import { hostKey, type ImportMatch, readMatches, writeMatches } from './match-store.ts'
import type { Offer } from './read-offer.ts'

type Wish = {
  readonly connectionId: CalendarConnectionId
  readonly offer: Offer
  readonly choices: Choices
  readonly actor: string
  readonly at: Temporal.Instant
}
type Parts = { readonly catalogue: Catalogue }
const EFFECTS: ReadonlySet<Outcome> = new Set(['added', 'changed', 'matched'])

/**
 * Takes over what was picked: people first, so that their weeks and services find them. Refused where the comparison is
 * not the one that was looked at any more; picked again from the next one, it changes nothing.
 *
 * @throws AppError `calendars/stale-preview`, `calendars/unknown-owner`
 */
export async function applyImport(tx: Tx, parts: Parts, wish: Wish): Promise<Applied[]> {
  const { connectionId, choices } = wish
  await lockImport(tx, connectionId)
  const shown = await compareOffer(tx, parts, wish)
  if (shown.preview !== choices.preview) throw new AppError(calendarErrors.stalePreview)
  const people = await applyPeople(tx, parts.catalogue, { people: choices.people, shown })
  await writeMatches(tx, matchesOf(people), wish)
  const matched = people.some(({ outcome }) => EFFECTS.has(outcome))
    ? await compareOffer(tx, parts, wish)
    : shown
  const weeks = await applyWeeks(tx, parts.catalogue, { ...wish, shown: matched })
  const services = await applyServices(tx, parts, wish, matched)
  const applied = [...people, ...weeks, ...services]
  const changes = applied.filter(({ outcome }) => EFFECTS.has(outcome))
  if (changes.length > 0) {
    await recordImport(tx, { connectionId, actor: wish.actor, at: wish.at, changes })
    await parts.catalogue.takeOver.told(tx, connectionId)
  }
  return applied
}

async function applyServices(
  tx: Tx,
  { catalogue }: Parts,
  { connectionId, offer, choices, at }: Wish,
  shown: ComparedOffer,
): Promise<Applied[]> {
  const ids = new Map(
    shown.people.flatMap(({ host, resource_id: id }) => (id === null ? [] : [[host, id as ResourceId]])),
  )
  const known = (hosts: readonly string[]) => [...new Set(hosts.flatMap(host => ids.get(host) ?? []))]
  const applied: Applied[] = []
  for (const choice of choices.services) {
    const compared = shown.services.find(one => one.target === choice.target)
    const theirs = offer.services.find(one => one.target === choice.target)?.values ?? null
    const [people, joining] = [known(compared?.hosts.there ?? []), known(compared?.hosts.missing ?? [])]
    applied.push(await applyService(tx, catalogue, { choice, compared, theirs, people, joining }))
  }
  await remember(tx, catalogue, { connectionId, offer, choices, at, applied })
  return applied
}

/** How both sides stand now, so that the next comparison says which of them was changed since. */
async function remember(
  tx: Tx,
  catalogue: Catalogue,
  done: Pick<Wish, 'connectionId' | 'offer' | 'choices' | 'at'> & { readonly applied: readonly Applied[] },
): Promise<void> {
  const known = new Map((await readMatches(tx, done.connectionId)).map(match => [match.external, match]))
  const services = new Map((await catalogue.listServices(tx)).map(service => [service.id as string, service]))
  const matches = done.applied.flatMap(({ external, id, outcome }) => {
    const ours = id === null || outcome === 'cannot' ? undefined : services.get(id)
    const theirs = done.offer.services.find(one => one.target === external)
    if (ours === undefined || theirs === undefined) return []
    const wanted = done.choices.services.find(({ target }) => target === external)?.their_fields
    const theirFields: readonly ServiceField[] = wanted ?? known.get(external)?.theirFields ?? []
    const values = { theirFields, theirValues: theirs.values, ourValues: valuesOf(ours) }
    return [{ ...matchOf(external, { serviceId: ours.id }), ...values }]
  })
  await writeMatches(tx, matches, done)
}

function matchesOf(people: readonly Applied[]): ImportMatch[] {
  return people.flatMap(({ external, id, outcome }) =>
    id !== null && EFFECTS.has(outcome) ? [matchOf(hostKey(external), { resourceId: id })] : [],
  )
}

function matchOf(external: string, of: { serviceId?: string; resourceId?: string }): ImportMatch {
  const values = { theirFields: [], theirValues: {}, ourValues: {} }
  return { external, serviceId: of.serviceId ?? null, resourceId: of.resourceId ?? null, ...values }
}
