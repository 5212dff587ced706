import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { loadConfig } from '../../server/src/config.ts'
import { createDice } from '../../verify/dice.ts'
import { findShops, openShops, type Shop } from '../harness/bench-shops.ts'
import { type ServedProduct, serveProduct } from '../harness/served-product.ts'
import { fillShop } from './fill-shop.ts'
import { pastCalls, pastCustomers, readStoredShop } from './stored-shop.ts'

const SCHEMA = join(import.meta.dirname, '../../server/schema.sql')
const SEED = 20_261_120
const SHOPS = 200
const CUSTOMERS_PER_CALL = 0.2
/** All appointments of the first shop are with one person. */
const OF_THE_BUSIEST = 10_000
const DAY_MS = 24 * 60 * 60_000

/**
 * Serves the product on a database with so many stored calls, each with its appointment: 200 businesses, a fifth as
 * many customers; one person of the first shop has 10,000 of the appointments. Made once by COPY and kept under `DATA_DIR/bench` until the schema changes; a million takes minutes.
 */
export async function serveStoredCalls(calls: number): Promise<ServedProduct> {
  const dataDir = join(loadConfig().dataDir, 'bench', `calls-${calls}`)
  const marker = join(dataDir, 'made-for-schema')
  const schema = createHash('sha256').update(readFileSync(SCHEMA)).digest('hex')
  const made = existsSync(marker) && readFileSync(marker, 'utf8') === schema
  if (made) return await serveProduct({ dataDir })
  await rm(dataDir, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  const product = await serveProduct({
    dataDir,
    prepare: async app => {
      await openShops(app, SHOPS)
    },
  })
  await fill(product, calls)
  writeFileSync(marker, schema)
  return product
}

async function fill(product: ServedProduct, calls: number): Promise<void> {
  const begun = performance.now()
  const client = new pg.Client({ connectionString: product.adminUrl })
  await client.connect()
  try {
    // Rows come complete and in no order of their keys: foreign keys are checked by what made them, not one by one.
    await client.query('set session_replication_role = replica')
    const ofBusiest = Math.min(calls, OF_THE_BUSIEST)
    const perShop = Math.round((calls - ofBusiest) / (SHOPS - 1))
    let firstCustomer = 0
    const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
    for (const [index, shop] of (await findShops(product.app)).entries()) {
      const throws = createDice(SEED + index)
      const whole = await readStoredShop(client, shop)
      const stored = index === 0 ? { ...whole, staffIds: whole.staffIds.slice(0, 1) } : whole
      const count = index === 0 ? ofBusiest : perShop
      const ofShop = { first: firstCustomer, count: Math.max(1, Math.round(count * CUSTOMERS_PER_CALL)) }
      const customers = pastCustomers(throws, ofShop)
      firstCustomer += ofShop.count
      const past = [...pastCalls(throws, { shop: stored, customers, count, today })]
      await client.query('begin')
      await fillShop(client, { shop: stored, customers, calls: past })
      await client.query('commit')
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
  console.log(`${calls} stored calls made in ${Math.round((performance.now() - begun) / 1000)} s`)
}

/** Of the first shop: the one person whom all its stored appointments are with. */
export async function readBusiestPerson(adminUrl: string, shop: Shop): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { staffIds } = await readStoredShop(client, shop)
  await client.end()
  const [first] = staffIds
  if (first === undefined) throw new Error('A shop has nobody.')
  return first
}
