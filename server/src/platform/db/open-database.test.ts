import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../observability/log.ts'
import { openDatabase } from './open-database.ts'

test('a database that is being started again when its product stops is stopped with it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'askpro-open-'))
  const note = join(dataDir, 'postgres/cluster/postmaster.pid')
  const database = await openDatabase({ dataDir, url: null, ownerUrl: null })
  try {
    const noticed = Promise.withResolvers<void>()
    database.keepAlive(Object.assign(createLog({ level: 'silent' }), { error: () => noticed.resolve() }))
    process.kill(Number((await readFile(note, 'utf8')).split('\n')[0]), 'SIGKILL')
    await noticed.promise
    await database.close()
    expect(existsSync(note)).toBe(false)
  } finally {
    if (existsSync(note)) process.kill(Number((await readFile(note, 'utf8')).split('\n')[0]), 'SIGQUIT')
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
})
