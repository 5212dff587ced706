import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readScript, type ScriptFile } from '../server/src/roles/simulate/script.ts'

const FOLDER = fileURLToPath(new URL('../server/test/callers/', import.meta.url))

/** The scripted callers of the repository; `only`: so many of them, from all over. */
export async function scriptsOfRepository(only?: number): Promise<ScriptFile[]> {
  const names = (await readdir(FOLDER)).filter(name => name.endsWith('.json')).toSorted()
  const step = only === undefined ? 1 : Math.max(1, Math.floor(names.length / only))
  return await Promise.all(
    names.filter((_, index) => index % step === 0).map(name => readScript(FOLDER + name)),
  )
}
