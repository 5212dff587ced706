/** What an export put an apostrophe in front of; the test of this folder holds it against `platform/files`. */
const MADE_TEXT = /^'[=+\-@\t\r]/

/** A cell as it was before it was exported, without what no field of ours may have. */
export function fromCell(text: string): string {
  const plain = text.replaceAll('\u0000', '').toWellFormed().trim()
  return MADE_TEXT.test(plain) ? plain.slice(1) : plain
}
