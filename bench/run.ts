/** `npm run bench -- <name>`: runs one benchmark; its last line is one JSON object. */
import { bookedSlots } from './contention.ts'
import { start } from './start.ts'

export type BenchResult = {
  readonly bench: string
  readonly ours: Readonly<Record<string, unknown>>
  readonly reference: Readonly<Record<string, unknown>> | null
  readonly ratio: number | null
  readonly target: string
  readonly holds: boolean
}

const benches: Readonly<Record<string, () => Promise<BenchResult>>> = { start, contention: bookedSlots }

const name = process.argv[2] ?? ''
const bench = benches[name]
if (!bench) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exit(2)
}
const result = await bench()
console.log(JSON.stringify(result))
process.exit(result.holds ? 0 : 1)
