import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readScript, type ScriptFile } from '../server/src/roles/simulate/script.ts'

const FOLDER = fileURLToPath(new URL('../server/test/callers/', import.meta.url))

/** The scripted callers of the repository; `only`: so many of them, from all over; `from` says where they begin. */
export async function scriptsOfRepository(only?: number, from = 0): Promise<ScriptFile[]> {
  const names = (await readdir(FOLDER)).filter(name => name.endsWith('.json')).toSorted()
  const step = only === undefined ? 1 : Math.max(1, Math.floor(names.length / only))
  return await Promise.all(
    names.filter((_, index) => index % step === from % step).map(name => readScript(FOLDER + name)),
  )
}
