/** What a spreadsheet would run as a formula when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/

/** One cell of text in a CSV file. A leading apostrophe makes a formula text, in every spreadsheet. */
export function toCell(value: string | null, delimiter: string): string {
  const text = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '')
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}
