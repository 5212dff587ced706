import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { loadConfig } from '../../server/src/config.ts'
import { createDice } from '../../verify/dice.ts'
import { findShops, openShops } from '../harness/bench-shops.ts'
import { type ServedProduct, serveProduct } from '../harness/served-product.ts'
import { fillShop } from './fill-shop.ts'
import { pastCalls, pastCustomers, readStoredShop } from './stored-shop.ts'

const SCHEMA = join(import.meta.dirname, '../../server/schema.sql')
const SEED = 20_261_120
const SHOPS = 200
const CUSTOMERS_PER_CALL = 0.2
const DAY_MS = 24 * 60 * 60_000

/**
 * Serves the product on a database with so many stored calls, each with its appointment: 200 businesses, a fifth as
 * many customers. Made once by COPY and kept under `DATA_DIR/bench` until the schema changes; a million takes minutes.
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
    const perShop = Math.round(calls / SHOPS)
    const customersPerShop = Math.max(1, Math.round(perShop * CUSTOMERS_PER_CALL))
    const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
    for (const [index, shop] of (await findShops(product.app)).entries()) {
      const throws = createDice(SEED + index)
      const stored = await readStoredShop(client, shop)
      const customers = pastCustomers(throws, { first: index * customersPerShop, count: customersPerShop })
      const past = [...pastCalls(throws, { shop: stored, customers, count: perShop, today })]
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
