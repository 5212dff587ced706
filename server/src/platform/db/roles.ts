import type pg from 'pg'

/** The four roles, in the order in which they are made; the last two log in. ARCHITECTURE.md says what each may. */
export const ROLES = ['askpro_system', 'askpro_jobs', 'askpro_owner', 'askpro_app'] as const
export type Role = (typeof ROLES)[number]

/** askpro_app takes the other two roles only by asking for them (`noinherit`): nothing of theirs leaks into its queries. */
export function createRole(role: Role, passwordLiteral: string): string {
  if (role === 'askpro_system' || role === 'askpro_jobs') return `create role ${role} nologin`
  return `create role ${role}${role === 'askpro_app' ? ' noinherit' : ''} login password ${passwordLiteral}`
}

/** Memberships; harmless to repeat. `noinherit` must be there before, because the grant remembers it. */
export function grantRoles(owner: string): string[] {
  return ['grant askpro_system, askpro_jobs to askpro_app', `grant askpro_jobs to ${owner}`]
}

export async function knownRoles(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ rolname: string }>(
    "select pg_roles.rolname from pg_roles where pg_roles.rolname like 'askpro\\_%'",
  )
  return new Set(rows.map(row => row.rolname))
}
