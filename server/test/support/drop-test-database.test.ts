import { expect, inject, test } from 'vitest'
import { prepareDatabase } from '../../src/platform/db/prepare-database.ts'
import { dropTestDatabase, markTestDatabase } from './drop-test-database.ts'
import { refuseRealDatabase } from './refuse-real-database.ts'
import { TEMPLATE } from './test-config.ts'
import { createTestDatabase } from './test-database.ts'

const adminUrl = inject('databaseAdminUrl')

test('a database that no test made is not dropped', async () => {
  await expect(dropTestDatabase(adminUrl, TEMPLATE)).rejects.toThrow(/not made by a test/)
})

test.each(['real', 'demo'])('a database that says "%s" is not dropped, whoever made it', async kind => {
  const database = await createTestDatabase()
  const name = new URL(database.url).pathname.slice(1)
  await database.query('update installation set kind = $1', [kind])
  await expect(dropTestDatabase(adminUrl, name)).rejects.toThrow(`says that it is "${kind}"`)
  await database.query("update installation set kind = 'test'")
  await database.drop()
})

test('the tests refuse to begin while DATABASE_URL leads to a database that is in use (failure 91)', async () => {
  const database = await createTestDatabase()
  await expect(refuseRealDatabase({ DATABASE_URL: database.url })).resolves.toBeUndefined()
  await database.query("update installation set kind = 'real'")
  for (const variable of ['DATABASE_URL', 'DATABASE_OWNER_URL'])
    await expect(refuseRealDatabase({ [variable]: adminUrlOf(database.url) })).rejects.toThrow(
      /not marked as a test database/,
    )
  await database.query("update installation set kind = 'test'")
  await database.drop()
})

test('the tests refuse to begin while DATABASE_URL leads to a database without a mark', async () => {
  const { url } = await prepareDatabase(adminUrl, 'unmarked')
  await expect(refuseRealDatabase({ DATABASE_URL: url })).rejects.toThrow(/not marked as a test database/)
  await markTestDatabase(adminUrl, 'unmarked')
  await dropTestDatabase(adminUrl, 'unmarked')
})

function adminUrlOf(url: string): string {
  const admin = new URL(adminUrl)
  admin.pathname = new URL(url).pathname
  return admin.href
}
