/** What a benchmark measured, against what, and whether it is good enough. Printed as one line of JSON. */
export type BenchResult = {
  readonly bench: string
  readonly ours: Readonly<Record<string, unknown>>
  readonly reference: Readonly<Record<string, unknown>>
  readonly ratio: number | null
  readonly target: string
  readonly holds: boolean
}
