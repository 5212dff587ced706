import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type MailSimulator, startMail } from '../../sandbox/mail/start-mail.ts'
import { startEmbeddedServer } from '../../server/src/platform/db/embedded-server.ts'
import { prepareDatabase } from '../../server/src/platform/db/prepare-database.ts'
import { type ProductProcess, runCommand, startProcess } from '../processes.ts'

const ROLES = ['web', 'web', 'worker', 'worker'] as const

/** Two web and two worker processes on one database of somebody else's, and a mail server that counts. */
export type Fleet = {
  readonly apiKey: string
  readonly retellKey: string
  readonly mail: MailSimulator
  readonly members: readonly ProductProcess[]
  /** kill -9, and the same again in its place. */
  replace(index: number): Promise<void>
  /** As superuser. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  stop(): Promise<void>
}

export async function startFleet(): Promise<Fleet> {
  const closers = new AsyncDisposableStack()
  try {
    return await bringUp(closers)
  } catch (error) {
    await closers.disposeAsync()
    throw error
  }
}

async function bringUp(closers: AsyncDisposableStack): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), 'askpro-cluster-'))
  closers.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  const server = await startEmbeddedServer({ directory: join(folder, 'server') })
  closers.defer(() => server.stop())
  const database = await prepareDatabase(server.adminUrl, 'askpro')
  const mail = await startMail()
  closers.defer(() => mail.close())
  const retellKey = 'key_cluster_0123456789'
  const envOf = (index: number) => ({
    DATA_DIR: join(folder, `process-${index}`),
    DATABASE_URL: named(database.url, `process-${index}`),
    DATABASE_OWNER_URL: database.ownerUrl,
    ASKPRO_SECRET_KEY: 'ab'.repeat(32),
    RETELL_API_KEY: retellKey,
    SMTP_URL: mail.smtpUrl,
  })
  const members: ProductProcess[] = await Promise.all(
    ROLES.map((role, index) => startProcess(role, envOf(index))),
  )
  closers.defer(async () => {
    await Promise.all(members.map(member => member.stop()))
  })
  const admin = new URL(server.adminUrl)
  admin.pathname = '/askpro'
  const pool = new pg.Pool({ connectionString: admin.href, max: 2 })
  closers.defer(() => pool.end())
  return {
    apiKey: await makeKey(envOf(0)),
    retellKey,
    mail,
    members,
    replace: async index => {
      const member = members[index]
      if (!member) throw new Error(`There is no process ${index}.`)
      await member.kill()
      members[index] = await startProcess(member.role, envOf(index))
    },
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    stop: () => closers.disposeAsync(),
  }
}

/** So that the database knows which process does what. */
function named(url: string, process: string): string {
  const named = new URL(url)
  named.searchParams.set('application_name', process)
  return named.href
}

async function makeKey(env: Readonly<Record<string, string>>): Promise<string> {
  const words = ['api-key', 'create', '--tenant', 'salon', '--scope', 'all', '--json']
  const { code, output } = await runCommand(words, env)
  if (code !== 0) throw new Error(`No API key: ${output}`)
  return (JSON.parse(output) as { key: string }).key
}
