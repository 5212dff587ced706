import { execFile, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  statfs,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmbeddedServer } from './embedded-server.ts'
import { throughSocket } from './server-socket.ts'

const MAY_MOUNT = mayMount()
/** Made once and copied: making the files takes longest. */
let made: string
beforeAll(async () => {
  made = join(await mkdtemp(join(tmpdir(), 'askpro-made-')), 'postgres')
  await (await startEmbeddedServer({ directory: made, durability: 'fast' })).stop()
})
afterAll(() => rm(join(made, '..'), { recursive: true, force: true }))

let directory: string
let cluster: string
beforeEach(async () => {
  // mkdtemp makes a folder that only its owner may enter, which is the hard case for root.
  directory = join(await mkdtemp(join(tmpdir(), 'askpro-embedded-')), 'postgres')
  cluster = join(directory, 'cluster')
})
afterEach(async () => {
  if (existsSync(join(cluster, 'postmaster.pid'))) await (await start()).stop()
  await rm(join(directory, '..'), { recursive: true, force: true })
})

const fresh = () => startEmbeddedServer({ directory, durability: 'fast' })
const start = (durability: 'durable' | 'fast' = 'fast') => {
  if (!existsSync(directory)) execFileSync('cp', ['-a', made, directory])
  return startEmbeddedServer({ directory, durability })
}
const pidFile = () => join(cluster, 'postmaster.pid')
const postmaster = async () => Number((await readFile(pidFile(), 'utf8')).split('\n')[0])

async function select(adminUrl: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows[0]
}

/** Starts, writes a row, ends as `end` says, starts again, and expects the row. */
async function survives(end: () => Promise<void>, durability: 'durable' | 'fast' = 'fast'): Promise<void> {
  const first = await start(durability)
  await select(first.adminUrl, 'create table kept (id int)')
  await end()
  const second = await start(durability)
  expect(await select(second.adminUrl, "select to_regclass('kept') is not null as kept")).toEqual({
    kept: true,
  })
}
const stopFirst = async () => {
  await (await start()).stop()
}

describe('A server', () => {
  test('starts, keeps what was written, and starts again', () => survives(stopFirst))

  test('is joined where it already runs', async () => {
    const first = await start()
    const second = await start()
    expect([second.started, second.port]).toEqual([false, first.port])
  })

  test('is reached by a socket in its own folder, which nobody else may enter', async () => {
    const server = await start()
    expect(server.socketDirectory).toBe(cluster)
    expect((await stat(cluster)).mode & 0o077).toBe(0)
    const url = throughSocket(server.adminUrl, server.socketDirectory)
    expect(await select(url, 'select inet_server_addr() is null as local')).toEqual({ local: true })
  })

  test('has none where its path would be too long, and is reached by its port', async () => {
    directory = join(directory, 'x'.repeat(90))
    cluster = join(directory, 'cluster')
    await mkdir(directory, { recursive: true })
    const server = await fresh()
    expect(server.socketDirectory).toBeNull()
    expect(await select(throughSocket(server.adminUrl, null), 'select 1 as one')).toEqual({ one: 1 })
    await server.stop()
  })

  test('that an earlier version started has none, and is joined by its port', async () => {
    const first = await start()
    const socket = join(cluster, `.s.PGSQL.${first.port}`)
    await rm(socket)
    expect(await start()).toMatchObject({ started: false, port: first.port, socketDirectory: null })
  })

  test('is one, when three processes begin at once on an empty folder', async () => {
    const servers = await Promise.all([fresh(), fresh(), fresh()])
    expect(new Set(servers.map(server => server.port)).size).toBe(1)
    expect(servers.filter(server => server.started)).toHaveLength(1)
    expect((await readdir(directory)).filter(name => /partial|initdb/.test(name))).toEqual([])
  })
})

describe('A server comes back', () => {
  test('after a kill -9, which leaves its pid file behind', () =>
    survives(async () => process.kill(await postmaster(), 'SIGKILL') && undefined, 'durable'))

  test('when its number in the pid file belongs to another program by now', async () => {
    const stranger = spawn('sleep', ['60'])
    await survives(async () => {
      const text = await readFile(pidFile(), 'utf8')
      await stopFirst()
      await writeFile(pidFile(), text.replace(/^\d+/, String(stranger.pid)))
    })
    expect(stranger.exitCode).toBe(null)
    stranger.kill()
  })

  test('when its number in the pid file is our own', () =>
    survives(async () => {
      const text = await readFile(pidFile(), 'utf8')
      await stopFirst()
      await writeFile(pidFile(), text.replace(/^\d+/, String(process.pid)))
    }))

  test.each([
    ['empty', ''],
    ['cut off', '12345\n/some'],
    ['garbage', '\0\0\0\n\n\n'],
  ])('when a crash left a pid file that is %s', (_what, text) =>
    survives(async () => {
      await stopFirst()
      await writeFile(pidFile(), text)
    }),
  )

  test('when sockets and lock files of a dead server lie about', () =>
    survives(async () => {
      const port = (await readFile(join(directory, 'port'), 'utf8')).trim()
      await stopFirst()
      for (const place of [cluster, directory, tmpdir()])
        for (const name of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`])
          await writeFile(join(place, name), '99999\n')
    }))

  test.each([
    ['is our own by now', `${process.pid}\n`],
    ['was never written', ''],
  ])('when the number in the lock of its socket %s', (_what, note) =>
    survives(async () => {
      const port = (await readFile(join(directory, 'port'), 'utf8')).trim()
      await stopFirst()
      const lock = join(cluster, `.s.PGSQL.${port}.lock`)
      await writeFile(lock, note)
      await utimes(lock, 0, 0)
    }),
  )

  test('on another port, when somebody else has taken its own', async () => {
    const squatter = createServer()
    const first = await start()
    await first.stop()
    squatter.listen(first.port, '127.0.0.1')
    await once(squatter, 'listening')
    const second = await start()
    expect(second.port).not.toBe((squatter.address() as AddressInfo).port)
    expect(await select(second.adminUrl, 'select 1 as one')).toEqual({ one: 1 })
    squatter.close()
  })

  test('on files that were copied while the original runs, as a server of its own', async () => {
    const first = await start()
    const copy = join(directory, '../copy')
    execFileSync('cp', ['-a', directory, copy])
    const second = await startEmbeddedServer({ directory: copy, durability: 'fast' })
    expect([second.started, second.port === first.port]).toEqual([true, false])
    await second.stop()
  })
})

describe('One sentence, and nothing touched, when', () => {
  test('the files are of another major version of PostgreSQL', async () => {
    await stopFirst()
    const file = join(cluster, 'PG_VERSION')
    const version = await readFile(file, 'utf8')
    await writeFile(file, '14\n')
    const before = await fingerprint(directory)
    await expect(start()).rejects.toThrow(/made by PostgreSQL 14; this version of AskProAI brings/)
    expect(await fingerprint(directory)).toBe(before)
    await writeFile(file, version)
  })

  test('something else lies where the files belong', async () => {
    await mkdir(cluster, { recursive: true })
    await writeFile(join(cluster, 'diary.txt'), 'dear diary')
    const before = await fingerprint(directory)
    await expect(start()).rejects.toThrow(/is no database \(PG_VERSION is missing\)/)
    expect(await fingerprint(directory)).toBe(before)
  })

  test('a file lies where the folder belongs', async () => {
    await writeFile(directory, 'no folder')
    await expect(fresh()).rejects.toThrow(/something else where the embedded database belongs/)
    expect(await readFile(directory, 'utf8')).toBe('no folder')
  })

  test('the folder may not be written', async () => {
    const closed = join(directory, '..')
    await chmod(closed, 0o555)
    const { stderr } = await asNobody(directory)
    expect(stderr).toMatch(/cannot be written by the user of this process/)
    await chmod(closed, 0o755)
    expect(existsSync(directory)).toBe(false)
  })

  test('its own port is taken and no other will do', async () => {
    const first = await start()
    await first.stop()
    const squatter = createServer().listen(first.port, '127.0.0.1')
    await once(squatter, 'listening')
    const wanted = { directory, durability: 'fast', port: first.port } as const
    await expect(startEmbeddedServer(wanted)).rejects.toThrow(
      `Port ${first.port} of the embedded database is taken`,
    )
    squatter.close()
  })
})

describe('One sentence when the disk is full', () => {
  let disk: string
  beforeEach(async () => {
    disk = await mkdtemp(join(tmpdir(), 'askpro-disk-'))
    if (MAY_MOUNT) mount('-t', 'tmpfs', '-o', 'size=90m', 'tmpfs', disk)
  })
  afterEach(async () => {
    if (MAY_MOUNT) execFileSync('umount', [disk])
    await rm(disk, { recursive: true, force: true })
  })
  const fill = async (leaveMegabytes: number) => {
    const { bavail, bsize } = await statfs(disk)
    await writeFile(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - leaveMegabytes * 1024 * 1024))
  }

  // A small disk is a mount of its own, which not every container allows.
  test.skipIf(!MAY_MOUNT)('before the database is made, and nothing half-made is left', async () => {
    await fill(10)
    const place = join(disk, 'postgres')
    await expect(startEmbeddedServer({ directory: place })).rejects.toThrow(/The disk below .* is full/)
    expect(await readdir(place)).toEqual(['admin-password'])
  })

  // A small disk is a mount of its own, which not every container allows.
  test.skipIf(!MAY_MOUNT)('and the database is as it was when there is space again', async () => {
    const place = join(disk, 'postgres')
    const first = await startEmbeddedServer({ directory: place })
    await select(first.adminUrl, 'create table kept (id int)')
    await first.stop()
    await fill(0)
    await expect(startEmbeddedServer({ directory: place })).rejects.toThrow(/The disk below .* is full/)
    await rm(join(disk, 'ballast'))
    const second = await startEmbeddedServer({ directory: place })
    expect(await select(second.adminUrl, "select to_regclass('kept') is not null as kept")).toEqual({
      kept: true,
    })
    await second.stop()
  })
})

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' })
}

function mayMount(): boolean {
  try {
    const place = mkdtempSync(join(tmpdir(), 'askpro-mount-'))
    mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place)
    execFileSync('umount', [place])
    rmdirSync(place)
    return true
  } catch {
    return false
  }
}

/** Names and contents of all files below a folder. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  for (const name of names.sort()) hash.update(name).update(await readFile(name))
  return hash.digest('hex')
}

/** Starts the server in a process that is not root, because root may write everywhere. */
async function asNobody(folder: string): Promise<{ stderr: string }> {
  const program = `import { startEmbeddedServer } from ${JSON.stringify(join(import.meta.dirname, 'embedded-server.ts'))}
    await startEmbeddedServer({ directory: ${JSON.stringify(folder)} })`
  const node = [process.execPath, '--input-type=module', '--eval', program]
  const words =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...node] : node
  const [command = '', ...args] = words
  return await promisify(execFile)(command, args, { cwd: '/' }).catch(error => error)
}
