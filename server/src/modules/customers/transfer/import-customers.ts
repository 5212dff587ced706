import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { emailAddress } from '../../../platform/i18n/email-address.ts'
import { type CustomerId, newId } from '../../../platform/ids/ids.ts'
import { type Doer, recordChanges } from '../change-log.ts'
import type { Columns } from '../domain/import-columns.ts'
import { type CellReaders, type ImportedPerson, type LineProblem, readLine } from '../domain/import-line.ts'
import { type Planned, planImport } from '../domain/import-plan.ts'
import { tenantLock } from '../number-lock.ts'
import { parsePhone } from '../parse-phone.ts'
import { listTiers } from '../tiers/tier-views.ts'
import { fillRecords, insertRecords, readMatching } from './import-store.ts'

export type ImportReport = {
  readonly lines: ReadonlyArray<{
    readonly line: number
    readonly name: string
    readonly result: 'added' | 'filled' | 'unchanged' | 'duplicate' | 'rejected'
    readonly customerId: CustomerId | null
    /** Of a duplicate, the line that was first. */
    readonly sameAsLine: number | null
    readonly problems: readonly LineProblem[]
  }>
}

/**
 * Adds the people of a file. Who is there already, by number or address and the same name, gets only what their record
 * lacks: nothing stored is overwritten (failure 82). A preview reports the same and writes nothing.
 *
 * Nobody is made twice by a booking or another import at the same time: at the end, and for that moment only, everybody
 * else waits while it looks whether one of its new people has appeared meanwhile. Then it begins anew. Waiting from the
 * beginning would have kept callers on the line for the seconds that ten thousand lines take.
 */
export async function importCustomers(
  tx: Tx,
  file: {
    columns: Columns
    lines: ReadonlyArray<{ number: number; cells: readonly string[] }>
    mode: 'preview' | 'commit'
  },
  doer: Doer,
): Promise<ImportReport> {
  const readers = await createReaders(tx)
  const read = file.lines.map(({ number, cells }) => ({
    line: number,
    ...readLine(cells, file.columns, readers),
  }))
  const people = read.flatMap(line =>
    line.kind === 'person' ? [{ line: line.line, person: line.person }] : [],
  )
  const known = await readMatching(
    tx,
    people.map(({ person }) => person),
  )
  const plan = planImport(people, known, () => newId<'customer'>())
  if (file.mode === 'commit') {
    await write(tx, plan, doer)
    await refuseOvertaken(tx, plan)
  }
  const planned = new Map(plan.map(entry => [entry.line, entry]))
  return {
    lines: read.map(line => {
      if (line.kind === 'rejected')
        return {
          line: line.line,
          name: line.name.slice(0, 200),
          result: 'rejected' as const,
          customerId: null,
          sameAsLine: null,
          problems: line.problems,
        }
      return reported(line.line, line.person, planned.get(line.line), file.mode)
    }),
  }
}

/** A statement has its limit of time. */
const LINES_AT_ONCE = 500

function reported(
  line: number,
  person: ImportedPerson,
  entry: Planned | undefined,
  mode: 'preview' | 'commit',
): ImportReport['lines'][number] {
  if (!entry) throw new Error(`Line ${line} was read and not planned.`)
  const isNew = entry.result === 'added' || entry.result === 'duplicate'
  return {
    line,
    name: person.name,
    result: entry.result,
    customerId: mode === 'preview' && isNew ? null : entry.customerId,
    sameAsLine: entry.result === 'duplicate' ? entry.sameAsLine : null,
    problems: [],
  }
}

async function refuseOvertaken(tx: Tx, plan: readonly Planned[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${tenantLock(tx)}, 0))`.execute(tx)
  const added = plan.filter(entry => entry.result === 'added')
  const ours = new Set(added.map(entry => entry.customerId))
  const known = await readMatching(
    tx,
    added.map(({ person }) => person),
  )
  const others = known.filter(person => !ours.has(person.id))
  const overtaken = planImport(added, others, () => newId<'customer'>()).some(
    entry => entry.result !== 'added',
  )
  if (overtaken)
    // What the database itself says when two transactions cannot both be right: this one is repeated.
    await sql`do $$ begin raise serialization_failure; end $$`.execute(tx)
}

async function write(tx: Tx, plan: readonly Planned[], doer: Doer): Promise<void> {
  const added = plan.filter(entry => entry.result === 'added')
  const filled = plan.filter(entry => entry.result === 'filled')
  for (let from = 0; from < added.length; from += LINES_AT_ONCE)
    await insertRecords(tx, added.slice(from, from + LINES_AT_ONCE))
  await fillRecords(tx, filled)
  const entries = [...added, ...filled]
  for (let from = 0; from < entries.length; from += LINES_AT_ONCE)
    await recordChanges(
      tx,
      doer,
      entries.slice(from, from + LINES_AT_ONCE).map(entry => ({
        customerId: entry.customerId,
        kind: 'imported' as const,
        fields: entry.result === 'filled' ? entry.fields : [],
      })),
    )
}

async function createReaders(tx: Tx): Promise<CellReaders> {
  const tiers = new Map((await listTiers(tx)).map(tier => [tier.name.toLowerCase(), tier.id]))
  return {
    phone: parsePhone,
    email: text => emailAddress.safeParse(text).data ?? null,
    tier: name => tiers.get(name.toLowerCase()) ?? null,
  }
}
