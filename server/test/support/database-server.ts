import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createApp } from '../../src/app.ts'
import { startEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { prepareDatabase } from '../../src/platform/db/prepare-database.ts'
import { createLog } from '../../src/platform/observability/log.ts'
import { markInstallation } from '../../src/worlds/installation.ts'
import { seedWorlds } from '../../src/worlds/seed-worlds.ts'
import { refuseRealDatabase } from './refuse-real-database.ts'
import { TEMPLATE, testConfig } from './test-config.ts'

/**
 * One real PostgreSQL for a test run, with a migrated and seeded template database that every test file clones.
 * Without fsync: nothing here has to survive.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await refuseRealDatabase(process.env)
  const directory = await mkdtemp(join(tmpdir(), 'askpro-test-'))
  const server = await startEmbeddedServer({ directory, durability: 'fast' })
  const { url, ownerUrl } = await prepareDatabase(server.adminUrl, TEMPLATE)
  await migrate(ownerUrl)
  const app = createApp({ config: testConfig(), databaseUrl: url, log: createLog({ level: 'silent' }) })
  await markInstallation(app.platform, 'test')
  await app.modules.voice.ensurePlatformConnections()
  await seedWorlds(app)
  await app.close()
  project.provide('databaseAdminUrl', server.adminUrl)
  return async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseAdminUrl: string
  }
}
