import { setTimeout as wait } from 'node:timers/promises'
import type { Dice } from '../dice.ts'
import { backendPids, postmasterPid } from '../product/embedded-postgres.ts'
import type { ProductProcess } from '../product/product-process.ts'

export type Kills = { product: number; postgres: number; backend: number }

const AFTER_READY_MS = 200
const LONGEST_ABSENCE_MS = 800
/** A database that is gone shows in the readiness of the product a moment later. */
const NOTICED_MS = 300

/**
 * Kills the product, its database's main process, or one of its backends with signal 9, again and again: about one
 * every `everyMs`, some of them while the product is still starting. Returns how often, and how long the product
 * then took until it served again. Leaves it running.
 */
export async function keepKilling(options: {
  readonly product: ProductProcess
  readonly dice: Dice
  readonly kills: number
  readonly everyMs: number
}): Promise<{ kills: Kills; readyMs: number[] }> {
  const { product, dice, everyMs } = options
  const kills: Kills = { product: 0, postgres: 0, backend: 0 }
  const readyMs: number[] = []
  const begun = performance.now()
  for (let done = 0; done < options.kills; ) {
    const due = begun + (done + dice.next()) * everyMs
    await wait(Math.max(AFTER_READY_MS, due - performance.now()))
    await killSomething(product, dice, kills)
    await wait(NOTICED_MS)
    if (product.pid() === null) {
      await wait(dice.between(0, LONGEST_ABSENCE_MS))
      product.start()
      if (dice.chance(0.2)) {
        await wait(dice.between(50, 1500))
        if (await product.kill()) kills.product += 1
        product.start()
      }
    }
    readyMs.push(await product.untilReady())
    done = kills.product + kills.postgres + kills.backend
    console.log(`${done} kills: ${JSON.stringify(kills)}, ready after ${readyMs.at(-1)} ms`)
  }
  return { kills, readyMs }
}

async function killSomething(product: ProductProcess, dice: Dice, kills: Kills): Promise<void> {
  const what = dice.pick(['product', 'product', 'postgres', 'backend', 'both'] as const)
  if ((what === 'postgres' || what === 'both') && signal9(await postmasterPid(product.dataDir)))
    kills.postgres += 1
  if ((what === 'product' || what === 'both') && (await product.kill())) kills.product += 1
  if (what !== 'backend') return
  const backends = await backendPids(product.dataDir).catch(() => [])
  if (backends.length > 0 && signal9(dice.pick(backends))) kills.backend += 1
}

/** False: it was gone already. */
function signal9(pid: number | null): boolean {
  if (pid === null) return false
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}
