import { CompiledQuery } from 'kysely'
import type { Database } from '../../src/platform/db/database.ts'
import type { TenantId } from '../../src/platform/ids/ids.ts'
import { recordStatements } from './count-statements.ts'

/** A step of a plan, as `explain (format json)` names it. */
export type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly PlanNode[]
}

/** The steps by which PostgreSQL answers what `work` reads, planned under row-level security as it was asked. */
export async function explainStatements(
  db: Database,
  tenantId: TenantId,
  work: () => Promise<unknown>,
): Promise<PlanNode[]> {
  const statements = await recordStatements(db.pool, work)
  const reads = statements.filter(({ text }) => /^\s*(?:with|select)\b.*\bfrom\b/is.test(text))
  return await db.inTenant(tenantId, async tx => {
    const nodes: PlanNode[] = []
    for (const { text, values } of reads) {
      const explain = CompiledQuery.raw(`explain (format json) ${text}`, [...values])
      const { rows } = await tx.executeQuery<{ 'QUERY PLAN': Array<{ Plan: PlanNode }> }>(explain)
      for (const row of rows) for (const { Plan } of row['QUERY PLAN']) nodes.push(...stepsOf(Plan))
    }
    return nodes
  })
}

function stepsOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(stepsOf)]
}
