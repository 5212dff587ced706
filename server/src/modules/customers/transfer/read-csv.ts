import { CsvError, parse } from 'csv-parse/sync'

export const MOST_LINES = 10_000
/** A cell of more is no name and no note; the parser stops instead of collecting it. */
const LONGEST_LINE = 40_000
const DELIMITERS = [';', ',', '\t'] as const

export type CsvFile =
  | {
      readonly kind: 'file'
      readonly head: readonly string[]
      readonly lines: ReadonlyArray<{ readonly number: number; readonly cells: readonly string[] }>
    }
  | { readonly kind: 'empty' | 'too_long' }
  | { readonly kind: 'unreadable'; readonly line: number }

/**
 * The text of a file as spreadsheets write it. A byte order mark decides; without one it is UTF-8 if it can be, else
 * Windows-1252, in which every byte is a character.
 */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Lines with their number in the file; `;`, `,` or a tab separates, whichever the head has most of. */
export function readCsv(text: string): CsvFile {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      max_record_size: LONGEST_LINE,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_LINES + 2,
    }) as unknown as Array<{ record: string[]; info: { lines: number } }>
    const [head, ...lines] = records
    if (!head) return { kind: 'empty' }
    if (lines.length > MOST_LINES) return { kind: 'too_long' }
    return {
      kind: 'file',
      head: head.record,
      lines: lines.map(({ record, info }) => ({ number: info.lines, cells: record })),
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { kind: 'unreadable', line: Number((error as { lines?: number }).lines ?? 0) }
  }
}

function delimiterOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (delimiter: string): number => head.split(delimiter).length
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ','
}
