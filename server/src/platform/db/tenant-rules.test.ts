import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { TENANT_TABLES, type TenantTable } from './tenant-facts.ts'
import {
  belongsToATenant,
  forcesRowSecurity,
  grantsNoMore,
  hasTheTwoPolicies,
  keysBeginWithTheTenant,
  refersWithinTheTenant,
} from './tenant-rules.ts'

const RULES = [
  belongsToATenant,
  forcesRowSecurity,
  hasTheTwoPolicies,
  keysBeginWithTheTenant,
  refersWithinTheTenant,
  grantsNoMore,
]

const OWNER = 'tenant_id uuid not null references tenant (id)'
const GOOD = `create table example (${OWNER}, id uuid, customer_id uuid, email text, primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id), unique (tenant_id, email));
  call protect_tenant_table('example');`

/** What somebody could write into a migration, and the sentence that must come of it. */
const MISTAKES: ReadonlyArray<[mistake: string, sql: string, found: RegExp]> = [
  ['forgets to protect a table', GOOD.replace(/call.*$/, ''), /no forced row-level security/],
  [
    'leaves the owner free',
    `${GOOD} alter table example no force row level security`,
    /no forced row-level security/,
  ],
  [
    'forgets the policy of the tenant',
    `${GOOD} drop policy tenant_only on example`,
    /lacks the policy tenant_only/,
  ],
  [
    'adds a policy that opens the table',
    `${GOOD} create policy wide on example for select to askpro_app using (true)`,
    /policy wide, which is not one of the two/,
  ],
  [
    'gives the policy of the tenant to everybody',
    `${GOOD} alter policy tenant_only on example to public`,
    /policy tenant_only, which is not one of the two/,
  ],
  [
    'checks nothing when rows are written',
    `${GOOD} alter policy tenant_only on example with check (true)`,
    /policy tenant_only, which is not one of the two/,
  ],
  ['makes no primary key', GOOD.replace('primary key', 'unique'), /example has no primary key/],
  [
    'makes the id the primary key',
    GOOD.replace('primary key (tenant_id, id)', 'primary key (id)'),
    /begins with id/,
  ],
  [
    'makes a column unique for all tenants',
    `${GOOD} create unique index on example (email)`,
    /begins with email/,
  ],
  [
    'makes an expression unique for all tenants',
    `${GOOD} create unique index on example (lower(email), tenant_id)`,
    /begins with lower\(email\)/,
  ],
  [
    'excludes across tenants',
    `${GOOD} alter table example add exclude using gist (id with =, tenant_id with =)`,
    /begins with id/,
  ],
  [
    'refers to a row of any tenant',
    `${GOOD} alter table example add column call_tenant uuid, add column call_id uuid,
       add foreign key (call_tenant, call_id) references call (tenant_id, id)`,
    /can refer to another tenant's call/,
  ],
  [
    'swaps the columns of a reference',
    `${GOOD} alter table customer add unique (id, tenant_id);
       alter table example add foreign key (tenant_id, id) references customer (id, tenant_id)`,
    /can refer to another tenant's customer/,
  ],
  [
    'lets the tenant be missing',
    GOOD.replaceAll(/not null|primary key \(tenant_id, id\),/g, ''),
    /rows without a tenant/,
  ],
  ['forgets whose the tenant is', GOOD.replace('references tenant (id)', ''), /tenants that do not exist/],
  [
    'lets the application empty the table',
    `${GOOD} grant truncate on example to askpro_app`,
    /askpro_app may truncate/,
  ],
  [
    'lets the system role write',
    `${GOOD} grant update on example to askpro_system`,
    /askpro_system may update/,
  ],
  ['lets everybody read', `${GOOD} grant select on example to public`, /public may select/],
]

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/** What the rules say about the table `example` that this SQL makes as a migration would; it is not kept. */
async function problemsAfter(sql: string): Promise<string[]> {
  await owner.query('begin')
  try {
    await owner.query(sql)
    const { rows } = await owner.query<TenantTable & pg.QueryResultRow>(TENANT_TABLES)
    const example = rows.filter(table => table.name === 'example')
    expect(example).toHaveLength(1)
    return example.flatMap(table => RULES.flatMap(rule => rule(table)))
  } finally {
    await owner.query('rollback')
  }
}

describe('A migration that', () => {
  test('does everything right is not complained about', async () => {
    expect(await problemsAfter(GOOD)).toEqual([])
  })

  test.each(MISTAKES)('%s is found', async (_mistake, sql, found) => {
    expect((await problemsAfter(sql)).join('\n')).toMatch(found)
  })
})
