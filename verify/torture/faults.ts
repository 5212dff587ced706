import { createDice } from '../dice.ts'

export type Fault =
  | {
      readonly kind: 'kill_app' | 'kill_database' | 'kill_both'
      readonly atMs: number
      readonly goneMs: number
    }
  | { readonly kind: 'cut_database' | 'cut_clients'; readonly atMs: number }
  /** The clock of the product is so far from the machine's from now on. */
  | { readonly kind: 'jump_clock'; readonly atMs: number; readonly shiftMs: number }

const KINDS = [
  'kill_app',
  'kill_app',
  'kill_database',
  'kill_both',
  'cut_database',
  'cut_database',
  'cut_clients',
  'cut_clients',
  'jump_clock',
  'jump_clock',
] as const

const LONGEST_GONE_MS = 800
const MINUTE = 60_000
/** Less than a day between the two furthest: idempotency keys are promised for a day by the product's clock. */
const FURTHEST_MINUTES = 6 * 60

/** What goes wrong when: all of it follows from the seed. The first are one of each kind. */
export function scheduleOf(
  seed: number,
  plan: { readonly faults: number; readonly everyMs: number },
): Fault[] {
  const dice = createDice(seed)
  const each = [...new Set(KINDS)]
  return Array.from({ length: plan.faults }, (_, index) => {
    const kind = each[index] ?? dice.pick(KINDS)
    const atMs = Math.round((index + dice.next()) * plan.everyMs)
    switch (kind) {
      case 'jump_clock': {
        const shiftMs = dice.between(-FURTHEST_MINUTES, FURTHEST_MINUTES) * MINUTE
        return { kind, atMs, shiftMs }
      }
      case 'cut_database':
      case 'cut_clients':
        return { kind, atMs }
      default:
        return { kind, atMs, goneMs: dice.between(0, LONGEST_GONE_MS) }
    }
  })
}
