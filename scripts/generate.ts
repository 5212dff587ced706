/**
 * Writes what is generated: from the migrations `server/schema.sql` and the table types for Kysely, from the routes
 * `contract/openapi.json` and its types, from both the table of permissions and the routes `docs/permissions.md`. With --check it writes nothing and fails when they are out of date.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import openapiTS, { astToString } from 'openapi-typescript'
import pg from 'pg'
import { createApp } from '../server/src/app.ts'
import { loadConfig } from '../server/src/config.ts'
import { dumpSchema } from '../server/src/platform/db/dump-schema.ts'
import { startEmbeddedServer } from '../server/src/platform/db/embedded-server.ts'
import { migrate } from '../server/src/platform/db/migrate.ts'
import { prepareDatabase } from '../server/src/platform/db/prepare-database.ts'
import type { DeclaredRoute } from '../server/src/platform/http/enforce-access.ts'
import { createLog } from '../server/src/platform/observability/log.ts'
import { permissionsText } from './permissions-text.ts'

const root = join(import.meta.dirname, '..')
const folder = await mkdtemp(join(tmpdir(), 'askpro-generate-'))
const server = await startEmbeddedServer({ directory: folder, durability: 'fast' })
try {
  const { ownerUrl } = await prepareDatabase(server.adminUrl, 'generate')
  await migrate(ownerUrl)
  await settle('server/schema.sql', await schemaText(ownerUrl))
  await settle('server/src/platform/db/schema.generated.ts', await typesText(server.adminUrl))
  const { contract, routes } = await describeRoutes()
  await settle('contract/openapi.json', contract)
  await settle('contract/api.d.ts', astToString(await openapiTS(contract)))
  await settle('docs/permissions.md', permissionsText(routes))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function schemaText(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await dumpSchema(client)
  } finally {
    await client.end()
  }
}

async function typesText(adminUrl: string): Promise<string> {
  const url = new URL(adminUrl)
  url.pathname = '/generate'
  const file = join(folder, 'types.ts')
  const instant = 'ColumnType<Temporal.Instant, string, string>'
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
    ...['--url', url.href, '--dialect', 'postgres', '--out-file', file, '--include-pattern', 'public.*'],
    ...['--exclude-pattern', 'public.schema_migration'],
    ...['--type-mapping', JSON.stringify({ timestamptz: instant, int8: 'number' })],
    ...['--custom-imports', JSON.stringify({ ColumnType: 'kysely' })],
  ])
  return await readFile(file, 'utf8')
}

/** From the routes alone; the database of this application is never asked. */
async function describeRoutes(): Promise<{ contract: string; routes: readonly DeclaredRoute[] }> {
  const app = createApp({
    config: loadConfig({ DATA_DIR: folder }),
    databaseUrl: server.adminUrl,
    log: createLog({ level: 'silent' }),
  })
  const http = await app.createHttp()
  await http.ready()
  const contract = `${JSON.stringify(http.swagger(), null, 2)}\n`
  await http.close()
  await app.close()
  return { contract, routes: http.declaredRoutes }
}

async function settle(path: string, text: string): Promise<void> {
  const file = join(root, path)
  const present = await readFile(file, 'utf8').catch(() => '')
  if (present === text) return
  if (process.argv.includes('--check')) {
    process.exitCode = 1
    console.error(`${path} is out of date. Run: npm run generate`)
    return
  }
  await writeFile(file, text)
  console.log(`${path} written`)
}
