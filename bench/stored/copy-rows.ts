import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

export type Value = string | number | boolean | null
const ROWS_PER_CHUNK = 2000

/** Fills a table by COPY (text format) and returns how many rows went in. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<number> {
  let count = 0
  function* chunks(): Generator<string> {
    let lines: string[] = []
    for (const row of rows) {
      lines.push(row.map(asText).join('\t'))
      count += 1
      if (lines.length < ROWS_PER_CHUNK) continue
      yield `${lines.join('\n')}\n`
      lines = []
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`
  }
  await pipeline(
    Readable.from(chunks()),
    client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)),
  )
  return count
}

function asText(value: Value): string {
  if (value === null) return '\\N'
  return String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
}
