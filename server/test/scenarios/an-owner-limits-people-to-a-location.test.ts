import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lettersTo, tokenIn } from '../support/letters.ts'
import { joinAs, PASSWORD, TestBrowser } from '../support/log-in.ts'
import type { Json, TestProduct } from '../support/test-product.ts'
import { startTwoLocations, type TwoLocations } from '../support/two-locations.ts'

let product: TestProduct
let centre: string
let harbour: string
let here: TwoLocations['here']
let there: TwoLocations['there']

beforeAll(async () => {
  ;({ product, centre, harbour, here, there } = await startTwoLocations())
})
afterAll(() => product.stop())

describe('An owner', () => {
  let owner: TestBrowser
  let clerk: TestBrowser
  let clerkId: string

  beforeAll(async () => {
    owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'inhaberin@example.org' })
    const made = await owner.ask('POST', '/api/v1/invitations', {
      ...{ email: 'hafen@example.org', role: 'staff', locations: [harbour] },
    })
    expect(made.status).toBe(201)
    await product.settled()
    const token = tokenIn(lettersTo(product, 'hafen@example.org')[0])
    clerk = new TestBrowser(product)
    await clerk.ask('POST', '/api/v1/invitations/accept', { token, name: 'Hanna', password: PASSWORD })
    await clerk.logIn('hafen@example.org', PASSWORD)
    clerkId = (await clerk.ask('GET', '/api/v1/session')).body.user.id
  })

  test('invites somebody for one location, who then sees that one', async () => {
    const session = (await clerk.ask('GET', '/api/v1/session')).body
    expect([session.locations, session.permissions]).toEqual([[harbour], ['read', 'write', 'own']])
    expect((await clerk.ask('GET', '/api/v1/appointments')).body.items.map(({ id }: Json) => id)).toEqual([
      there.appointment,
    ])
    expect((await clerk.ask('GET', '/api/v1/locations')).body.items).toHaveLength(1)
  })

  test('changes the limit, which counts from the next request on and is on record', async () => {
    const list = async () => (await clerk.ask('GET', '/api/v1/locations')).body.items.length
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { locations: null })
    expect(await list()).toBe(2)
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'manager', locations: [harbour] })
    expect(await list()).toBe(1)
    const { body } = await owner.ask('GET', `/api/v1/audit-events?entity_id=${clerkId}`)
    const changes = body.items.filter(({ entity }: Json) => entity === 'membership_location')
    expect(changes.map(({ action }: Json) => action)).toContain('removed')
    expect(changes[0].after ?? changes[1].after).toMatchObject({ location_id: harbour })
  })

  test('cannot be limited, nor can a location of nobody be named', async () => {
    const me = (await owner.ask('GET', '/api/v1/session')).body.user.id
    const limited = await owner.ask('PATCH', `/api/v1/users/${me}`, { locations: [centre] })
    expect(limited.body.type).toBe('/errors/identity/owner-not-limited')
    const invited = await owner.ask('POST', '/api/v1/invitations', {
      ...{ email: 'x@example.org', role: 'owner', locations: [centre] },
    })
    expect(invited.body.type).toBe('/errors/identity/owner-not-limited')
    const strange = await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { locations: [here.call] })
    expect(strange.body.type).toBe('/errors/identity/unknown-location')
    const key = await owner.ask('POST', '/api/v1/api-keys', {
      ...{ name: 'Kasse', scopes: ['read'], locations: [here.call] },
    })
    expect(key.body.type).toBe('/errors/identity/unknown-location')
  })

  test('lifts the limit of whoever becomes one, and of nobody else in passing', async () => {
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'staff' })
    const of = async () =>
      (await owner.ask('GET', '/api/v1/users')).body.items.find(({ id }: Json) => id === clerkId).locations
    expect(await of()).toEqual([harbour])
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'owner' })
    expect(await of()).toBeNull()
    await owner.ask('PATCH', `/api/v1/users/${clerkId}`, { role: 'staff', locations: [harbour] })
  })

  test('cannot be made one behind the back of the table', async () => {
    await expect(
      product.database.query('update membership set role = $2 where user_id = $1', [clerkId, 'owner']),
    ).rejects.toMatchObject({ constraint: 'membership_location_not_of_owners' })
  })

  test('passes the limit of a key on to its successor', async () => {
    const made = await owner.ask('POST', '/api/v1/api-keys', {
      ...{ name: 'Kasse', scopes: ['read'], locations: [harbour] },
    })
    const next = await owner.ask('POST', `/api/v1/api-keys/${made.body.id}/rotate`, {})
    const { body } = await product.get('/api/v1/locations', next.body.key)
    expect(body.items.map(({ id }: Json) => id)).toEqual([harbour])
  })

  test('is the only one: somebody limited reaches no limit, not even the own', async () => {
    const own = await clerk.ask('PATCH', `/api/v1/users/${clerkId}`, { locations: null })
    expect([own.status, own.body.type]).toEqual([403, '/errors/access/not-allowed'])
  })
})
