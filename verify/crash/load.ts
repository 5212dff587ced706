import { setTimeout as wait } from 'node:timers/promises'
import type { Dice } from '../dice.ts'
import { apiBooking } from './api-client.ts'
import type { Ledger } from './ledger.ts'
import type { PatientClient } from './patient-client.ts'
import { type Business, phoneCall } from './phone-caller.ts'

const CALLERS = 6
const INTEGRATORS = 2

export type Load = {
  /** Begins nothing new and waits until everything begun has its answer. */
  end(): Promise<void>
}

/** Callers and integrators, each doing one thing after another until the end. */
export function startLoad(options: {
  readonly client: PatientClient
  readonly ledger: Ledger
  readonly dice: Dice
  readonly businesses: readonly Business[]
  readonly run: string
  readonly longestPauseMs: number
}): Load {
  const { client, ledger, businesses, run } = options
  const ending = { asked: false }
  const people = Array.from({ length: CALLERS + INTEGRATORS }, async (_, index) => {
    const dice = options.dice.fork(index)
    for (let turn = 1; !ending.asked; turn += 1) {
      const act = index < CALLERS ? phoneCall : apiBooking
      try {
        await act({ client, ledger, dice }, dice.pick(businesses), `${run}_${index}_${turn}`)
      } catch (error) {
        ledger.problems.push(error instanceof Error ? error.message : String(error))
      }
      await wait(dice.between(0, options.longestPauseMs))
    }
  })
  return {
    end: async () => {
      ending.asked = true
      await Promise.all(people)
    },
  }
}
