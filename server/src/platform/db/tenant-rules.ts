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

/** Tables whose rows are of one location, by a column or by what they belong to. */
const OF_A_LOCATION = new Set([
  'location',
  'resource',
  'staff_member',
  'appointment',
  'call',
  'callback_request',
  'closure',
  'absence',
  'sync_entry',
])

/** What belongs to such a row and is shown to somebody limited to other locations, and why. */
const FOR_ALL_LOCATIONS: Readonly<Record<string, string>> = {
  api_key_location: 'whoever is limited sees no keys; says which locations one has',
  calendar_import_match: 'who is whom elsewhere; whoever is limited sees no connections',
  capacity_count: 'numbers of places of a service, which is counted over all locations',
  invitation_location: 'whoever is limited sees no invitations; says which locations one has',
  membership_location: 'whoever is limited sees no members; says which locations one has',
  waitlist_entry: 'a wish of a customer, who waits at no location',
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
  const alternatives = table.policies.filter(policy => !isOfLocations(policy))
  const wrong = alternatives.filter(({ name, ...policy }) => {
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

/** What belongs to something of a location is kept to those a transaction is limited to, or says here why not. */
export const keepsToLocations: TableRule = table => {
  const of = table.references.map(({ table: other }) => other).find(other => OF_A_LOCATION.has(other))
  const isKept = table.policies.some(isOfLocations) || table.name in FOR_ALL_LOCATIONS
  return of === undefined || isKept ? [] : [`${table.name} is of a ${of}, and shows it to other locations`]
}

/** It can only take away from what the two policies give. */
function isOfLocations({ name, permissive, roles, command, using, check }: Policy): boolean {
  return (
    name === 'own_locations' &&
    permissive === 'RESTRICTIVE' &&
    roles.join() === 'askpro_app' &&
    ['ALL', 'SELECT'].includes(command) &&
    check === null &&
    /^\(at_all_locations\(\) OR\s/.test(using ?? '')
  )
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
