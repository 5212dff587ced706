import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures of this process in Prometheus' text format. Labels are of low cardinality: never a tenant, an id or a URL. */
export type Metrics = {
  readonly registry: Registry
  readonly httpRequests: Histogram<'method' | 'route' | 'status'>
  readonly tooManyRequests: Counter<'limit'>
  readonly toolCalls: Histogram<'tool' | 'status'>
  readonly jobRuns: Histogram<'job' | 'result'>
  readonly inboxEvents: Counter<'source' | 'result'>
  readonly databasePool: Gauge<'state'>
  readonly databasePoolWait: Histogram
  readonly inbox: Gauge<'state'>
  readonly inboxOldest: Gauge
  readonly jobs: Gauge<'state'>
  readonly jobsOldest: Gauge
  readonly outboundRequests: Histogram<'provider' | 'operation' | 'outcome'>
  readonly outboundBreaker: Gauge<'provider'>
  readonly calendarConnections: Gauge<'provider' | 'state'>
  readonly calendarOldestReading: Gauge<'provider'>
  readonly calendarAppointmentsWaiting: Gauge
  readonly calendarConflicts: Gauge
  readonly telephoneAlarms: Gauge<'alarm'>
  readonly telephoneCalls: Gauge<'state'>
  readonly receptionists: Gauge<'state'>
  readonly cacheLookups: Counter<'cache' | 'result'>
  readonly modelReadings: Counter<'outcome'>
  readonly liveClients: Gauge
  readonly eventLoopUtilization: Gauge
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    httpRequests: new Histogram({
      name: 'askpro_http_request_duration_seconds',
      help: 'Time from the request to the end of the answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    tooManyRequests: new Counter({
      name: 'askpro_too_many_requests_total',
      help: 'Requests that were refused with 429, by the limit that they met.',
      labelNames: ['limit'],
      registers,
    }),
    toolCalls: new Histogram({
      name: 'askpro_tool_call_duration_seconds',
      help: 'Time a voice tool took inside the server, by its answer.',
      labelNames: ['tool', 'status'],
      buckets: SECONDS,
      registers,
    }),
    jobRuns: new Histogram({
      name: 'askpro_job_duration_seconds',
      help: 'Time a job ran, by how it ended.',
      labelNames: ['job', 'result'],
      buckets: SECONDS,
      registers,
    }),
    inboxEvents: new Counter({
      name: 'askpro_inbox_events_total',
      help: 'Events received from outside.',
      labelNames: ['source', 'result'],
      registers,
    }),
    inbox: new Gauge({
      name: 'askpro_inbox',
      help: 'Events that were received and not processed yet, and events that were given up.',
      labelNames: ['state'],
      registers,
    }),
    inboxOldest: new Gauge({
      name: 'askpro_inbox_oldest_age_seconds',
      help: 'Age of the oldest event that was not processed yet.',
      registers,
    }),
    jobs: new Gauge({
      name: 'askpro_jobs',
      help: 'Jobs that could run and wait, and jobs that were given up.',
      labelNames: ['state'],
      registers,
    }),
    jobsOldest: new Gauge({
      name: 'askpro_jobs_oldest_age_seconds',
      help: 'How long the oldest job has waited that could run.',
      registers,
    }),
    outboundRequests: new Histogram({
      name: 'askpro_outbound_request_duration_seconds',
      help: 'Time of a request to a provider, repeats included, by how it ended.',
      labelNames: ['provider', 'operation', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    outboundBreaker: new Gauge({
      name: 'askpro_outbound_breaker_state',
      help: 'Breaker of a provider in this process: 0 closed, 1 half open, 2 open.',
      labelNames: ['provider'],
      registers,
    }),
    calendarConnections: new Gauge({
      name: 'askpro_calendar_connections',
      help: 'Accounts at providers of calendars, of all businesses, by how they are.',
      labelNames: ['provider', 'state'],
      registers,
    }),
    calendarOldestReading: new Gauge({
      name: 'askpro_calendar_oldest_reading_age_seconds',
      help: 'How long ago the calendar was read that was not read for longest.',
      labelNames: ['provider'],
      registers,
    }),
    calendarAppointmentsWaiting: new Gauge({
      name: 'askpro_calendar_appointments_waiting',
      help: 'Appointments that do not stand in another calendar yet as they should.',
      registers,
    }),
    calendarConflicts: new Gauge({
      name: 'askpro_calendar_conflicts_open',
      help: 'Appointments that stand differently elsewhere and wait for a person.',
      registers,
    }),
    ...telephoneMetrics(registers),
    cacheLookups: new Counter({
      name: 'askpro_cache_lookups_total',
      help: 'Looks at what is kept of providers, by what is kept and whether it was there.',
      labelNames: ['cache', 'result'],
      registers,
    }),
    modelReadings: new Counter({
      name: 'askpro_model_readings_total',
      help: 'Utterances a language model was asked about, by what became of its answer.',
      labelNames: ['outcome'],
      registers,
    }),
    liveClients: new Gauge({
      name: 'askpro_live_clients',
      help: 'Open pages that hear live updates.',
      registers,
    }),
    eventLoopUtilization: new Gauge({
      name: 'askpro_event_loop_utilization',
      help: 'Share of time the event loop was busy since the last reading, 0 to 1.',
      registers,
    }),
    databasePool: new Gauge({
      name: 'askpro_database_pool_connections',
      help: 'Connections of the application pool.',
      labelNames: ['state'],
      registers,
    }),
    databasePoolWait: new Histogram({
      name: 'askpro_database_pool_wait_seconds',
      help: 'Time a transaction waited for its connection.',
      buckets: SECONDS,
      registers,
    }),
  }
}

function telephoneMetrics(
  registers: Registry[],
): Pick<Metrics, 'telephoneAlarms' | 'telephoneCalls' | 'receptionists'> {
  return {
    telephoneAlarms: new Gauge({
      name: 'askpro_telephone_alarm',
      help: 'Whether somebody should look at the telephone, and for what: 1 while it is so.',
      labelNames: ['alarm'],
      registers,
    }),
    telephoneCalls: new Gauge({
      name: 'askpro_telephone_calls',
      help: 'Calls under way at the provider and how many there may be, as it last said.',
      labelNames: ['state'],
      registers,
    }),
    receptionists: new Gauge({
      name: 'askpro_receptionists',
      help: 'Businesses whose receptionist is not as published at the provider, and whose newest publication turned back.',
      labelNames: ['state'],
      registers,
    }),
  }
}
