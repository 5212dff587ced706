import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lettersTo, tokenIn } from '../support/letters.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const mailsTo = (email: string) => lettersTo(product, email)
/** As if the waiting time after failed tries were over. */
const forgetAttempts = () => product.database.query('delete from login_attempt')

describe('An invitation', () => {
  test('is mailed, opens once, and gives the role it names', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('salon@demo.example', 'test-password')
    const invited = await owner.ask('POST', '/api/v1/invitations', {
      email: 'Neu@salon.example',
      role: 'manager',
    })
    expect(invited.body).toMatchObject({ mailed: true, link: null })
    await product.settled()
    const token = tokenIn(mailsTo('neu@salon.example')[0])
    const guest = new TestBrowser(product)
    expect((await guest.ask('POST', '/api/v1/invitations/view', { token })).body).toEqual({
      tenant_name: 'Salon Morgenrot',
      email: 'neu@salon.example',
      role: 'manager',
    })
    const wish = { token, name: 'Neu Hier', password: PASSWORD }
    expect((await guest.ask('POST', '/api/v1/invitations/accept', wish)).status).toBe(200)
    const again = await guest.ask('POST', '/api/v1/invitations/accept', wish)
    expect([again.status, again.body.type]).toEqual([410, '/errors/identity/link-is-over'])
    expect((await guest.logIn('neu@salon.example', PASSWORD)).body.user.role).toBe('manager')
  })

  test('may be sent again, and each link opens by itself', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('salon@demo.example', 'test-password')
    const body = { email: 'nochmal@salon.example', role: 'staff' }
    const answers = [
      await owner.ask('POST', '/api/v1/invitations', body),
      await owner.ask('POST', '/api/v1/invitations', body),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    await product.settled()
    const tokens = mailsTo('nochmal@salon.example').map(tokenIn)
    expect(new Set(tokens).size).toBe(2)
  })

  test('opens nothing once it was taken back', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('salon@demo.example', 'test-password')
    const invited = await owner.ask('POST', '/api/v1/invitations', {
      email: 'doch-nicht@salon.example',
      role: 'staff',
    })
    await product.settled()
    const token = tokenIn(mailsTo('doch-nicht@salon.example')[0])
    expect((await owner.ask('DELETE', `/api/v1/invitations/${invited.body.id}`)).status).toBe(204)
    const answer = await new TestBrowser(product).ask('POST', '/api/v1/invitations/view', { token })
    expect(answer.status).toBe(410)
  })

  test('cannot be made by a manager, nor by an API key', async () => {
    const manager = await joinAs(product, { slug: 'salon', role: 'manager', email: 'leitung@salon.example' })
    const body = { email: 'freund@salon.example', role: 'owner' }
    expect((await manager.ask('POST', '/api/v1/invitations', body)).status).toBe(403)
    const byKey = await new TestBrowser(product).ask('POST', '/api/v1/invitations', body, {
      authorization: `Bearer ${product.keys.salon}`,
    })
    expect(byKey.status).toBe(403)
  })

  test('is over after 72 hours', async () => {
    const { link } = await product.app.modules.identity.users.invite({
      tenantId: await product.tenantId('salon'),
      email: 'spaet@salon.example',
      role: 'staff',
    })
    await product.database.query(
      `update invitation set created_at = created_at - interval '72 hours', expires_at = expires_at - interval '72 hours' where email = 'spaet@salon.example'`,
    )
    const token = decodeURIComponent(new URL(link).hash.slice(1))
    expect((await new TestBrowser(product).ask('POST', '/api/v1/invitations/view', { token })).status).toBe(
      410,
    )
  })

  test('refuses a well-known password', async () => {
    const { link } = await product.app.modules.identity.users.invite({
      tenantId: await product.tenantId('salon'),
      email: 'leicht@salon.example',
      role: 'staff',
    })
    const token = decodeURIComponent(new URL(link).hash.slice(1))
    const wish = { token, name: 'Leicht', password: 'password1234' }
    const answer = await new TestBrowser(product).ask('POST', '/api/v1/invitations/accept', wish)
    expect([answer.status, answer.body.verdict]).toEqual([422, 'leaked'])
  })

  test('to a smaller role leaves the only owner an owner, and stays open', async () => {
    const email = 'consultants@demo.example'
    const owner = new TestBrowser(product)
    await owner.logIn(email, 'test-password')
    const { link } = await product.app.modules.identity.users.invite({
      ...{ tenantId: await product.tenantId('consultants'), email, role: 'viewer' },
    })
    const wish = { token: decodeURIComponent(new URL(link).hash.slice(1)), name: 'Allein' }
    const guest = new TestBrowser(product)
    const refused = await guest.ask('POST', '/api/v1/invitations/accept', {
      ...{ ...wish, password: 'test-password' },
    })
    expect([refused.status, refused.body.type]).toEqual([409, '/errors/identity/last-owner'])
    const viewed = await guest.ask('POST', '/api/v1/invitations/view', { token: wish.token })
    expect([viewed.status, (await owner.ask('GET', '/api/v1/session')).body.user.role]).toEqual([
      200,
      'owner',
    ])
  })

  test('makes one membership when it is accepted five times at once', async () => {
    const { link } = await product.app.modules.identity.users.invite({
      tenantId: await product.tenantId('garage'),
      email: 'eilig@garage.example',
      role: 'staff',
    })
    const wish = { token: decodeURIComponent(new URL(link).hash.slice(1)), name: 'Eilig', password: PASSWORD }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        new TestBrowser(product).ask('POST', '/api/v1/invitations/accept', wish),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await forgetAttempts()
  })

  test('to a second business takes the password that the account has', async () => {
    await joinAs(product, { slug: 'salon', role: 'staff', email: 'beide@salon.example' })
    const browser = await joinAs(product, { slug: 'garage', role: 'owner', email: 'beide@salon.example' })
    const session = (await browser.ask('GET', '/api/v1/session')).body
    expect(session.tenants.map((tenant: Json) => tenant.slug).toSorted()).toEqual(['garage', 'salon'])
    const switched = await browser.ask('PATCH', '/api/v1/session', { tenant: 'garage' })
    expect([switched.body.tenant.slug, switched.body.user.role]).toEqual(['garage', 'owner'])
    expect((await browser.ask('PATCH', '/api/v1/session', { tenant: 'practice' })).status).toBe(403)
  })
})

describe('People of a business', () => {
  test('lose everything with their membership, from the next request on', async () => {
    const staff = await joinAs(product, { slug: 'practice', role: 'staff', email: 'weg@praxis.example' })
    const owner = new TestBrowser(product)
    await owner.logIn('practice@demo.example', 'test-password')
    expect((await staff.ask('GET', '/api/v1/services')).status).toBe(200)
    const { items } = (await owner.ask('GET', '/api/v1/users')).body
    const { id } = items.find((item: Json) => item.email === 'weg@praxis.example')
    expect((await owner.ask('PATCH', `/api/v1/users/${id}`, { role: 'viewer' })).body.role).toBe('viewer')
    expect((await owner.ask('DELETE', `/api/v1/users/${id}`)).status).toBe(204)
    expect((await staff.ask('GET', '/api/v1/services')).status).toBe(401)
  })

  test('keep one owner, also when two owners remove each other at once', async () => {
    const second = await joinAs(product, { slug: 'practice', role: 'owner', email: 'zweite@praxis.example' })
    const first = new TestBrowser(product)
    await first.logIn('practice@demo.example', 'test-password')
    const { items } = (await first.ask('GET', '/api/v1/users')).body
    const idOf = (email: string) => items.find((item: Json) => item.email === email).id
    const answers = await Promise.all([
      first.ask('DELETE', `/api/v1/users/${idOf('zweite@praxis.example')}`),
      second.ask('DELETE', `/api/v1/users/${idOf('practice@demo.example')}`),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    const [row] = await product.database.query<{ owners: number }>(
      "select count(*)::int as owners from membership join tenant on tenant.id = membership.tenant_id where tenant.slug = 'practice' and membership.role = 'owner'",
    )
    expect(row?.owners).toBe(1)
  })

  test('of another business are not seen (failure 81)', async () => {
    const owner = new TestBrowser(product)
    await owner.logIn('consultants@demo.example', 'test-password')
    const { items } = (await owner.ask('GET', '/api/v1/users')).body
    expect(items.map((item: Json) => item.email)).toEqual(['consultants@demo.example'])
  })
})

describe('In the database', () => {
  test.each([
    ['without an address', ''],
    ['with capitals in its address', 'Gross@salon.example'],
    ['with an address that another has', 'salon@demo.example'],
  ])('there is no account %s (failure 80)', async (_what, email) => {
    await new TestBrowser(product).logIn('salon@demo.example', 'test-password')
    const insert = product.database.query(
      'insert into user_account (id, email, name) values (gen_random_uuid(), $1, $2)',
      [email, 'Niemand'],
    )
    await expect(insert).rejects.toThrow(/user_account_email_(once|in_lower_case)/)
  })

  test('a role has one spelling (failure 97)', async () => {
    const update = product.database.query("update membership set role = 'Owner'")
    await expect(update).rejects.toThrow('membership_role_known')
  })
})
