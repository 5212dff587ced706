import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { isAddressOrNetwork } from './platform/http/client-address.ts'

/**
 * The only reader of `process.env`. A wrong value stops the start with one sentence that names it.
 * `.env.example` documents every name.
 */
export type Config = {
  readonly port: number
  /** Where a worker shows health and metrics: PORT if it is set, and nowhere (null) otherwise. */
  readonly workerPort: number | null
  readonly host: string
  readonly publicUrl: string
  /** Otherwise it is only where this process would listen. */
  readonly publicUrlGiven: boolean
  readonly dataDir: string
  readonly demo: boolean
  readonly production: boolean
  readonly logLevel: string
  readonly database: {
    readonly url: string | null
    readonly ownerUrl: string | null
    /** Null: as many as machine and server allow. */
    readonly poolSize: number | null
  }
  readonly retell: { readonly baseUrl: string | null }
  readonly calcom: {
    readonly baseUrl: string | null
    /** Of addresses that nobody reads; null: one that leads nowhere. */
    readonly attendeeDomain: string | null
  }
  readonly google: { readonly baseUrl: string | null }
  readonly microsoft: { readonly baseUrl: string | null }
  /** The language model that may read what callers say; null: the rules alone do. */
  readonly languageModel: {
    readonly baseUrl: string
    readonly model: string
    readonly format: 'openai' | 'anthropic'
  } | null
  readonly metricsAddresses: readonly string[]
  /** From where accounts of operators count; null: from everywhere. */
  readonly operatorAddresses: readonly string[] | null
  /** What every limit of requests is multiplied by. */
  readonly limitFactor: number
  /** Origins of tenants' addresses that are exempt from every check. */
  readonly tenantAddressesAllow: readonly string[]
  /** Collector of traces (OTLP over HTTP); null: none are kept. */
  readonly otlpEndpoint: string | null
  /** How long log files are kept; 0: none are written. */
  readonly logFileDays: number
  readonly secrets: Secrets
}

export type ProviderClient = { readonly id: string; readonly secret: string }

/** Kept apart from the rest so that printing a configuration prints none of them. */
export type Secrets = {
  readonly secretKey: Buffer
  /** Accepted beside it while one key replaces another. */
  readonly otherKeys: { readonly older: readonly Buffer[]; readonly next: readonly Buffer[] }
  readonly retellApiKeys: readonly string[]
  /** Our registration as a client of their calendars; null: there is none. */
  readonly googleClient: ProviderClient | null
  readonly microsoftClient: ProviderClient | null
  readonly smtpUrl: string | null
  readonly languageModelKey: string | null
  readonly sentryDsn: string | null
  /** Where requests are counted for all processes; null: each counts for itself. */
  readonly redisUrl: string | null
  readonly demoPassword: string | null
}

/** One sentence for whoever started the process with a wrong value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const flag = z.enum(['0', '1', 'true', 'false']).transform(value => value === '1' || value === 'true')
const list = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
const secretKey = z
  .string()
  .regex(/^[0-9a-f]{64,}$/i, { error: 'must be at least 64 hexadecimal digits (32 bytes)' })
const addresses = z
  .string()
  .transform(list)
  .refine(entries => entries.every(isAddressOrNetwork), {
    error: 'must be a list of addresses and networks such as 127.0.0.1,10.1.0.0/16',
  })
const url = (...protocols: string[]) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map(protocol => `${protocol}//`).join(' or ')}`,
  })

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_OWNER_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(1000).optional(),
  ASKPRO_SECRET_KEY: secretKey.optional(),
  ASKPRO_SECRET_KEY_OLDER: z.string().default('').transform(list).pipe(z.array(secretKey)),
  ASKPRO_SECRET_KEY_NEXT: z.string().default('').transform(list).pipe(z.array(secretKey)),
  ASKPRO_DEMO: flag.optional(),
  NODE_ENV: z.string().default('development'),
  RETELL_API_KEY: z.string().min(8, { error: 'is too short to be an API key' }).optional(),
  RETELL_BASE_URL: url('http:', 'https:').optional(),
  CALCOM_BASE_URL: url('http:', 'https:').optional(),
  CALCOM_ATTENDEE_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: 'must be a domain such as termine.example.com' })
    .optional(),
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_BASE_URL: url('http:', 'https:').optional(),
  MICROSOFT_CLIENT_ID: z.string().min(1).optional(),
  MICROSOFT_CLIENT_SECRET: z.string().min(1).optional(),
  MICROSOFT_BASE_URL: url('http:', 'https:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  LLM_BASE_URL: url('http:', 'https:').optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_FORMAT: z.enum(['openai', 'anthropic']).default('openai'),
  TENANT_ADDRESSES_ALLOW: z
    .string()
    .default('')
    .transform(list)
    .refine(origins => origins.every(isOrigin), {
      error: 'must be a list of origins such as http://127.0.0.1:9000, separated by commas',
    }),
  METRICS_ALLOW: addresses.prefault('127.0.0.1,::1'),
  OPERATOR_ALLOW: addresses.optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  LIMIT_FACTOR: z.coerce.number().min(0.01).max(1000).default(1),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http:', 'https:').optional(),
  SENTRY_DSN: z
    .string()
    .regex(/^https?:\/\/[^\s/@:]+@[^\s/]+(\/[^\s]*)?\/\d+$/, {
      error: 'must look like https://key@host/project',
    })
    .optional(),
  LOG_FILE_DAYS: z.coerce.number().int().min(0).max(3650).default(7),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
})

/**
 * Reads and checks the configuration. Generated secrets are kept in `DATA_DIR` with mode 600.
 * Throws `ConfigError`.
 */
export function loadConfig(source: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigError(
      `${issue?.path[0]?.toString() ?? 'The environment'} ${lowerFirst(issue?.message ?? 'is wrong')}.`,
    )
  }
  const env = parsed.data
  const production = env.NODE_ENV === 'production'
  const demo = env.ASKPRO_DEMO ?? !production
  const dataDir = resolve(env.DATA_DIR)
  if (env.DATABASE_URL) requireForExternal(env, production)

  return {
    port: env.PORT,
    workerPort: given.PORT === undefined ? null : env.PORT,
    host: env.HOST,
    publicUrlGiven: env.PUBLIC_URL !== undefined,
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`,
    dataDir,
    demo,
    production,
    logLevel: env.LOG_LEVEL,
    database: {
      url: env.DATABASE_URL ?? null,
      ownerUrl: env.DATABASE_OWNER_URL ?? null,
      poolSize: env.DATABASE_POOL_SIZE ?? null,
    },
    ...providerAddresses(env),
    calcom: calcomIn(env),
    languageModel: languageModelIn(env),
    metricsAddresses: env.METRICS_ALLOW,
    operatorAddresses: env.OPERATOR_ALLOW ?? null,
    limitFactor: env.LIMIT_FACTOR,
    tenantAddressesAllow: env.TENANT_ADDRESSES_ALLOW,
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logFileDays: env.LOG_FILE_DAYS,
    secrets: readSecrets(env, { demo, dataDir }),
  }
}

function readSecrets(
  env: z.infer<typeof environment>,
  { demo, dataDir }: { demo: boolean; dataDir: string },
): Secrets {
  return {
    otherKeys: {
      older: env.ASKPRO_SECRET_KEY_OLDER.map(key => Buffer.from(key, 'hex')),
      next: env.ASKPRO_SECRET_KEY_NEXT.map(key => Buffer.from(key, 'hex')),
    },
    secretKey: Buffer.from(env.ASKPRO_SECRET_KEY ?? kept(dataDir, 'secret-key', 32), 'hex'),
    retellApiKeys: retellKeys(env.RETELL_API_KEY, demo, dataDir),
    googleClient: clientIn('GOOGLE', env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
    microsoftClient: clientIn('MICROSOFT', env.MICROSOFT_CLIENT_ID, env.MICROSOFT_CLIENT_SECRET),
    smtpUrl: env.SMTP_URL ?? null,
    languageModelKey: env.LLM_API_KEY ?? null,
    sentryDsn: env.SENTRY_DSN ?? null,
    redisUrl: env.REDIS_URL ?? null,
    demoPassword: demo ? kept(dataDir, 'demo-password', 6) : null,
  }
}

function providerAddresses(
  env: z.infer<typeof environment>,
): Pick<Config, 'retell' | 'google' | 'microsoft'> {
  return {
    retell: { baseUrl: env.RETELL_BASE_URL ?? null },
    google: { baseUrl: env.GOOGLE_BASE_URL ?? null },
    microsoft: { baseUrl: env.MICROSOFT_BASE_URL ?? null },
  }
}

function clientIn(prefix: string, id: string | undefined, secret: string | undefined): ProviderClient | null {
  if (id === undefined && secret === undefined) return null
  if (id === undefined || secret === undefined)
    throw new ConfigError(`${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET must be set together.`)
  return { id, secret }
}

/** An address without a name of a model, or the other way round, is a mistake and no wish for rules. */
function languageModelIn(env: z.infer<typeof environment>): Config['languageModel'] {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_FORMAT: format } = env
  if (baseUrl === undefined && model === undefined) return null
  if (baseUrl === undefined || model === undefined)
    throw new ConfigError('LLM_BASE_URL and LLM_MODEL must be set together.')
  return { baseUrl, model, format }
}

function calcomIn({ CALCOM_BASE_URL: url, CALCOM_ATTENDEE_DOMAIN: domain }: z.infer<typeof environment>) {
  return { baseUrl: url?.replace(/\/+$/, '') ?? null, attendeeDomain: domain ?? null }
}

/** What an external database needs beside its address. */
function requireForExternal(env: z.infer<typeof environment>, production: boolean): void {
  if (!env.DATABASE_OWNER_URL)
    throw new ConfigError(
      'DATABASE_OWNER_URL must be set together with DATABASE_URL: migrations need the owner.',
    )
  if (production && !env.ASKPRO_SECRET_KEY)
    throw new ConfigError('ASKPRO_SECRET_KEY must be set in production with an external database.')
}

/** Several keys separated by commas are accepted in turn while one replaces the other at Retell. */
function retellKeys(given: string | undefined, demo: boolean, dataDir: string): string[] {
  if (given) return list(given)
  return demo ? [`key_demo_${kept(dataDir, 'retell-demo-key', 16)}`] : []
}

/** A random value that is made once and then read again, in hexadecimal digits. */
function kept(dataDir: string, name: string, bytes: number): string {
  const file = join(dataDir, name)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    throw new ConfigError(`DATA_DIR (${dataDir}) is not a folder that this process may write to.`, {
      cause: error,
    })
  }
  const value = randomBytes(bytes).toString('hex')
  try {
    writeFileSync(file, `${value}\n`, { mode: 0o600, flag: 'wx' })
    return value
  } catch (error) {
    // Two processes started at once: whoever wrote first decides.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(file, 'utf8').trim()
    throw error
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//.test(text) && new URL(text).origin === text
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
