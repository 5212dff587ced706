import pg from 'pg'

export type QueueClientConfig = pg.ClientConfig & {
  /** Hears of a job that the queue could not settle, and will not try to settle again. */
  readonly onUnsettled?: (error: unknown, statement: string) => void
}

/**
 * A connection of the job queue, which settles a job without anybody waiting for it: what fails then ends the
 * process with an unhandled rejection.
 *
 * Losses carry a code that the queue repeats. It does so for a few codes only, of which a connection that breaks has
 * none, and a job settled nowhere would stay locked for four hours. With "57P03" (cannot connect now) it is repeated
 * for hours, from 3 s to 2 min apart. Repeating does no harm: a job that is done is gone, however often it is removed.
 *
 * What the database refuses for good (a rule, a right) is told to `onUnsettled` and counts as answered. The job
 * stays locked and is held by nobody, so the lease frees it (dead-workers.ts): it runs again, up to its attempts.
 */
export class QueueClient extends pg.Client {
  readonly #onUnsettled: QueueClientConfig['onUnsettled']

  constructor(config: QueueClientConfig = {}) {
    super(config)
    this.#onUnsettled = config.onUnsettled
  }

  override query(...given: unknown[]): never {
    const answer = lossesRepeated(Reflect.apply(super.query, this, given))
    const settling = settlingStatement(given[0])
    if (settling === null || !(answer instanceof Promise)) return answer as never
    return answer.catch((error: unknown) => {
      if (isRepeated(error)) throw error
      this.#onUnsettled?.(error, settling)
      return { rows: [], rowCount: 0 }
    }) as never
  }

  override connect(...given: unknown[]): never {
    const [done] = given
    const told = typeof done === 'function' ? [(error: unknown) => done(error && asLoss(error))] : []
    return lossesRepeated(Reflect.apply(super.connect, this, told)) as never
  }
}

/** The queue prepares what settles one job under these names (graphile-worker, completeJobs.ts and failJobs.ts). */
function settlingStatement(query: unknown): string | null {
  const { name } = (query ?? {}) as { name?: unknown }
  return typeof name === 'string' && /^(complete|fail)_job/.test(name) ? name : null
}

function lossesRepeated(answer: unknown): unknown {
  return answer instanceof Promise
    ? answer.catch((error: unknown) => {
        throw asLoss(error)
      })
    : answer
}

/** What the queue itself tries again: serialization failures, deadlocks and losses. */
function isRepeated(error: unknown): boolean {
  return ['40001', '40P01', '57P03'].includes((error as { code?: string }).code ?? '')
}

/** Our own mistakes in a statement (classes 22, 23, 42) and what the queue repeats by itself stay what they are. */
function asLoss(error: unknown): unknown {
  const { code } = error as { code?: string }
  if (error instanceof Error && !/^(22|23|40|42)\w{3}$/.test(code ?? ''))
    Object.assign(error, { code: '57P03', cause: error.cause ?? code })
  return error
}
