/** What a spreadsheet would run as a formula when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/

/** One cell of an export. A leading apostrophe makes a formula text, in every spreadsheet. */
export function toCell(value: string | null, delimiter: string): string {
  const text = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '')
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A cell as it was before `toCell`, without what no field of ours may have. */
export function fromCell(text: string): string {
  const plain = text.replaceAll('\u0000', '').toWellFormed().trim()
  return plain.startsWith("'") && FORMULA.test(plain.slice(1)) ? plain.slice(1) : plain
}
