import { CompiledQuery } from 'kysely'
import type { Database, SystemTx, Tx } from '../../src/platform/db/database.ts'
import type { TenantId } from '../../src/platform/ids/ids.ts'
import { recordStatements } from './count-statements.ts'

/** A step of a plan, as `explain (format json)` names it. */
export type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

type Sent = { readonly text: string; readonly values: readonly unknown[] }

/**
 * The steps by which PostgreSQL does what `work` asks of it, planned as whoever asked it; nothing is done anew. Work
 * asks for one thing after the other.
 */
export async function explainStatements(
  db: Database,
  tenantId: TenantId,
  work: () => Promise<unknown>,
): Promise<PlanNode[]> {
  const ofTenant: Sent[] = []
  const ofSystem: Sent[] = []
  let current = ofTenant
  for (const sent of await recordStatements(db.pool, work)) {
    if (sent.text.startsWith('begin')) current = sent.text.includes('askpro_system') ? ofSystem : ofTenant
    if (PLANNED.test(sent.text)) current.push(sent)
  }
  return [
    ...(await db.inTenant(tenantId, tx => plansOf(tx, ofTenant))),
    ...(await db.acrossTenants('test: plans', tx => plansOf(tx, ofSystem))),
  ]
}

const PLANNED = /^\s*(?:with|select|insert|update|delete)\b.*\b(?:from|into|update)\b/is

async function plansOf(tx: Tx | SystemTx, statements: readonly Sent[]): Promise<PlanNode[]> {
  const nodes: PlanNode[] = []
  for (const { text, values } of statements) {
    const explain = CompiledQuery.raw(`explain (format json) ${text}`, [...values])
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': Array<{ Plan: PlanNode }> }>(explain)
    for (const row of rows) for (const { Plan } of row['QUERY PLAN']) nodes.push(...stepsOf(Plan))
  }
  return nodes
}

function stepsOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(stepsOf)]
}
