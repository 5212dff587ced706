import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealEvents } from '../../src/platform/audit/seal-events.ts'
import { joinAs, type TestBrowser } from '../support/log-in.ts'
import { runCommand } from '../support/run-command.ts'
import { type Json, startProduct, type TestProduct } from '../support/test-product.ts'
import { phoneCall } from '../support/tool-caller.ts'

let product: TestProduct
let owner: TestBrowser
beforeAll(async () => {
  product = await startProduct()
  owner = await joinAs(product, { slug: 'salon', role: 'owner', email: 'inhaberin@salon.example' })
})
afterAll(() => product.stop())

const events = async (query = ''): Promise<Json[]> =>
  (await owner.ask('GET', `/api/v1/audit-events?limit=200${query}`)).body.items
const seal = () => sealEvents(product.app.platform)

describe('A change', () => {
  test('is on record with who made it, what was before and what is now', async () => {
    await owner.ask('PATCH', '/api/v1/settings', { understanding: 'model' })
    const [event] = await events('&entity=tenant&action=changed')
    expect(event).toMatchObject({
      actor: 'user:inhaberin@salon.example',
      entity: 'tenant',
      action: 'changed',
    })
    expect(event.after.settings.understanding).toBe('model')
    expect(event.before.settings.understanding).not.toBe('model')
    expect(Object.keys(event.after)).toEqual(Object.keys(event.before))
  })

  test('that a key makes, and one in a phone call, name the key and the call', async () => {
    const customer = { name: 'Petra Lindner', phones: ['+493023125321'] }
    const { body } = await product.post('/api/v1/customers', product.keys.salon, customer)
    expect((await events(`&entity_id=${body.id}`))[0]).toMatchObject({
      action: 'created',
      before: null,
      actor: expect.stringMatching(/^api-key:/),
    })
    const call = phoneCall(product, { id: 'call_on_record' })
    const found = await call.tool('find_slots', { service: 'Föhnen', when: 'kommende Woche' })
    await call.tool('book_appointment', { token: found.body.slots[0].token, name: 'Lukas Brandt', email: '' })
    expect((await events('&entity=appointment'))[0]).toMatchObject({
      action: 'created',
      actor: 'call:call_on_record',
      after: { attendee_name: 'Lukas Brandt', state: 'confirmed' },
    })
  })

  test('carries the request that made it', async () => {
    const answer = await owner.ask('PATCH', '/api/v1/settings', { understanding: 'rules' })
    const [event] = await events('&entity=tenant')
    expect(event.request_id).toBe(answer.headers.get('x-request-id'))
  })

  test('that was refused is not on record', async () => {
    const before = await events()
    await owner.ask('PATCH', '/api/v1/settings', { understanding: 'magic' })
    expect(await events()).toHaveLength(before.length)
  })

  test('shows no secret, and using a key is none', async () => {
    const made = await owner.ask('POST', '/api/v1/api-keys', { name: 'Kasse', scopes: ['read'] })
    await product.get('/api/v1/services', made.body.key)
    const [event, ...more] = await events(`&entity_id=${made.body.id}`)
    expect(event.after).toMatchObject({ name: 'Kasse', scopes: ['read'] })
    expect(JSON.stringify(event)).not.toMatch(/hash|secret/)
    expect(more).toEqual([])
  })
})

test('every table of a business is on record, or says here why not', async () => {
  const rows = await product.database.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audited')
    order by 1`)
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(NOT_ON_RECORD).toSorted())
})

const FOLLOWS = 'follows from an appointment, which is on record'
const OF_A_CALL = 'what happened in a call is its timeline, which nobody changes'
const NOT_ON_RECORD: Readonly<Record<string, string>> = {
  ...{ allocation: FOLLOWS, appointment_segment: FOLLOWS, capacity_count: FOLLOWS, hold: FOLLOWS },
  ...{ agent_publication: 'is a record itself', agent_publication_step: 'is a record itself' },
  ...{ appointment_change: 'is a record itself', series_change: 'is a record itself' },
  ...{ appointment_group: FOLLOWS, block_collision: FOLLOWS },
  ...{ audit_chain: 'seals the record', audit_event: 'is the record' },
  ...{ call: OF_A_CALL, call_event: OF_A_CALL, call_fact: OF_A_CALL, claim_check: OF_A_CALL },
  ...{ dialogue_state: OF_A_CALL, one_time_code: OF_A_CALL, tool_receipt: OF_A_CALL },
  ...{ customer_change: 'is a record itself', customer_word: 'is made from the name' },
  ...{ calendar_drift: 'is what a comparison found', calendar_reservation: FOLLOWS },
  ...{ calendar_import: 'is a record itself', calendar_import_match: 'follows from what was taken over' },
  catalogue_revision: 'says only that something changed, which is on record',
  external_busy: 'is a copy of what is busy elsewhere',
  external_source: 'says how old that copy is',
  http_idempotency: 'is how repeats are known',
  message: 'is a record of what was sent',
  sync_entry: FOLLOWS,
  provider_metadata: 'is a copy of what providers say',
  service_version: 'is what a service was when it was sold',
  unanswered_question: 'is counted from calls',
  ...{
    waitlist_offer: 'is a record itself',
    waitlist_staff: 'is part of who waits',
    waitlist_window: 'is part of who waits',
  },
}

describe('The record', () => {
  test('is searched by words, by who, and by when', async () => {
    expect((await events('&q=Petra%20Lindner')).length).toBeGreaterThan(0)
    expect(await events('&q=50%25')).toEqual([])
    expect(await events('&from=2099-01-01')).toEqual([])
    const mine = await events('&actor=user:inhaberin@salon.example')
    expect(new Set(mine.map(event => event.actor))).toEqual(new Set(['user:inhaberin@salon.example']))
  })

  test('comes in pages without gaps', async () => {
    const all = (await events()).map(({ id }) => id)
    const found: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await owner.ask(
        'GET',
        `/api/v1/audit-events?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      found.push(...page.body.items.map(({ id }: Json) => id))
      cursor = page.body.next_cursor
    }
    expect(found).toEqual(all)
  })

  test('comes as a file that no spreadsheet runs', async () => {
    await product.post('/api/v1/customers', product.keys.salon, { name: '=1+1 Meier' })
    const response = await fetch(`${product.url}/api/v1/audit-events/export?q=Meier`, {
      headers: { authorization: `Bearer ${product.keys.salon}` },
    })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines[0]).toMatch(/at,actor,action,entity,entity_id,before,after,request_id$/)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.every(line => !/(^|,)"?[=+@]/.test(line))).toBe(true)
  })

  test('is of the own business alone, and for its owners', async () => {
    const { body } = await product.get('/api/v1/audit-events?q=Petra', product.keys.practice)
    expect(body.items).toEqual([])
    const manager = await joinAs(product, { slug: 'salon', role: 'manager', email: 'leitung@salon.example' })
    expect((await manager.ask('GET', '/api/v1/audit-events')).status).toBe(403)
  })
})

describe('The sealed record', () => {
  const verify = async (): Promise<{ code: number | null; report: Json }> => {
    const ended = await runCommand(['audit', 'verify', '--tenant', 'salon', '--json'], {
      DATA_DIR: '/nonexistent',
      DATABASE_URL: product.database.url,
      DATABASE_OWNER_URL: product.database.ownerUrl,
      ASKPRO_SECRET_KEY: '07'.repeat(32),
    })
    return { code: ended.code, report: JSON.parse(ended.out).tenants[0] }
  }
  /** As somebody who may do everything in the database; `undo` makes it good again. */
  const tamper = async (wrong: string, undo: string): Promise<{ code: number | null; report: Json }> => {
    const loose = (sql: string) =>
      product.database.query(
        `alter table audit_event disable trigger user; ${sql}; alter table audit_event enable trigger user`,
      )
    await loose(wrong)
    try {
      return await verify()
    } finally {
      await loose(undo)
    }
  }
  const of = (seq: number) => `(select id from tenant where slug = 'salon') and seq = ${seq}`

  beforeAll(async () => {
    await seal()
    await product.database.query(
      `create table spare as select * from audit_event; create table spare_end as select * from audit_chain`,
    )
  })

  test('holds, and everything is in it', async () => {
    const { code, report } = await verify()
    expect([code, report.problems, report.waiting]).toEqual([0, [], 0])
    expect(report.sealed).toBeGreaterThan(10)
  })

  test('tells a changed row', async () => {
    const { code, report } = await tamper(
      `update audit_event set after = '{"name": "somebody else"}' where tenant_id = ${of(3)}`,
      `update audit_event set after = spare.after from spare where audit_event.id = spare.id`,
    )
    expect([code, report.problems]).toEqual([1, [expect.stringMatching(/^event 3 .* other values/)]])
  })

  test('tells a row with another author', async () => {
    const { report } = await tamper(
      `update audit_event set actor = 'user:nobody' where tenant_id = ${of(4)}`,
      'update audit_event set actor = spare.actor from spare where audit_event.id = spare.id',
    )
    expect(report.problems).toEqual([expect.stringMatching(/^event 4 .* not the one that was sealed/)])
  })

  test('tells a deleted row, in the middle and at the end', async () => {
    const back = 'insert into audit_event select * from spare on conflict do nothing'
    const middle = await tamper(`delete from audit_event where tenant_id = ${of(5)}`, back)
    expect([middle.code, middle.report.problems]).toEqual([1, ['events 5 to 5 are gone']])
    const { report } = await verify()
    const last = await tamper(`delete from audit_event where tenant_id = ${of(report.sealed)}`, back)
    expect(last.report.problems).toEqual([expect.stringMatching(/the chain ends at event/)])
  })

  test('tells two rows that changed places', async () => {
    const swap = (one: number, other: number) =>
      `update audit_event set seq = 0 where tenant_id = ${of(one)}; update audit_event set seq = ${one} where tenant_id = ${of(other)}; update audit_event set seq = ${other} where tenant_id = ${of(0)}`
    const { code, report } = await tamper(swap(6, 7), swap(6, 7))
    expect(code).toBe(1)
    expect(report.problems.length).toBeGreaterThanOrEqual(2)
  })

  test('tells an end that was cut off and written anew', async () => {
    const { report: whole } = await verify()
    const { report } = await tamper(
      `delete from audit_event where tenant_id = ${of(whole.sealed)};
       update audit_chain set seq = audit_event.seq, hash = audit_event.chain_hash from audit_event
       where audit_event.tenant_id = audit_chain.tenant_id and audit_event.seq = ${whole.sealed - 1}
         and audit_chain.tenant_id = (select id from tenant where slug = 'salon')`,
      `insert into audit_event select * from spare on conflict do nothing;
       update audit_chain set seq = spare_end.seq, hash = spare_end.hash from spare_end
       where spare_end.tenant_id = audit_chain.tenant_id`,
    )
    expect(report.problems).toEqual(['the end of the chain was not signed by this installation'])
  })

  test('says what was erased, and holds', async () => {
    const { code, report } = await tamper(
      `update audit_event set salt = null, before = null, after = null where tenant_id = ${of(8)}`,
      'update audit_event set salt = spare.salt, before = spare.before, after = spare.after from spare where audit_event.id = spare.id',
    )
    expect([code, report.problems, report.erased]).toEqual([0, [], 1])
  })

  test('cannot be changed by the application', async () => {
    const tenantId = await product.tenantId('salon')
    const change = product.app.platform.db.inTenant(tenantId, tx =>
      tx.updateTable('audit_event').set({ actor: 'user:nobody' }).execute(),
    )
    await expect(change).rejects.toMatchObject({ code: '42501' })
    const again = product.app.platform.db.inTenant(tenantId, tx =>
      tx.updateTable('audit_event').set({ chain_hash: 'x' }).where('audit_event.seq', '=', 1).execute(),
    )
    await expect(again).rejects.toMatchObject({ code: '23514' })
    const gone = product.app.platform.db.inTenant(tenantId, tx => tx.deleteFrom('audit_event').execute())
    await expect(gone).rejects.toMatchObject({ code: '42501' })
  })

  test('grows in one line when several seal at once', async () => {
    for (let index = 0; index < 5; index++)
      await product.post('/api/v1/customers', product.keys.salon, { name: `Frau Nummer ${'abcde'[index]}` })
    await Promise.all([seal(), seal(), seal(), seal()])
    expect(await verify()).toMatchObject({ code: 0, report: { problems: [], waiting: 0 } })
  })
})
