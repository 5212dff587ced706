export type MemorySample = { readonly operations: number; readonly megabytes: number }

/** The memory of the product's process, as its own metrics tell it. */
export async function readMegabytes(url: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`)
  const [, bytes] = (await answer.text()).match(/^process_resident_memory_bytes (\S+)$/m) ?? []
  return Math.round(Number(bytes ?? 0) / 2 ** 20)
}

/** Megabytes gained with every thousand operations: the slope of the straight line through the samples. */
export function slopePerThousand(samples: readonly MemorySample[]): number {
  const count = Math.max(1, samples.length)
  const meanX = samples.reduce((sum, sample) => sum + sample.operations, 0) / count
  const meanY = samples.reduce((sum, sample) => sum + sample.megabytes, 0) / count
  const spread = samples.reduce((sum, sample) => sum + (sample.operations - meanX) ** 2, 0)
  const joint = samples.reduce(
    (sum, sample) => sum + (sample.operations - meanX) * (sample.megabytes - meanY),
    0,
  )
  return spread === 0 ? 0 : Math.round((joint / spread) * 1000 * 100) / 100
}
