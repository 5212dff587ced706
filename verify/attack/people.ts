import { codeOf } from '../product/authenticator.ts'
import { Browser } from '../product/browser.ts'
import { type Query, withDatabase } from '../product/embedded-postgres.ts'
import type { ProductProcess } from '../product/product-process.ts'

const PASSWORD = 'vier blaue Scheren'
const FIRST = 'erste@salon.example'

/** A session: its cookies, and the token that changes need. */
export type Session = { readonly cookie: string; readonly csrf: string }

/**
 * Accounts of the running product. The first is invited on the command line and comes by the link; the others are
 * copies of it with other roles, because each invitation would start a process.
 */
export async function openPeople(product: ProductProcess) {
  const words = ['user', 'invite', '--tenant', 'salon', '--email', FIRST, '--role', 'staff']
  const { link } = (await product.command(words)) as { link: string }
  const token = decodeURIComponent(new URL(link).hash.slice(1))
  const joined = await new Browser(product).ask('POST', '/api/v1/invitations/accept', {
    ...{ token, name: 'Ina Test', password: PASSWORD },
  })
  if (joined.status !== 200) throw new Error(`The invited person could not join: ${joined.status}.`)
  const database = <T>(work: (query: Query) => Promise<T>): Promise<T> => withDatabase(product.dataDir, work)

  return {
    database,
    /** Somebody with a role in a business, logged in. */
    async person(
      email: string,
      { slug, role, location }: { slug: string; role: string; location?: string },
    ): Promise<Session> {
      await database(async query => {
        await copyAccount(query, { email, slug, role })
        if (location !== undefined)
          await query(
            `insert into membership_location (tenant_id, user_id, location_id, role)
             select membership.tenant_id, membership.user_id, $2, membership.role
             from membership join user_account on user_account.id = membership.user_id
             where user_account.email = $1`,
            [email, location],
          )
      })
      return await logIn(product, email)
    },
    /** One more location, with nothing in it. */
    async openLocation(slug: string): Promise<string> {
      const rows = await database(query =>
        query<{ id: string }>(
          `insert into location (tenant_id, id, name, time_zone)
           select tenant.id, 'ffffffff-ffff-7fff-8fff-000000000001', 'Filiale', tenant.time_zone
           from tenant where tenant.slug = $1 returning id`,
          [slug],
        ),
      )
      return rows[0]?.id ?? ''
    },
    /** An operator, with the second factor that operators need or still without it. */
    async operator(email: string, { slug, factor }: { slug: string; factor: 'on' | 'needed' }) {
      await database(async query => {
        await copyAccount(query, { email, slug, role: 'viewer' })
        await query(`update user_account set platform_role = 'operator' where email = $1`, [email])
      })
      return factor === 'on' ? await withSecondFactor(product, email) : await logIn(product, email)
    },
  }
}

export type People = Awaited<ReturnType<typeof openPeople>>

async function copyAccount(
  query: Query,
  { email, slug, role }: { email: string; slug: string; role: string },
): Promise<void> {
  await query(
    `with made as (
       insert into user_account (id, email, name, email_verified)
       select gen_random_uuid(), $2, name, true from user_account where email = $1 returning id
     ), credential as (
       insert into user_credential (id, account_id, provider_id, user_id, password)
       select gen_random_uuid(), made.id::text, provider_id, made.id, password
       from made, user_credential join user_account on user_account.id = user_credential.user_id
       where user_account.email = $1
     )
     insert into membership (tenant_id, user_id, role)
     select tenant.id, made.id, $4 from made, tenant where tenant.slug = $3`,
    [FIRST, email, slug, role],
  )
}

async function logIn(product: ProductProcess, email: string): Promise<Session> {
  return sessionOf(await loggedIn(product, email))
}

async function withSecondFactor(product: ProductProcess, email: string): Promise<Session> {
  const browser = await loggedIn(product, email)
  const begun = await browser.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
  const confirmed = await browser.ask('POST', '/api/v1/profile/second-factor/confirm', {
    code: codeOf(String(begun.body.totp_uri)),
  })
  if (confirmed.status !== 204) throw new Error(`No second factor for ${email}: ${confirmed.status}.`)
  await browser.ask('GET', '/api/v1/session')
  return sessionOf(browser)
}

async function loggedIn(product: ProductProcess, email: string): Promise<Browser> {
  const browser = new Browser(product)
  const entered = await browser.ask('POST', '/api/v1/session', { email, password: PASSWORD })
  if (entered.status !== 200) throw new Error(`${email} could not log in: ${entered.status}.`)
  return browser
}

function sessionOf(browser: Browser): Session {
  return { cookie: browser.cookie, csrf: browser.csrf }
}
