import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { LoginAction } from './audit-views.ts'

/** What is on record without being the change of a row. */
export type NotedLogin = {
  readonly action: LoginAction
  readonly accountId: string
  readonly actor: string
  readonly requestId: string | null
  readonly details: Readonly<Record<string, string | number>>
}

/** The triggers' twin (`note_change` of 0039): the values are sealed as salted hashes here too. */
export async function noteLogin(tx: Tx, login: NotedLogin): Promise<void> {
  const { action, accountId, actor, requestId, details } = login
  await sql`
    insert into audit_event (actor, action, entity, entity_id, after, salt, before_hash, after_hash, request_id)
    select ${actor}, ${action}, 'login', ${accountId}, noted.value, noted.salt,
      sha256(convert_to(noted.salt::text, 'UTF8')),
      sha256(convert_to(noted.salt::text || noted.value::text, 'UTF8')), ${requestId}
    from (select gen_random_uuid() as salt, ${JSON.stringify(details)}::jsonb as value) noted`.execute(tx)
}
