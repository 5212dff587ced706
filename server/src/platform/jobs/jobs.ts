import { sql } from 'kysely'
import type { z } from 'zod'
import type { SystemTx, Tx } from '../db/database.ts'
import { newId } from '../ids/ids.ts'
import { currentRequestId } from '../observability/request-context.ts'
import { PRIORITY, type Priority } from './priority.ts'

/**
 * Work that follows a committed fact. A job is enqueued in the transaction of the fact, so both exist or neither,
 * and it runs at least once: `safeToRepeat` says why a second run does no harm.
 */
export type JobDefinition<Payload> = {
  /** `module.verb-noun`, unique in the product and in stored jobs: never renamed while jobs may wait. */
  readonly name: string
  readonly payload: z.ZodType<Payload>
  readonly priority: Priority
  readonly maxAttempts: number
  readonly safeToRepeat: string
  run(payload: Payload, attempt: JobAttempt): Promise<void>
}

export type JobAttempt = { readonly number: number; readonly last: boolean }

/** Something that happened, declared by the module it happened in; whoever is interested subscribes. */
export type EventDefinition<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> }

export type JobOptions = { readonly runAt?: Temporal.Instant; readonly key?: string }

export type Jobs = {
  define<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload>
  /** Subscribes a job to an event; each subscriber gets its own job, so that one failing does not hold the others. */
  subscribe<Payload>(event: EventDefinition<Payload>, definition: JobDefinition<Payload>): void
  enqueue<Payload>(
    tx: Tx | SystemTx,
    definition: JobDefinition<Payload>,
    payload: Payload,
    options?: JobOptions,
  ): Promise<void>
  publish<Payload>(tx: Tx, event: EventDefinition<Payload>, payload: Payload): Promise<void>
  /** All definitions, for the worker. */
  definitions(): ReadonlyMap<string, JobDefinition<unknown>>
}

/** What is stored with a job: its payload and the request it belongs to. */
export type JobEnvelope = { readonly data: unknown; readonly request_id: string }

export function createJobs(): Jobs {
  const definitions = new Map<string, JobDefinition<unknown>>()
  const subscribers = new Map<string, JobDefinition<unknown>[]>()

  const define: Jobs['define'] = definition => {
    if (definitions.has(definition.name)) throw new Error(`The job ${definition.name} is defined twice.`)
    definitions.set(definition.name, definition as JobDefinition<unknown>)
    return definition
  }

  const enqueue: Jobs['enqueue'] = async (tx, definition, payload, options = {}) => {
    const envelope: JobEnvelope = {
      data: definition.payload.parse(payload),
      request_id: currentRequestId() ?? newId<'request'>(),
    }
    await sql`select enqueue_job(
      identifier => ${definition.name},
      payload => ${JSON.stringify(envelope)}::json,
      run_at => ${options.runAt?.toString() ?? null}::timestamptz,
      max_attempts => ${definition.maxAttempts}::integer,
      job_key => ${options.key ?? null}::text,
      priority => ${PRIORITY[definition.priority]}::integer
    )`.execute(tx)
  }

  return {
    define,
    enqueue,
    subscribe: (event, definition) => {
      define(definition)
      const list = subscribers.get(event.name) ?? []
      subscribers.set(event.name, [...list, definition as JobDefinition<unknown>])
    },
    publish: async (tx, event, payload) => {
      for (const definition of subscribers.get(event.name) ?? []) await enqueue(tx, definition, payload)
    },
    definitions: () => definitions,
  }
}
