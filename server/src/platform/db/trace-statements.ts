import type { LogEvent } from 'kysely'
import { recordSpan } from '../observability/tracing.ts'

/** One span for each statement: what it does to which table, never with what values. For `log` of Kysely. */
export function traceStatement(event: LogEvent): void {
  const { operation, target } = describeStatement(event.query.sql)
  recordSpan(target === null ? operation : `${operation} ${target}`, {
    kind: 'client',
    tookMs: event.queryDurationMillis,
    result: event.level === 'error' ? 'failed' : 'ok',
    attributes: {
      'db.system.name': 'postgresql',
      'db.operation.name': operation,
      ...(target === null ? {} : { 'db.collection.name': target }),
    },
  })
}

const FIRST_WORD = /^[\s(]*([a-z]+)/i
/** What the first part of a `with` writes. */
const WRITTEN = /^\s*with\s[^(]*\(\s*(insert|update|delete)\b/i
const TABLE = /\b(?:from|into|update)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)"?/i
const FUNCTION = /^\s*select\s+"?([a-z_][a-z0-9_]*)"?\s*\(/i

/** From the text of a statement, in which values are `$1`, `$2`, …: a word and a name of our own schema, or null. */
export function describeStatement(text: string): { operation: string; target: string | null } {
  const operation = (WRITTEN.exec(text) ?? FIRST_WORD.exec(text))?.[1]?.toLowerCase() ?? 'statement'
  const target = FUNCTION.exec(text)?.[1] ?? TABLE.exec(text)?.[1] ?? null
  return { operation, target }
}
