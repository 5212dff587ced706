import type { Browser } from '../product/browser.ts'
import { done, type Town } from './open-accounts.ts'
import { createSecretBook, type SecretBook } from './secret-book.ts'

const NAME = 'Kanarienvogel-51d2'
/** Each kind of place in which secrets are looked for. */
const MUST_SING: readonly RegExp[] = [
  /^answer to GET \/api\/v1\/customers\?/,
  /^answer to GET \S+export\?format=csv/,
  /^answer to GET \S+export\?format=xlsx/,
  /^table public\.customer$/,
  /^reports/,
  /^file product\.log$/,
  /^file logs\//,
  /^file postgres\/cluster\/base\//,
  /^file postgres\/cluster\/pg_wal\//,
]

/** Something that is no secret and is put everywhere, so that a search which looks nowhere is found out. */
export async function releaseCanary({ product }: Town, owner: Browser): Promise<SecretBook> {
  await done(owner.ask('POST', '/api/v1/customers', { name: NAME }))
  // Looks for an invitation in every business, which is logged with the name of the request.
  await fetch(`${product.url}/api/v1/invitations/view`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': NAME },
    body: JSON.stringify({ token: 'of-no-invitation' }),
  })
  const book = createSecretBook()
  book.add('canary', NAME)
  return book
}

/** A sentence for every kind of place where it was not found. */
export function silentPlaces(found: ReadonlySet<string>): string[] {
  return MUST_SING.filter(place => ![...found].some(where => place.test(where))).map(
    place => `The search does not look at ${place.source}.`,
  )
}
