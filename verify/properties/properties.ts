import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDice } from '../dice.ts'
import type { Proof } from '../proof.ts'

const ROOT = join(import.meta.dirname, '../..')
const UNIT_TESTS = [
  'server/src/**/domain/**/*.test.ts',
  'server/src/**/*.unit.test.ts',
  'sandbox/**/*.test.ts',
]
const FULL_ROUNDS = 40
const LARGEST_SEED = 2 ** 31 - 1

/** Every property of the unit tests, with a seed of its own in each round. */
export const properties: Proof = {
  name: 'properties',
  summary: 'The properties of the unit tests, each round with other values.',
  async run({ operations, seed }) {
    const rounds = operations ?? FULL_ROUNDS
    const dice = createDice(seed)
    const files = await filesWithProperties()
    const failed: Array<{ seed: number; output: string }> = []
    for (let round = 0; round < rounds; round += 1) {
      const propertySeed = dice.between(1, LARGEST_SEED)
      const { code, output } = await runTests(files, propertySeed)
      if (code !== 0) {
        failed.push({ seed: propertySeed, output: output.slice(-4000) })
        console.log(`PROPERTY_SEED=${propertySeed}\n${output}`)
      }
    }
    return { verify: 'properties', seed, holds: failed.length === 0, rounds, files: files.length, failed }
  },
}

async function filesWithProperties(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob(UNIT_TESTS, { cwd: ROOT })) {
    const text = await readFile(join(ROOT, file), 'utf8')
    if (text.includes("from 'fast-check'") || text.includes('round-trip')) found.push(file)
  }
  return found.toSorted()
}

async function runTests(
  files: readonly string[],
  seed: number,
): Promise<{ code: number | null; output: string }> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'unit', ...files], {
    cwd: ROOT,
    env: { ...process.env, PROPERTY_SEED: String(seed) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += String(chunk)
    })
  await once(child, 'close')
  return { code: child.exitCode, output }
}
