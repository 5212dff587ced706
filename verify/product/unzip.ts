import { inflateRawSync } from 'node:zlib'

const DIRECTORY_ENTRY = 0x02014b50
const [STORED, DEFLATED] = [0, 8]

/** The files of a ZIP archive, such as a workbook, as text by their names. Throws if there are none. */
export function unzip(archive: Buffer): Map<string, string> {
  const texts = new Map<string, string>()
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0 && at < archive.length - 46; ) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) break
    const [how, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [nameLength, extra, note] = [28, 30, 32].map(offset => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(begin, begin + size)
    if (how !== STORED && how !== DEFLATED)
      throw new Error(`A file in the archive is packed by method ${how}.`)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    texts.set(name, (how === DEFLATED ? inflateRawSync(packed) : packed).toString())
    at += 46 + nameLength + extra + note
  }
  if (texts.size === 0) throw new Error('There is nothing in the archive.')
  return texts
}
