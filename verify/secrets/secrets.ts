import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { readOperations } from '../fuzz/api-operations.ts'
import { documentedTypes } from '../fuzz/fuzz.ts'
import { hostileRequests, sendAll } from '../fuzz/hostile-requests.ts'
import { createRun } from '../fuzz/run-requests.ts'
import { openTwoBusinesses } from '../fuzz/two-businesses.ts'
import { readVoiceTools } from '../fuzz/voice-tools.ts'
import { onFreshProduct } from '../product/fresh-product.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import type { Proof, ProofResult } from '../proof.ts'
import { releaseCanary, silentPlaces } from './canary.ts'
import { connectCalendars } from './connect-calendars.ts'
import { openAccounts, shareAccess } from './open-accounts.ts'
import { dumpDatabase, listFiles, type Place, readAnswers, readPages, whereFound } from './places.ts'
import { type Providers, startProviders } from './providers.ts'
import { createSecretBook, type SecretBook } from './secret-book.ts'
import { useTelephone } from './use-telephone.ts'

const FULL_OPERATIONS = 5000
const BATCH = 250
/** Jobs that follow what was done: mails, calendars, publications. */
const SETTLE_MS = 4000
const SHOWN_PROBLEMS = 40
const FEWEST_PAGES = 20

export type SecretsPlan = { readonly seed: number; readonly operations: number }

export const secrets: Proof = {
  name: 'secrets',
  summary: 'everything with a secret is used, rightly and wrongly; then it is looked for everywhere.',
  run: ({ operations, seed }) => proveSecrets({ seed, operations: operations ?? FULL_OPERATIONS }),
}

/** On a fresh data directory; kept, and named, if something was found. */
export async function proveSecrets(plan: SecretsPlan): Promise<ProofResult> {
  const book = createSecretBook()
  const providers = await startProviders(book)
  const environment = {
    ...providers.environment,
    RETELL_API_KEY: book.add('key of Retell', RETELL_KEY),
    LOG_LEVEL: 'trace',
  }
  try {
    return await onFreshProduct({ name: 'secrets', environment }, product =>
      carryOut(plan, { product, providers, book }),
    )
  } finally {
    await providers.close()
  }
}

type Scene = {
  readonly product: ProductProcess
  readonly providers: Providers
  readonly book: SecretBook
}

async function carryOut(plan: SecretsPlan, { product, providers, book }: Scene): Promise<ProofResult> {
  const answers: Place[] = []
  const heard = (from: string, text: string): void => {
    answers.push({ where: `answer to ${from}`, from, text })
  }
  await rememberFiles(product.dataDir, book)
  const town = { product, book, heard, mail: providers.mail }
  const owner = await openAccounts(town)
  const key = await shareAccess(town, owner)
  const canary = await releaseCanary(town, owner)
  await connectCalendars(town, owner, providers)
  await useTelephone(town, owner)

  const operations = readOperations(await (await fetch(`${product.url}/api/openapi.json`)).json())
  const businesses = await openTwoBusinesses(product, operations)
  await sendHostile(plan, { product, businesses, operations })
  await businesses.lookAround()
  await wait(SETTLE_MS)

  const things = businesses.things.salon
  for (const headers of [{ cookie: owner.cookie }, { authorization: `Bearer ${key}` }])
    answers.push(...(await readAnswers(product, { operations, headers, things })))
  const pages = await readPages(product)
  const tables = await dumpDatabase(product)
  await product.stop()
  const reports: Place = {
    where: 'reports to the collectors of traces and errors',
    text: providers.reported(),
  }
  const files = await listFiles(product.dataDir)
  const places = [...answers, ...pages, ...tables, reports]
  const problems = [
    ...(await whereFound(book, { places, files })).map(({ secret, where }) => `${secret}: ${where}`),
    ...silentPlaces(new Set((await whereFound(canary, { places, files })).map(({ where }) => where))),
    ...(pages.length < FEWEST_PAGES ? ['Hardly any page was read.'] : []),
  ]
  return {
    ...{ verify: 'secrets', seed: plan.seed, operations: plan.operations, secrets: book.size },
    ...{ answers: answers.length, pages: pages.length, tables: tables.length, files: files.length },
    problems_found: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
    holds: problems.length === 0,
  }
}

/** What the installation made up for itself. The password of the demo is for everybody, and said at the start. */
async function rememberFiles(dataDir: string, book: SecretBook): Promise<void> {
  const read = async (name: string): Promise<string> => (await readFile(join(dataDir, name), 'utf8')).trim()
  book.add('secret key', await read('secret-key'))
  book.add('password of the database', await read('postgres/admin-password'))
}

async function sendHostile(
  plan: SecretsPlan,
  town: {
    readonly product: ProductProcess
    readonly businesses: Awaited<ReturnType<typeof openTwoBusinesses>>
    readonly operations: ReturnType<typeof readOperations>
  },
): Promise<void> {
  const { product, businesses, operations } = town
  const tools = await readVoiceTools(product.dataDir)
  const run = createRun({ product, businesses, errorTypes: await documentedTypes() })
  const requests = hostileRequests({ operations, tools })
  for (let sent = 0; sent < plan.operations; sent += BATCH) {
    const numRuns = Math.min(BATCH, plan.operations - sent)
    await sendAll(run, fc.sample(requests, { seed: plan.seed + sent, numRuns }))
    await businesses.lookAround()
  }
  run.close()
}
