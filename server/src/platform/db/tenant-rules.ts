import type { Policy, TenantTable } from './tenant-facts.ts'

/** Keys that are meant to be unique in the whole system, and why. */
const GLOBAL_KEYS: Readonly<Record<string, string>> = {
  phone_number_unique: 'a called number leads to exactly one tenant',
  api_key_prefix_unique: 'a key is looked up before its tenant is known',
  calendar_feed_token_once: 'a feed is looked up before its tenant is known',
  invitation_token_once: 'an invitation is looked up before its tenant is known',
}

/** A person may work for several businesses. A tenant sees, of the accounts, those of its own members. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  user_account: 'a person; has a policy that shows a tenant its own members',
  user_credential: 'the password of a person; the system alone reaches it',
  user_device: 'browsers of a person; the system alone reaches it',
  user_passkey: 'keys by which a person logs in; the system alone reaches it',
  user_passkey_challenge: 'what such a key has to sign; the system alone reaches it',
  user_second_factor: 'the second factor of a person; the system alone reaches it',
  user_session: 'where a person is logged in; the system alone reaches it',
  user_used_code: 'codes that a person used; the system alone reaches it',
  user_verification: 'what links in letters open; the system alone reaches it',
}

/** Tables without a tenant, and why. */
export const TABLES_OF_NOBODY: Readonly<Record<string, string>> = {
  discarded_job: 'jobs of the system are discarded too; has policies of its own',
  inbox: 'whose an event is, is found when it is processed',
  installation: 'what the database is for',
  job_heartbeat: 'how jobs run, by their names',
  job_schedule: 'work by the clock is for all tenants',
  job_worker: 'which workers live',
  login_attempt: 'who guesses is nobody yet; the system alone reaches it',
  request_budget: 'what a provider lets one key ask, by the hash of that key, whoever uses it',
  outbound_request: 'made for the installation as often as for a tenant; the operator reads it',
  quarantine: 'what arrived for a number that nobody owns',
  schema_migration: 'the history of this schema',
  tenant: 'the tenant itself; protected by its id',
  ...ACCOUNTS,
  voice_connection: 'an account at a provider may belong to the platform',
}

const POLICIES: Readonly<Record<string, Omit<Policy, 'name'>>> = {
  tenant_only: {
    permissive: 'PERMISSIVE',
    roles: ['askpro_app'],
    command: 'ALL',
    using: '(tenant_id = current_tenant_id())',
    check: '(tenant_id = current_tenant_id())',
  },
  system_reads: {
    permissive: 'PERMISSIVE',
    roles: ['askpro_system'],
    command: 'SELECT',
    using: 'true',
    check: null,
  },
}

const MAY: Readonly<Record<string, readonly string[]>> = {
  askpro_app: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  askpro_system: ['SELECT'],
}

/** Rules about one table that belongs to tenants: each returns what is wrong with it. */
type TableRule = (table: TenantTable) => string[]

export const forcesRowSecurity: TableRule = table =>
  table.forcesRowSecurity ? [] : [`${table.name} has no forced row-level security`]

/** Policies are alternatives: one that is too many opens the table as surely as one that is wrong. */
export const hasTheTwoPolicies: TableRule = table => {
  const names = table.policies.map(policy => policy.name)
  const missing = Object.keys(POLICIES).filter(name => !names.includes(name))
  const wrong = table.policies.filter(({ name, ...policy }) => {
    const wanted = POLICIES[name]
    return !wanted || JSON.stringify(sorted(policy)) !== JSON.stringify(sorted(wanted))
  })
  return [
    ...missing.map(name => `${table.name} lacks the policy ${name}`),
    ...wrong.map(
      ({ name }) => `${table.name} has the policy ${name}, which is not one of the two as they are written`,
    ),
  ]
}

export const keysBeginWithTheTenant: TableRule = table => {
  const primary = table.keys.some(key => key.isPrimary) ? [] : [`${table.name} has no primary key`]
  const astray = table.keys.filter(key => key.firstColumn !== 'tenant_id' && !(key.name in GLOBAL_KEYS))
  return [
    ...primary,
    ...astray.map(key => `${key.name} begins with ${key.firstColumn}, and two tenants can collide in it`),
  ]
}

export const refersWithinTheTenant: TableRule = table =>
  table.references
    .filter(({ tenantOwned, columns, otherColumns }) => {
      return tenantOwned && (columns[0] !== 'tenant_id' || otherColumns[0] !== 'tenant_id')
    })
    .map(({ name, table: other }) => `${name} can refer to another tenant's ${other}`)

export const belongsToATenant: TableRule = table => {
  const known = table.references.some(
    ({ table: other, columns }) => other === 'tenant' && columns.join() === 'tenant_id',
  )
  return [
    ...(table.tenantIdRequired ? [] : [`${table.name} takes rows without a tenant`]),
    ...(known ? [] : [`${table.name} takes rows of tenants that do not exist`]),
  ]
}

export const grantsNoMore: TableRule = table =>
  table.grants.flatMap(({ role, privileges }) =>
    privileges
      .filter(privilege => !(MAY[role] ?? []).includes(privilege))
      .map(privilege => `${role} may ${privilege.toLowerCase()} ${table.name}`),
  )

function sorted(policy: object): object {
  return Object.fromEntries(Object.entries(policy).sort(([left], [right]) => left.localeCompare(right)))
}
