import type { Config, ProviderClient } from './config.ts'
import { type CalendarAdapters, createCalendars } from './modules/calendars/index.ts'
import { createCalls } from './modules/calls/index.ts'
import { createCatalogue } from './modules/catalogue/index.ts'
import { createCustomers } from './modules/customers/index.ts'
import { createIdentity } from './modules/identity/index.ts'
import { createMessaging } from './modules/messaging/index.ts'
import { checkCache, checkDatabase, checkDisk, checkRetell, createOps } from './modules/ops/index.ts'
import { createReception } from './modules/reception/index.ts'
import { createReporting } from './modules/reporting/index.ts'
import { createScheduling } from './modules/scheduling/index.ts'
import { createTenants } from './modules/tenants/index.ts'
import { createVoice } from './modules/voice/index.ts'
import { createKeyRing } from './platform/crypto/key-ring.ts'
import { connect, type DatabaseLimits, type Waiting, WEB_LIMITS } from './platform/db/connect.ts'
import { createDatabase, type Database } from './platform/db/database.ts'
import type { HttpServer } from './platform/http/http-server.ts'
import { describeApi } from './platform/http/openapi.ts'
import { createHttpServer } from './platform/http/server.ts'
import { createInbox } from './platform/inbox/inbox.ts'
import { checkJobs } from './platform/jobs/health.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import { createLimits } from './platform/limits/limits.ts'
import { openLimitStore } from './platform/limits/open-store.ts'
import { createLive } from './platform/live/live.ts'
import type { Log } from './platform/observability/log.ts'
import { createMetrics } from './platform/observability/metrics.ts'
import type { Platform } from './platform/platform.ts'
import { createOutbound } from './platform/resilience/outbound.ts'
import { createRequestLog } from './platform/resilience/request-log.ts'
import { createTenantSecrets } from './platform/secrets/tenant-secrets.ts'
import { type Clock, systemClock } from './platform/time/clock.ts'
import { VERSION } from './version.ts'
import { WORLD_NAMES } from './worlds/world-names.ts'

type SimulatedProvider = { readonly url: string; readonly client: ProviderClient }

/** Addresses of the simulators, once they run; null where the real provider is meant or nothing is configured. */
export type Outside = {
  smtpUrl: string | null
  retellSimulatorUrl: string | null
  calcomSimulatorUrl?: string | null
  /** Simulators of calendar providers, and as whom they know us. */
  google?: SimulatedProvider
  microsoft?: SimulatedProvider
  /** Where this process listens, if `PUBLIC_URL` does not say where people find it. */
  publicUrl?: string | null
}

const RETELL_API = 'https://api.retellai.com'
const CALCOM_API = 'https://api.cal.com'
/** Of the names that are nobody's (RFC 2606). */
const NOBODYS_DOMAIN = 'attendees.invalid'

export type App = Awaited<ReturnType<typeof createApp>>

type AppOptions = {
  config: Config
  databaseUrl: string
  log: Log
  clock?: Clock
  outside?: Outside
  undeclaredAnswers?: 'throw' | 'log'
  /** How many connections, and how patient; both have defaults for a command or a test. */
  database?: { poolSize: number; limits: DatabaseLimits; waiting?: Waiting }
  /** Stands in for the application's own database: a rehearsal that is rolled back. */
  rehearsal?: Database
  /** Stand in for the providers of calendars that they name. */
  calendarAdapters?: Partial<CalendarAdapters>
}

/** The composition root: the platform, then the modules in the order of the arrows. No logic. */
export function createApp(options: AppOptions) {
  const { config, log, clock = systemClock } = options
  const outside: Outside = options.outside ?? { smtpUrl: config.secrets.smtpUrl, retellSimulatorUrl: null }
  const metrics = createMetrics()
  const { poolSize, ...patience } = options.database ?? { poolSize: 20, limits: WEB_LIMITS }
  const pool = connect({
    ...{ url: options.databaseUrl, max: poolSize, ...patience },
    ...{ applicationName: 'askpro app', log, metrics },
  })
  const db = options.rehearsal ?? createDatabase(pool, log)
  const jobs = createJobs()
  const live = createLive({ url: options.databaseUrl, log })
  const inbox = createInbox({ db, jobs, live, clock, metrics })
  const keys = createKeyRing(config.secrets.secretKey, config.secrets.otherKeys)
  const secrets = createTenantSecrets({ db, keys, clock })
  const requestLog = createRequestLog({ db, log, metrics })
  const outbound = createOutbound({
    clock,
    record: requestLog.record,
    allowedOrigins: config.tenantAddressesAllow,
  })
  const counts = openLimitStore({ redisUrl: config.secrets.redisUrl, log })
  const limits = createLimits({ ...counts, metrics, factor: config.limitFactor })
  const platform: Platform = { clock, db, jobs, inbox, live, limits, keys, secrets, log, metrics, outbound }

  const mail = () => mailState({ config, outside, isCommand: options.outside === undefined })
  const tenants = createTenants(platform)
  const identity = createIdentity(
    platform,
    { tenants },
    {
      ...{ databaseUrl: options.databaseUrl, demoPassword: config.secrets.demoPassword, mail },
      publicUrl: config.publicUrl,
      linkBase: () => outside.publicUrl ?? config.publicUrl,
    },
  )
  const customers = createCustomers(platform)
  const catalogue = createCatalogue(platform)
  const scheduling = createScheduling(platform, { catalogue, customers })
  const aims = calendarOptions(options, outside)
  const calendars = createCalendars(platform, { tenants, catalogue, scheduling }, aims)
  const calls = createCalls(platform, { tenants, customers })
  const below = { tenants, customers, catalogue, scheduling, calls }
  const messaging = createMessaging(platform, below, { smtpUrl: () => outside.smtpUrl, mail })
  const languageModel = options.rehearsal ? null : modelAccess(config)
  const reception = createReception(platform, { ...below, messaging }, { languageModel })
  const aimsOfLine = retellOptions(config, outside)
  const voice = createVoice(platform, { tenants, catalogue, calls, reception }, aimsOfLine)
  const reporting = createReporting(platform, { ...below, messaging, reception }, WORLD_NAMES)
  const ops = createOps(platform, {
    ...{ tenants, version: VERSION },
    figures: { calendarFigures: calendars.figures, telephone: voice.watchLine },
    secrets: { columns: calendars.sealedColumns, others: [voice.sealKeysAnew, identity.sealSeedsAnew] },
    checks: {
      database: () => checkDatabase(db),
      jobs: () => checkJobs(platform),
      disk: () => checkDisk(config.dataDir),
      retell: () =>
        checkRetell(platform, { keys: config.secrets.retellApiKeys.length, watch: voice.watchLine }),
      mail: messaging.emailHealth,
      language_model: reception.modelHealth,
      ...{ ...calendars.checks, ...NOT_CONNECTED },
      cache: () => checkCache(counts.ping, calendars.metadata.summary),
    },
  })

  const createServer = (): HttpServer =>
    createHttpServer({
      ...{ log, metrics, limits },
      authenticate: identity.authenticate,
      metricsAddresses: config.metricsAddresses,
      operatorAddresses: config.operatorAddresses,
      publicUrl: config.publicUrl,
      undeclaredAnswers: options.undeclaredAnswers ?? 'log',
    })
  return {
    platform,
    outside,
    modules: {
      tenants,
      identity,
      customers,
      catalogue,
      scheduling,
      calendars,
      calls,
      messaging,
      reception,
      voice,
      reporting,
      ops,
    },
    /** The HTTP server with every route; not listening yet. */
    createHttp: async (): Promise<HttpServer> => {
      const http = createServer()
      await describeApi(http, VERSION)
      for (const module of [
        tenants,
        identity,
        customers,
        catalogue,
        scheduling,
        calendars,
        calls,
        reception,
        voice,
        reporting,
        ops,
      ])
        await module.routes(http)
      return http
    },
    /** One with health and metrics alone, for a worker. */
    createProbes: async (): Promise<HttpServer> => {
      const http = createServer()
      ops.probes(http)
      return http
    },
    close: async (): Promise<void> => {
      messaging.close()
      counts.close()
      await identity.close()
      await outbound.close()
      await requestLog.close()
      await db.close()
    },
  }
}

/** Not in a rehearsal, which is one transaction from beginning to end: nobody is asked in it. */
function modelAccess({ languageModel, secrets }: Config) {
  return languageModel && { ...languageModel, apiKey: secrets.languageModelKey }
}

const none = async () => 'not_configured' as const
const NOT_CONNECTED = { sms: none }

/** A command beside a running demo speaks as that does, which has the simulator. */
function mailState(given: {
  config: Config
  outside: Outside
  isCommand: boolean
}): 'configured' | 'not_configured' {
  const { config, outside, isCommand } = given
  return outside.smtpUrl !== null || (isCommand && config.demo) ? 'configured' : 'not_configured'
}

function retellOptions(config: Config, outside: Outside) {
  return {
    publicUrl: () => outside.publicUrl ?? config.publicUrl,
    retellKeys: config.secrets.retellApiKeys,
    retellSimulatorUrl: () => outside.retellSimulatorUrl,
    retellApiUrl: () => retellApiUrl(config, outside),
  }
}

function calendarOptions(
  { config, calendarAdapters: stands = {} }: Pick<AppOptions, 'config' | 'calendarAdapters'>,
  outside: Outside,
) {
  const { calcom, demo, google, microsoft, secrets } = config
  /** A demo never asks the real one. */
  const accessTo = (own: string | null, client: ProviderClient | null, simulated?: SimulatedProvider) => {
    if (own === null && simulated) return { baseUrl: simulated.url, client: simulated.client }
    return own === null && demo ? null : { baseUrl: own, client }
  }
  return {
    publicUrl: () => outside.publicUrl ?? config.publicUrl,
    calcom: {
      baseUrl: () => calcom.baseUrl ?? outside.calcomSimulatorUrl ?? (demo ? null : CALCOM_API),
      attendeeDomain: calcom.attendeeDomain ?? NOBODYS_DOMAIN,
    },
    google: () => accessTo(google.baseUrl, secrets.googleClient, outside.google),
    microsoft: () => accessTo(microsoft.baseUrl, secrets.microsoftClient, outside.microsoft),
    stands,
  }
}

/** A demo never asks the real one. */
function retellApiUrl(config: Config, { retellSimulatorUrl }: Outside): string | null {
  return config.retell.baseUrl ?? retellSimulatorUrl ?? (config.demo ? null : RETELL_API)
}
