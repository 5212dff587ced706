import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allowRestingTriggers } from '../../platform/db/allow-resting-triggers.ts'
import { startEmbeddedServer } from '../../platform/db/embedded-server.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { prepareDatabase } from '../../platform/db/prepare-database.ts'
import { throughSocket } from '../../platform/db/server-socket.ts'

export type PrivateDatabase = { readonly url: string; close(): Promise<void> }

/**
 * A PostgreSQL of its own in a temporary folder, migrated and empty: simulated calls never come near a database that
 * somebody uses, whether or not the product runs. Nothing of it has to survive, so it does without fsync.
 */
export async function startPrivateDatabase(): Promise<PrivateDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'askpro-simulate-'))
  const server = await startEmbeddedServer({ directory, durability: 'fast' })
  const close = async (): Promise<void> => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    const { url, ownerUrl } = await prepareDatabase(server.adminUrl, 'askpro')
    await migrate(ownerUrl)
    await allowRestingTriggers(server.adminUrl)
    return { url: throughSocket(url, server.socketDirectory), close }
  } catch (error) {
    await close()
    throw error
  }
}
