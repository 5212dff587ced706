import type { Tx } from '../../../../platform/db/database.ts'
import type { ResourceId } from '../../../../platform/ids/ids.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import type { Applied, Choices } from './choices.ts'
import type { ComparedOffer } from './compare-offer.ts'
import type { Offer } from './read-offer.ts'

type Wish = {
  readonly choices: Choices
  readonly offer: Offer
  readonly shown: ComparedOffer
  readonly actor: string
  readonly at: Temporal.Instant
}
type WeekChoice = Choices['weeks'][number]
type ComparedWeek = ComparedOffer['weeks'][number]
type Became = Pick<Applied, 'outcome' | 'fields'>

/** Makes the usual week of people that of their schedules there, and single days those; the periods of a year stay. */
export async function applyWeeks(tx: Tx, { takeOver }: Catalogue, wish: Wish): Promise<Applied[]> {
  const applied: Applied[] = []
  for (const choice of wish.choices.weeks) applied.push(...(await applyWeek(tx, takeOver, choice, wish)))
  return applied
}

async function applyWeek(
  tx: Tx,
  takeOver: Catalogue['takeOver'],
  choice: WeekChoice,
  { offer, shown, actor, at }: Wish,
): Promise<Applied[]> {
  const { schedule } = choice
  const week = shown.weeks.find(one => one.schedule === schedule)
  const windows = offer.weeks.find(one => one.schedule === schedule)?.windows ?? []
  const about = { external: schedule, name: week?.name ?? schedule, id: week?.resource_id ?? null }
  if (week === undefined) return [{ kind: 'week', ...about, ...unchanged('not_there') }]
  const id = week.resource_id as ResourceId | null
  if (id === null || week.cannot !== null) return [{ kind: 'week', ...about, ...unchanged('cannot') }]
  const applied: Applied[] = []
  if (choice.week) applied.push({ kind: 'week', ...about, ...(await takeWeek(id, week)) })
  for (const date of choice.days)
    applied.push({
      ...{ kind: 'day', ...about, external: `${schedule}/${date}` },
      ...(await takeDay(id, week.days, date)),
    })
  return applied

  async function takeWeek(person: ResourceId, { only_ours, only_theirs }: ComparedWeek): Promise<Became> {
    if (only_ours.length + only_theirs.length === 0) return unchanged('same')
    const before = await takeOver.replaceWeek(tx, person, windows)
    return before === null ? unchanged('cannot') : changed('week', before, windows)
  }

  async function takeDay(person: ResourceId, days: ComparedWeek['days'], date: string): Promise<Became> {
    const day = days.find(one => one.date === date)
    if (day === undefined) return unchanged('same')
    if (day.theirs === null) return unchanged('not_there')
    const outcome = await takeOver.replaceDay(tx, person, { date, windows: day.theirs }, { actor, at })
    return outcome === 'replaced' ? changed('day', day.ours, day.theirs) : unchanged('cannot')
  }
}

function unchanged(outcome: Applied['outcome']): Became {
  return { outcome, fields: [] }
}

function changed(field: string, before: unknown, after: unknown): Became {
  const text = (value: unknown) => (value === null ? null : JSON.stringify(value))
  return { outcome: 'changed', fields: [{ field, before: text(before), after: text(after) }] }
}
