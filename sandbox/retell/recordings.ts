import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Recording } from './call-script.ts'

const FOLDER = join(import.meta.dirname, 'recordings')

/** All recorded calls by id, in the order of the numbers they ring; throws with the file's name if one does not have the shape of a recording. */
export async function loadRecordings(): Promise<ReadonlyMap<string, Recording>> {
  const files = (await readdir(FOLDER)).filter(file => file.endsWith('.json')).sort()
  const recordings = await Promise.all(files.map(loadRecording))
  recordings.sort((a, b) => a.to.localeCompare(b.to))
  return new Map(recordings.map(recording => [recording.id, recording]))
}

async function loadRecording(file: string): Promise<Recording> {
  const result = Recording.safeParse(JSON.parse(await readFile(join(FOLDER, file), 'utf8')))
  if (!result.success) throw new Error(`${file} is not a recording`, { cause: result.error })
  if (`${result.data.id}.json` !== file) throw new Error(`${file} has the id "${result.data.id}"`)
  return result.data
}
