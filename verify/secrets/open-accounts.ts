import type { MailSimulator } from '../../sandbox/mail/start-mail.ts'
import type { Json } from '../fuzz/hostile-values.ts'
import { codeOf } from '../product/authenticator.ts'
import { Browser, type PageAnswer } from '../product/browser.ts'
import type { ProductProcess } from '../product/product-process.ts'
import type { SecretBook } from './secret-book.ts'

const OWNER = 'ina.test@salon.example'
const COLLEAGUE = 'jule.test@salon.example'
const SALON = { tenant: 'salon', email: OWNER, role: 'owner' }

export type Town = {
  readonly product: ProductProcess
  readonly book: SecretBook
  readonly mail: MailSimulator
  readonly heard: (request: string, answer: string) => void
}

/** An owner with a second factor who has been through everything that an account can go through; logged in. */
export async function openAccounts(town: Town): Promise<Browser> {
  const { product, book } = town
  const password = book.add('first password', 'sieben Kämme im Regal')
  const { link } = (await product.command([
    ...['user', 'invite', '--tenant', SALON.tenant, '--email', SALON.email, '--role', SALON.role],
  ])) as { link: string }
  const token = book.add('token of the invitation', tokenOf(link))
  const browser = new Browser(product, town.heard)
  await done(browser.ask('POST', '/api/v1/invitations/accept', { token, name: 'Ina Test', password }))
  await misspell(town, password)
  await done(browser.ask('POST', '/api/v1/session', { email: OWNER, password }))
  book.add('first session', sessionOf(browser))
  const changed = await changePassword(town, browser, password)
  const wanted = await forgetPassword(town, changed)
  const again = new Browser(product, town.heard)
  await done(again.ask('POST', '/api/v1/session', { email: OWNER, password: wanted }))
  book.add('second session', sessionOf(again))
  await verifyAddress(town, again)
  return await withSecondFactor(town, again, wanted)
}

/** Somebody is invited by letter and does not come; keys are made, used, replaced and mistyped. */
export async function shareAccess(town: Town, owner: Browser): Promise<string> {
  const { product, book } = town
  await done(owner.ask('POST', '/api/v1/invitations', { email: COLLEAGUE, role: 'manager' }))
  book.add('token of the letter that invites', await tokenInMail(town, COLLEAGUE))
  const wish = { name: 'Kasse', scopes: ['all'] }
  const made = await done(owner.ask('POST', '/api/v1/api-keys', wish))
  const key = book.add('API key', String(made.body.key), 'POST /api/v1/api-keys')
  const rotation = `/api/v1/api-keys/${made.body.id}/rotate`
  const rotated = await done(owner.ask('POST', rotation, {}))
  const next = book.add('rotated API key', String(rotated.body.key), `POST ${rotation}`)
  const withKey = async (path: string, authorization: string): Promise<void> => {
    const answer = await fetch(product.url + path, { headers: { authorization } })
    town.heard(`GET ${path}`, await answer.text())
  }
  await withKey('/api/v1/services', `Bearer ${key}`)
  await withKey('/api/v1/services', `Basic ${Buffer.from(`key:${next}`).toString('base64')}`)
  await withKey('/api/v1/services', `Bearer ${next} ${next}`)
  await withKey(`/api/v1/services?api_key=${next}`, 'none')
  await withKey(`/api/v1/services/${next}`, `Bearer ${next}`)
  return next
}

/** Wrong passwords are nearly right ones; and a program may send one in the wrong place. */
async function misspell({ product, book, heard }: Town, password: string): Promise<void> {
  const wrong = book.add('mistyped password', `${password} vorn`)
  const browser = new Browser(product, heard)
  await browser.ask('POST', '/api/v1/session', { email: OWNER, password: wrong })
  await browser.ask('POST', '/api/v1/session', { email: wrong, password: 'x' })
  await browser.ask('POST', '/api/v1/session', { email: OWNER, password: [wrong], passwort: wrong })
  for (const body of [`{"email": "${OWNER}", "password": "${wrong}`, `${wrong}`, `"${wrong}"`]) {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${product.url}/api/v1/session`, { method: 'POST', headers, body })
    heard('POST /api/v1/session', await answer.text())
  }
}

async function changePassword({ book }: Town, browser: Browser, current: string): Promise<string> {
  const wanted = book.add('second password', 'neun Scheren im Wind')
  await done(browser.ask('GET', '/api/v1/session'))
  await done(browser.ask('POST', '/api/v1/profile/password', { current, wanted }))
  return wanted
}

/** By the link of a letter; it is tried a second time. */
async function forgetPassword(town: Town, current: string): Promise<string> {
  const browser = new Browser(town.product, town.heard)
  await done(browser.ask('POST', '/api/v1/password-resets', { email: OWNER }))
  const token = town.book.add('token of a forgotten password', await tokenInMail(town, OWNER))
  const password = town.book.add('third password', `elf Bürsten ${current.length} im Schrank`)
  await done(browser.ask('POST', '/api/v1/password-resets/confirm', { token, password }))
  await browser.ask('POST', '/api/v1/password-resets/confirm', { token, password })
  return password
}

async function verifyAddress(town: Town, browser: Browser): Promise<void> {
  await done(browser.ask('GET', '/api/v1/session'))
  town.mail.clear()
  await done(browser.ask('POST', '/api/v1/profile/verification'))
  const token = town.book.add('token of an address', await tokenInMail(town, OWNER))
  await done(new Browser(town.product, town.heard).ask('POST', '/api/v1/email-verifications', { token }))
}

async function withSecondFactor({ product, book, heard }: Town, browser: Browser, password: string) {
  const path = '/api/v1/profile/second-factor'
  const begun = await done(browser.ask('POST', path, { password }))
  const uri = String(begun.body.totp_uri)
  book.add('secret of the authenticator', new URL(uri).searchParams.get('secret') ?? '', `POST ${path}`)
  const codes = begun.body.backup_codes as string[]
  for (const [at, code] of codes.entries()) book.add(`backup code ${at + 1}`, code, `POST ${path}`)
  await done(browser.ask('POST', `${path}/confirm`, { code: codeOf(uri) }))
  const again = new Browser(product, heard)
  await done(again.ask('POST', '/api/v1/session', { email: OWNER, password }))
  const [code = ''] = codes
  await done(again.ask('POST', '/api/v1/session/second-factor', { code, method: 'backup_code' }))
  await done(again.ask('GET', '/api/v1/session'))
  book.add('third session', sessionOf(again))
  return again
}

/** What opens the account: the name of the session, which is stored, with its signature, which is not. */
function sessionOf(browser: Browser): string {
  return decodeURIComponent(/askpro_session=([^;]+)/.exec(browser.cookie)?.[1] ?? '')
}

function tokenOf(link: string): string {
  return decodeURIComponent(new URL(link).hash.slice(1))
}

async function tokenInMail({ mail }: Town, address: string): Promise<string> {
  const letter = await mail.waitForMessage(
    ({ to, text }) => to.includes(address) && /#\S+/.test(text),
    20_000,
  )
  return tokenOf(/https?:\/\/\S+#\S+/.exec(letter.text)?.[0] ?? '')
}

/** What a scenario needs to have worked. */
export async function done(asked: Promise<PageAnswer>): Promise<PageAnswer & { body: Record<string, Json> }> {
  const answer = await asked
  if (answer.status >= 400) throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer
}
