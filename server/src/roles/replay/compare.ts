import { maskEcho } from '../../platform/observability/mask.ts'

/** Where today's answer is not the recorded one. */
export type Difference = { readonly field: string; readonly recorded: unknown; readonly today: unknown }

/** New with every booking, or masked in the record: says nothing about the code. */
const OF_THE_MOMENT = new Set(['token', 'reference', 'expires_at', 'until', 'language'])
const SPELLED_REFERENCE = /\b(?:[A-Z0-9] ){6}[A-Z0-9]\b/g

/** What a masked argument is replayed with; the answer is masked again before it is compared. */
export const STAND_INS: Readonly<Record<string, string>> = {
  name: 'Erika Beispiel',
  phone: '+493023125999',
  email: 'erika@beispiel.example',
  note: 'Eine Notiz',
  reason: 'Ein Anliegen',
}

/** Compares the answers field by field, without what is new each time. */
export function differences(
  recorded: Record<string, unknown>,
  today: Record<string, unknown>,
  args: Record<string, unknown>,
): Difference[] {
  const was = comparable(recorded) as Record<string, unknown>
  const is = comparable(maskEcho(today, args)) as Record<string, unknown>
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter(field => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map(field => ({ field, recorded: was[field] ?? null, today: is[field] ?? null }))
}

function comparable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(SPELLED_REFERENCE, '<reference>')
  if (Array.isArray(value)) return value.map(comparable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !OF_THE_MOMENT.has(key))
      .map(([key, item]) => [key, comparable(item)] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  )
}
