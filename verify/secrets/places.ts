import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { ApiOperation } from '../fuzz/api-operations.ts'
import type { KnownThings } from '../fuzz/known-things.ts'
import { withDatabase } from '../product/embedded-postgres.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { unzip } from '../product/unzip.ts'
import type { SecretBook } from './secret-book.ts'

/** Somewhere a secret could be found. */
export type Place = { readonly where: string; readonly from?: string; readonly text: string }

type StoredFile = { readonly where: string; readonly path: string }

const SMALL_FILE = 100_000
const FILE_FORMATS = ['csv', 'xlsx']
const NOBODYS_ID = '01900000-0000-7000-8000-000000000000'

/** Every table of the database, the queue's included, row by row, past row-level security. */
export async function dumpDatabase(product: ProductProcess): Promise<Place[]> {
  return await withDatabase(product.dataDir, async query => {
    const tables = await query<{ name: string }>(
      `select format('%I.%I', pg_namespace.nspname, pg_class.relname) as name
       from pg_class join pg_namespace on pg_namespace.oid = pg_class.relnamespace
       where pg_class.relkind in ('r', 'm') and pg_namespace.nspname not in ('pg_catalog', 'information_schema')`,
    )
    const places: Place[] = []
    for (const { name } of tables) {
      const rows = await query<{ text: string }>(`select row_to_json(one)::text as text from ${name} as one`)
      places.push({ where: `table ${name}`, text: rows.map(({ text }) => text).join('\n') })
    }
    return places
  })
}

/** Every answer that can be read, with real things where the business has any; each export in each format. */
export async function readAnswers(
  product: ProductProcess,
  look: {
    readonly operations: readonly ApiOperation[]
    readonly headers: Readonly<Record<string, string>>
    readonly things: KnownThings
  },
): Promise<Place[]> {
  const places: Place[] = []
  for (const address of look.operations.flatMap(operation => addressesOf(operation, look.things))) {
    const answer = await fetch(product.url + address, { headers: look.headers })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isWorkbook = answer.headers.get('content-type')?.includes('spreadsheetml')
    const text = isWorkbook ? [...unzip(bytes).values()].join('\n') : bytes.toString()
    places.push({ where: `answer to GET ${address} (${answer.status})`, from: `GET ${address}`, text })
  }
  return places
}

function addressesOf({ method, path, parameters }: ApiOperation, things: KnownThings): string[] {
  if (method !== 'GET' || path.endsWith('/live')) return []
  const limited = parameters.some(({ name }) => name === 'limit')
  const queries = path.endsWith('/export')
    ? FILE_FORMATS.map(format => `?format=${format}`)
    : [limited ? '?limit=100' : '']
  const ids = path.includes('{') ? idsFor(path, things) : ['']
  return ids.flatMap(id => queries.map(query => path.replaceAll(/\{\w+\}/g, encodeURIComponent(id)) + query))
}

/** The pages, and every script, style and map that they load. */
export async function readPages(product: ProductProcess): Promise<Place[]> {
  const places: Place[] = []
  const waiting = ['/app/', '/app/login', '/app/people', '/api/docs', '/']
  const seen = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await fetch(product.url + path)
    const text = await answer.text()
    places.push({ where: `page ${path} (${answer.status})`, text })
    const base = new URL(path, product.url)
    for (const [, found = ''] of text.matchAll(
      /["'`(]((?:\/app\/|\.\/|assets\/)[\w./-]+\.(?:js|css|map))["'`)]/g,
    )) {
      const next = new URL(found.startsWith('assets/') ? `/app/${found}` : found, base).pathname
      if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
  return places
}

/** Everything that the installation keeps in files: logs, the database as it lies on the disk, and its log of writes. */
export async function listFiles(dataDir: string): Promise<StoredFile[]> {
  const entries = await readdir(dataDir, { recursive: true })
  const files: StoredFile[] = []
  for (const entry of entries) {
    const path = join(dataDir, entry)
    if (isForSecrets(entry) || !(await stat(path)).isFile()) continue
    files.push({ where: `file ${relative(dataDir, path)}`, path })
  }
  return files
}

/** Each secret with each place that has it, once. Text in every form, what is no text as it is. */
export async function whereFound(
  book: SecretBook,
  look: { readonly places: readonly Place[]; readonly files: readonly StoredFile[] },
): Promise<ReadonlyArray<{ readonly secret: string; readonly where: string }>> {
  const found = look.places.flatMap(({ where, from, text }) =>
    book.findIn(text, from).map(secret => ({ secret, where })),
  )
  for (const { where, path } of look.files) {
    // The database ends while this reads: files of its own go.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    const isText = path.endsWith('.log') || bytes.length < SMALL_FILE
    const secrets = isText ? book.findIn(bytes.toString()) : book.findInBytes(bytes)
    found.push(...secrets.map(secret => ({ secret, where })))
  }
  return found.filter(
    ({ secret, where }, at) => found.findIndex(one => one.secret === secret && one.where === where) === at,
  )
}

/** Files that have a secret and nothing else, readable by the product alone. */
function isForSecrets(entry: string): boolean {
  return /(?:^|\/)(?:secret-key|demo-password|retell-demo-key|[\w-]*password)$/.test(entry)
}

function idsFor(path: string, things: KnownThings): string[] {
  const pool = /\/([\w-]+)\/\{/.exec(path)?.[1] ?? ''
  const ids = (things.get(pool) ?? []).slice(0, 5)
  return ids.length > 0 ? ids : [NOBODYS_ID]
}
