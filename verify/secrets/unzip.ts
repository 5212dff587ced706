import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50
const [STORED, DEFLATED] = [0, 8]

/** The files of a ZIP archive, such as a workbook, as text one after the other. Throws if there are none. */
export function unzip(archive: Buffer): string {
  const texts: string[] = []
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0 && at < archive.length - 46; ) {
    if (archive.readUInt32LE(at) !== ENTRY) break
    const [how, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [name, extra, note] = [28, 30, 32].map(offset => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(begin, begin + size)
    if (how !== STORED && how !== DEFLATED)
      throw new Error(`A file in the archive is packed by method ${how}.`)
    texts.push((how === DEFLATED ? inflateRawSync(packed) : packed).toString())
    at += 46 + name + extra + note
  }
  if (texts.length === 0) throw new Error('There is nothing in the archive.')
  return texts.join('\n')
}
