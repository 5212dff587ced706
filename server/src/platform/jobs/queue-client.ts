import pg from 'pg'

/**
 * A connection of the job queue whose losses carry a code that the queue repeats. graphile-worker settles a job
 * without anybody waiting for it and repeats that for a few codes only, of which a connection that breaks has none:
 * a database killed at that moment would end the process with an unhandled rejection, and a job settled nowhere
 * would stay locked for four hours. With "57P03" (cannot connect now) it is repeated for hours, from 3 s to 2 min
 * apart. Repeating does no harm: a job is settled only while it is locked by its worker.
 */
export class QueueClient extends pg.Client {
  override query(...given: unknown[]): never {
    return lossesRepeated(Reflect.apply(super.query, this, given)) as never
  }

  override connect(...given: unknown[]): never {
    const [done] = given
    const told = typeof done === 'function' ? [(error: unknown) => done(error && asLoss(error))] : []
    return lossesRepeated(Reflect.apply(super.connect, this, told)) as never
  }
}

function lossesRepeated(answer: unknown): unknown {
  return answer instanceof Promise
    ? answer.catch((error: unknown) => {
        throw asLoss(error)
      })
    : answer
}

/** Our own mistakes in a statement (classes 22, 23, 42) and what the queue repeats by itself stay what they are. */
function asLoss(error: unknown): unknown {
  const { code } = error as { code?: string }
  if (error instanceof Error && !/^(22|23|40|42)\w{3}$/.test(code ?? ''))
    Object.assign(error, { code: '57P03', cause: error.cause ?? code })
  return error
}
