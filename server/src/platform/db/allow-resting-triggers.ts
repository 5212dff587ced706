import pg from 'pg'

/**
 * Lets the application put triggers and references to rest for a transaction (`session_replication_role`), to copy rows
 * that were checked when they were made. Only for a server that is thrown away; throws where its superuser is not us.
 */
export async function allowRestingTriggers(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('grant set on parameter session_replication_role to askpro_app')
  } finally {
    await client.end()
  }
}
