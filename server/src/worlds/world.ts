import type { CatalogueEntry } from '../modules/catalogue/index.ts'
import type { NewArticle } from '../modules/reception/index.ts'
import type { PolicyWish } from '../modules/scheduling/index.ts'
import type { NewTenant, Transfer } from '../modules/tenants/index.ts'

/** A fixture tenant: demo data, tests and scripted callers use the same ones. */
export type World = {
  readonly tenant: NewTenant
  readonly phoneNumber: string
  readonly catalogue: CatalogueEntry
  /** Left out: nobody is put through. */
  readonly transfer?: Transfer
  /** Of the whole business; left out: none. */
  readonly policies?: ReadonlyArray<Pick<PolicyWish, 'kind' | 'rules'>>
  readonly knowledge?: readonly NewArticle[]
}

type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
const DAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `hours(['tue', 'wed'], '09:00-13:00', '13:30-18:00')` as weekly windows. */
export function hours(days: readonly Day[], ...windows: readonly string[]): CatalogueEntry['opening'] {
  return days.flatMap(day =>
    windows.map(window => {
      const [from = '', to = ''] = window.split('-')
      return { weekday: DAYS.indexOf(day) + 1, fromMinute: minute(from), toMinute: minute(to) }
    }),
  )
}

/** `fixedStarts(['mon'], { '09:00': 2 })`: on Mondays at nine, two at most. */
export function fixedStarts(
  days: readonly Day[],
  most: Readonly<Record<string, number>>,
): NonNullable<CatalogueEntry['services'][number]['fixedStarts']> {
  return days.flatMap(day =>
    Object.entries(most).map(([clock, count]) => ({
      weekday: DAYS.indexOf(day) + 1,
      atMinute: minute(clock),
      most: count,
    })),
  )
}

/** One uninterrupted part. */
export function work(minutes: number) {
  return [{ minutes, gapAfterMinutes: 0 }]
}

function minute(clock: string): number {
  const [hour = 0, minutes = 0] = clock.split(':').map(Number)
  return hour * 60 + minutes
}
