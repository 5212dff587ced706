import { readKind } from './drop-test-database.ts'

/**
 * Tests bring their own server and never use these addresses, but what they start inherits the environment. So nothing
 * begins while one of them leads to a database that does not say "test" (failure 91: a test runner on real data).
 */
export async function refuseRealDatabase(environment: Record<string, string | undefined>): Promise<void> {
  for (const variable of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
    const url = environment[variable]
    if (!url) continue
    const kind = await readKindOrNull(url)
    if (kind !== 'test')
      throw new Error(
        `${variable} leads to a database that is not marked as a test database. Unset it to run the tests.`,
      )
  }
}

/** Who may not look, or finds no server, finds no mark. */
async function readKindOrNull(url: string): Promise<string | null> {
  try {
    return await readKind(url)
  } catch {
    return null
  }
}
