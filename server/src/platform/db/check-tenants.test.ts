import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type TestProduct } from '../../../test/support/test-product.ts'
import { checkTenants, type TenantCheck } from './check-tenants.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startProduct({ worker: 'none' })
  await product.post('/api/v1/customers', product.keys.salon, {
    name: 'Petra Lindner',
    phones: ['+493023125321'],
  })
})
afterAll(() => product.stop())

/** What the check says while something is wrong; then that is mended. */
async function checkWith(wrong: string, mended: string): Promise<TenantCheck> {
  await product.database.query(wrong)
  try {
    return await checkTenants(product.app.platform.db)
  } finally {
    await product.database.query(mended)
  }
}

test('a database as the migrations make it keeps its tenants apart', async () => {
  const check = await checkTenants(product.app.platform.db)
  expect(check.problems).toEqual([])
  expect(check).toMatchObject({ holds: true, tenants: 4 })
  expect(check.tables).toBeGreaterThan(50)
  expect(check.references).toBeGreaterThan(50)
  expect(check.canary_read).toBeGreaterThan(check.tables)
})

test('the canary leaves nothing behind', async () => {
  await checkTenants(product.app.platform.db)
  expect(await product.database.query("select 1 from tenant where slug like 'canary%'")).toEqual([])
})

describe('The check finds', () => {
  const policy = (using: string) =>
    `create policy tenant_only on customer to askpro_app using (${using}) with check (tenant_id = current_tenant_id())`
  const drop = 'drop policy tenant_only on customer'
  const right = policy('tenant_id = current_tenant_id()')
  const cases: ReadonlyArray<[what: string, wrong: string, mended: string, found: RegExp]> = [
    ['a policy that was dropped', drop, right, /customer lacks the policy tenant_only/],
    [
      'a policy that lets everybody see everything, by what the canary saw',
      `${drop}; ${policy('true')}`,
      `${drop}; ${right}`,
      /a new tenant sees 1 rows of others in customer/,
    ],
    [
      'row-level security that was switched off',
      'alter table customer disable row level security',
      'alter table customer enable row level security',
      /customer has no forced row-level security/,
    ],
    [
      'a right too many',
      'grant references on customer to askpro_app',
      'revoke references on customer from askpro_app',
      /askpro_app may references customer/,
    ],
    [
      'a foreign key that is not checked',
      'alter table customer_phone disable trigger all',
      'alter table customer_phone enable trigger all',
      /customer_phone[.]\w+ is not checked/,
    ],
    [
      'a policy of the tenants themselves',
      'create policy all_of_them on tenant for select to askpro_app using (true)',
      'drop policy all_of_them on tenant',
      /a new tenant sees 4 rows of others in tenant/,
    ],
    [
      'a table that somebody made beside the migrations',
      'create table notes (text text)',
      'alter table notes rename to notes_gone; alter table notes_gone set schema graphile_worker',
      /notes belongs to no tenant/,
    ],
  ]
  test.each(cases)('%s', async (_what, wrong, mended, found) => {
    const check = await checkWith(wrong, mended)
    expect(check.holds).toBe(false)
    expect(check.problems.join('\n')).toMatch(found)
  })
})
