import type { z } from 'zod'
import type { Table } from '../../platform/files/table-file.ts'
import type { callSummaryShape } from './present-call.ts'

const HEAD = [
  ...['started_at', 'ended_at', 'state', 'outcome', 'from', 'to', 'customer', 'provider'],
  'provider_call_id',
]

/** Calls as a list for spreadsheets; nothing of what was said. */
export function callTable(calls: ReadonlyArray<z.infer<typeof callSummaryShape>>): Table {
  return {
    name: 'calls',
    head: HEAD,
    rows: calls.map(call => [
      ...[call.started_at, call.ended_at, call.state, call.outcome, call.from, call.to],
      ...[call.customer?.name ?? null, call.provider, call.provider_call_id],
    ]),
  }
}
