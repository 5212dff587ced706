import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { brokenInvariants } from '../../../verify/product/invariants.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { send } from '../support/send.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'

const clock = fixedClock('2026-11-23T09:00:00+01:00')
let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ clock })
})
afterAll(() => product.stop())
afterEach(async () => {
  expect(await brokenInvariants(sql => product.database.query(sql))).toEqual([])
})

const salon = (method: string, path: string, body?: unknown) =>
  send(product.url, { method, path: `/api/v1${path}`, key: product.keys.salon, body })
const slotsOn = async (date: string): Promise<Json[]> =>
  (
    await salon(
      'GET',
      `/availability?service=Föhnen&staff=Mara&from=${date}&to=${Temporal.PlainDate.from(date).add({ days: 1 })}`,
    )
  ).body.items
const book = async (date: string): Promise<Json> => {
  const [slot] = await slotsOn(date)
  const { body } = await salon('POST', '/appointments', {
    token: slot.token,
    customer: { name: 'Petra Lindner' },
  })
  return body
}
const block = (body: Json) => salon('POST', '/closures', body)
const collisionsOf = async (appointment: Json): Promise<Json[]> =>
  (await salon('GET', '/block-collisions')).body.items.filter(
    (item: Json) => item.appointment.id === appointment.id,
  )

describe('An appointment in blocked time', () => {
  test('is a collision until it is moved', async () => {
    const booked = await book('2026-12-01')
    await block({ starts_at: '2026-12-01', ends_at: '2026-12-02', reason: 'Rohrbruch' })
    expect(await collisionsOf(booked)).toMatchObject([
      { state: 'open', kept: null, block: { kind: 'closure' } },
    ])
    const [other] = await slotsOn('2026-12-02')
    expect((await salon('POST', `/appointments/${booked.id}/move`, { token: other.token })).status).toBe(200)
    expect(await collisionsOf(booked)).toMatchObject([{ state: 'moved' }])
  })

  test('is a collision until it is cancelled', async () => {
    const booked = await book('2026-12-03')
    await block({ starts_at: '2026-12-03', ends_at: '2026-12-04' })
    await salon('POST', `/appointments/${booked.id}/cancel`, {})
    expect(await collisionsOf(booked)).toMatchObject([{ state: 'cancelled' }])
  })

  test('is kept by somebody who says why, and the first reason stands', async () => {
    const booked = await book('2026-12-04')
    const staff = booked.staff[0].id
    await salon('POST', '/absences', {
      staff_id: staff,
      kind: 'training',
      starts_at: '2026-12-04',
      ends_at: '2026-12-05',
    })
    const [collision] = await collisionsOf(booked)
    expect(collision.block.kind).toBe('absence')
    const keep = (reason: string) => salon('POST', `/block-collisions/${collision.id}/keep`, { reason })
    expect((await keep('Sie kommt dafür herein.')).body).toMatchObject({ state: 'kept' })
    expect((await keep('Doch nicht.')).body.kept.reason).toBe('Sie kommt dafür herein.')
    const strange = await send(product.url, {
      method: 'POST',
      path: `/api/v1/block-collisions/${collision.id}/keep`,
      key: product.keys.practice,
      body: { reason: 'Fremd' },
    })
    expect([strange.status, strange.body.type]).toEqual([404, '/errors/catalogue/unknown-collision'])
  })

  test('collides no more when the block is taken back, and again when it is restored', async () => {
    const booked = await book('2026-12-05')
    const { body: closure } = await block({ starts_at: '2026-12-05', ends_at: '2026-12-06' })
    await salon('DELETE', `/closures/${closure.id}`)
    expect(await collisionsOf(booked)).toMatchObject([{ state: 'block_removed' }])
    await salon('POST', `/closures/${closure.id}/restore`)
    expect(await collisionsOf(booked)).toMatchObject([{ state: 'open' }])
  })

  test('is booked before the block or refused, however both race (slot board: blocked dates that one way ignored)', async () => {
    for (const day of ['2026-12-08', '2026-12-09', '2026-12-10']) {
      const slots = (await slotsOn(day)).filter((_, index) => index % 2 === 0).slice(0, 6)
      const answers = await Promise.all([
        ...slots.map(slot =>
          salon('POST', '/appointments', { token: slot.token, customer: { name: 'Eilig' } }),
        ),
        block({ starts_at: day, ends_at: Temporal.PlainDate.from(day).add({ days: 1 }).toString() }),
      ])
      const statuses = answers.slice(0, -1).map(answer => answer.status)
      const open = (await salon('GET', '/block-collisions?state=open&limit=200')).body.items
      expect(open.filter((item: Json) => item.appointment.starts_at.startsWith(day))).toHaveLength(
        statuses.filter(status => status === 201).length,
      )
      for (const answer of answers.slice(0, -1))
        if (answer.status !== 201)
          expect(answer.body.type).toMatch(/^\/errors\/scheduling\/(closed|slot-taken)$/)
    }
  })
})

describe('Blocked time that repeats', () => {
  test('comes at the same wall time each week, also behind the change of the clocks', async () => {
    const { status, body } = await block({
      starts_at: '2027-03-23T12:00:00+01:00',
      ends_at: '2027-03-23T13:00:00+01:00',
      reason: 'Teamsitzung',
      repeats: 'FREQ=WEEKLY;COUNT=3',
    })
    expect(status).toBe(201)
    const { body: list } = await salon('GET', '/closures?from=2027-03-20&to=2027-04-20')
    expect(list.items.map((item: Json) => [item.starts_at, item.series_id])).toEqual([
      ['2027-03-23T12:00:00+01:00', body.series_id],
      ['2027-03-30T12:00:00+02:00', body.series_id],
      ['2027-04-06T12:00:00+02:00', body.series_id],
    ])
    await salon('DELETE', `/closures/${list.items[1].id}?which=following`)
    const { body: left } = await salon('GET', '/closures?from=2027-03-20&to=2027-04-20')
    expect(left.items.map((item: Json) => item.id)).toEqual([body.id])
  })

  test.each([
    ['without an end', 'FREQ=DAILY'],
    ['ten thousand times', 'FREQ=DAILY;COUNT=10000'],
    ['by no rule', 'jeden Montag'],
  ])('%s is refused', async (_why, repeats) => {
    const { status, body } = await block({ starts_at: '2027-06-01', ends_at: '2027-06-02', repeats })
    expect([status, body.type]).toEqual([422, '/errors/catalogue/bad-repetition'])
    expect((await salon('GET', '/closures?from=2027-06-01&to=2027-06-10')).body.items).toEqual([])
  })
})
