import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { SystemTx, Tx } from '../db/database.ts'
import { newId, type TenantId } from '../ids/ids.ts'
import { currentRequestId } from '../observability/request-context.ts'
import { currentTraceparent } from '../observability/tracing.ts'
import type { Cadence } from './cadence.ts'
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
  /**
   * Throws `TerminalError` for what will never work, `RetryableError` to say when to try again; `ProviderError`
   * says both itself. Everything else is tried again.
   */
  run(payload: Payload, attempt: JobAttempt): Promise<void>
}

export type JobAttempt = { readonly number: number; readonly last: boolean }

/** Something that happened, declared by the module it happened in; whoever is interested subscribes. */
export type EventDefinition<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> }

/**
 * Work that comes again by the clock. Each time is run once over all workers, and takes the way of a job:
 * attempts, dead letters, `safeToRepeat`.
 */
export type ScheduleDefinition = Omit<JobDefinition<SchedulePayload>, 'payload' | 'run'> & {
  readonly cadence: Cadence
  /** What happens to times at which no worker ran: one run for all of them at once, or none. */
  readonly missed: 'run_once' | 'skip'
  run(due: Temporal.Instant): Promise<void>
}

const schedulePayload = z.object({ due_at: z.string() })
type SchedulePayload = z.infer<typeof schedulePayload>

export type JobOptions = { readonly runAt?: Temporal.Instant; readonly key?: string }

export type PreparedJob = { readonly envelope: string; readonly runAt: string | null }

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
  /** Several jobs of one kind in one statement; across tenants each says whose it is. */
  enqueueEach<Payload>(
    tx: Tx | SystemTx,
    definition: JobDefinition<Payload>,
    each: ReadonlyArray<{ readonly payload: Payload; readonly key: string; readonly tenantId?: TenantId }>,
  ): Promise<void>
  /** A job across tenants in the context of now, to be enqueued with others of its kind by `enqueuePrepared`. */
  prepare<Payload>(
    definition: JobDefinition<Payload>,
    payload: Payload,
    options?: Pick<JobOptions, 'runAt'>,
  ): PreparedJob
  enqueuePrepared<Payload>(
    tx: SystemTx,
    definition: JobDefinition<Payload>,
    prepared: readonly PreparedJob[],
  ): Promise<void>
  publish<Payload>(tx: Tx | SystemTx, event: EventDefinition<Payload>, payload: Payload): Promise<void>
  /** What `publish` calls in the database, to be called by the statement that writes the fact. */
  publishing<Payload>(
    tenantId: TenantId,
    event: EventDefinition<Payload>,
    payload: Payload,
  ): ReadonlyArray<RawBuilder<unknown>>
  schedule(definition: ScheduleDefinition): void
  /** All definitions, for the worker. */
  definitions(): ReadonlyMap<string, JobDefinition<unknown>>
  schedules(): ReadonlyMap<string, ScheduleDefinition>
}

/** What is stored with a job: its payload, the request and the tenant it belongs to, and how it failed before. */
export type JobEnvelope = {
  readonly data: unknown
  readonly request_id: string
  /** Null: enqueued across tenants. Jobs stored by older versions have none. */
  readonly tenant_id?: string | null
  /** The trace it belongs to (W3C traceparent), while traces are kept. */
  readonly trace?: string
  readonly failure?: JobFailure
}

export type JobFailure = {
  /** Why it is not tried again; null while it is. */
  readonly reason: DeadReason | null
  readonly first_at: string
  readonly last_at: string
  /** As defined: the stored number is lowered when a job ends early. */
  readonly max_attempts: number
}

/** `worker_lost`: its worker died in the last attempt, and nobody was left to say more. */
export type DeadReason =
  | 'terminal'
  | 'provider_refused'
  | 'payload_invalid'
  | 'attempts_used_up'
  | 'worker_lost'

/** What is stored: the payload, checked, with the request, tenant and trace it belongs to at this moment. */
function envelopeOf<Payload>(
  definition: JobDefinition<Payload>,
  payload: Payload,
  tenantId: string | null,
): string {
  const traceparent = currentTraceparent()
  const envelope: JobEnvelope = {
    data: definition.payload.parse(payload),
    request_id: currentRequestId() ?? newId<'request'>(),
    tenant_id: tenantId,
    ...(traceparent === null ? {} : { trace: traceparent }),
  }
  return JSON.stringify(envelope)
}

function enqueuing<Payload>(
  definition: JobDefinition<Payload>,
  payload: Payload,
  options: { tenantId: string | null; runAt?: Temporal.Instant; key?: string },
): RawBuilder<unknown> {
  return sql`enqueue_job(
      identifier => ${definition.name},
      payload => ${envelopeOf(definition, payload, options.tenantId)}::json,
      run_at => ${options.runAt?.toString() ?? null}::timestamptz,
      max_attempts => ${definition.maxAttempts}::integer,
      job_key => ${options.key ?? null}::text,
      priority => ${PRIORITY[definition.priority]}::integer
    )`
}

export function createJobs(): Jobs {
  const definitions = new Map<string, JobDefinition<unknown>>()
  const schedules = new Map<string, ScheduleDefinition>()
  const subscribers = new Map<string, JobDefinition<unknown>[]>()

  const define: Jobs['define'] = definition => {
    if (definitions.has(definition.name)) throw new Error(`The job ${definition.name} is defined twice.`)
    definitions.set(definition.name, definition as JobDefinition<unknown>)
    return definition
  }

  const enqueue: Jobs['enqueue'] = async (tx, definition, payload, options = {}) => {
    await sql`select ${enqueuing(definition, payload, { ...options, tenantId: 'tenantId' in tx ? tx.tenantId : null })}`.execute(
      tx,
    )
  }

  return {
    define,
    enqueue,
    enqueueEach: async (tx, definition, each) => {
      if (each.length === 0) return
      const envelopes = each.map(({ payload, tenantId }) =>
        envelopeOf(definition, payload, 'tenantId' in tx ? tx.tenantId : (tenantId ?? null)),
      )
      await sql`
        select enqueue_job(
          identifier => ${definition.name}::text,
          payload => job.envelope,
          max_attempts => ${definition.maxAttempts}::integer,
          job_key => job.key,
          priority => ${PRIORITY[definition.priority]}::integer)
        from unnest(${envelopes}::json[], ${each.map(({ key }) => key)}::text[]) as job (envelope, key)
      `.execute(tx)
    },
    prepare: (definition, payload, options = {}) => ({
      envelope: envelopeOf(definition, payload, null),
      runAt: options.runAt?.toString() ?? null,
    }),
    enqueuePrepared: async (tx, definition, prepared) => {
      await sql`select enqueue_jobs(
        identifier => ${definition.name},
        payloads => ${prepared.map(job => job.envelope)}::json[],
        run_ats => ${prepared.map(job => job.runAt)}::timestamptz[],
        max_attempts => ${definition.maxAttempts}::integer,
        priority => ${PRIORITY[definition.priority]}::integer
      )`.execute(tx)
    },
    subscribe: (event, definition) => {
      define(definition)
      const list = subscribers.get(event.name) ?? []
      subscribers.set(event.name, [...list, definition as JobDefinition<unknown>])
    },
    publish: async (tx, event, payload) => {
      for (const definition of subscribers.get(event.name) ?? []) await enqueue(tx, definition, payload)
    },
    publishing: (tenantId, event, payload) =>
      (subscribers.get(event.name) ?? []).map(definition => enqueuing(definition, payload, { tenantId })),
    schedule: definition => {
      const { run, ...rest } = definition
      define({
        ...rest,
        payload: schedulePayload,
        run: ({ due_at }) => run(Temporal.Instant.from(due_at)),
      })
      schedules.set(definition.name, definition)
    },
    definitions: () => definitions,
    schedules: () => schedules,
  }
}
