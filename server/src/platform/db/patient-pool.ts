import type pg from 'pg'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import type { Log } from '../observability/log.ts'
import { isUnreachable } from './connection-problem.ts'

/** The part of a pool that lends connections. */
export type PatientPool = {
  connect(): Promise<pg.PoolClient>
  end(): Promise<void>
  readonly options: object
}

const QUIET_MS = 5000

/** Measures how long work waits for a connection, and says in our words why it got none. */
export function patientPool(
  pool: pg.Pool,
  watch: { log: Log; most: number; onWaited: (seconds: number) => void },
): PatientPool {
  let lastWarned = Number.NEGATIVE_INFINITY
  /** An outage fails every request: one line in five seconds tells it, thousands would hide the rest. */
  const warn = (error: unknown, text: string): void => {
    if (performance.now() - lastWarned < QUIET_MS) return
    lastWarned = performance.now()
    watch.log.warn({ err: error, waiting: pool.waitingCount, total: pool.totalCount }, text)
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      if (pool.waitingCount >= watch.most) {
        const error = new Error(`${pool.waitingCount} wait for a database connection already.`)
        warn(error, 'all database connections are taken')
        throw new AppError(platformErrors.overloaded, undefined, { cause: error })
      }
      const begun = performance.now()
      try {
        return await pool.connect()
      } catch (error) {
        if (isPoolTimeout(error) && pool.totalCount >= (pool.options.max ?? 0)) {
          warn(error, 'all database connections are taken')
          throw new AppError(platformErrors.overloaded, undefined, { cause: error })
        }
        if (!isUnreachable(error)) throw error
        warn(error, 'the database does not answer')
        throw new AppError(platformErrors.unavailable, undefined, { cause: error })
      } finally {
        watch.onWaited((performance.now() - begun) / 1000)
      }
    },
  }
}

function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect'
}
