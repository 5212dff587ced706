/** Megabytes at a moment: of the process, and of what its program uses (garbage that was not taken yet included). */
export type MemorySample = { readonly operations: number; readonly resident: number; readonly heap: number }

/** The memory of the product's process, as its own metrics tell it. */
export async function readMemory(url: string, operations: number): Promise<MemorySample> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const megabytes = (name: string): number => {
    const [, bytes] = new RegExp(`^${name} (\\S+)$`, 'm').exec(text) ?? []
    if (bytes === undefined) throw new Error(`The product does not tell ${name}.`)
    return Math.round(Number(bytes) / 2 ** 20)
  }
  return {
    operations,
    resident: megabytes('process_resident_memory_bytes'),
    heap: megabytes('nodejs_heap_size_used_bytes'),
  }
}

/**
 * What is kept, in megabytes, at the beginning and at the end: the least that the heap had in the first and in the last
 * third of the samples. Between two collections it says how busy the process was, and the process keeps what it once had.
 */
export function keptMegabytes(samples: readonly MemorySample[]): { start: number; end: number } {
  const third = Math.max(1, Math.floor(samples.length / 3))
  const least = (part: readonly MemorySample[]): number => Math.min(...part.map(({ heap }) => heap))
  return { start: least(samples.slice(0, third)), end: least(samples.slice(-third)) }
}

/** Megabytes of heap gained with every thousand operations: the slope of the straight line through the samples. */
export function slopePerThousand(samples: readonly MemorySample[]): number {
  const count = Math.max(1, samples.length)
  const meanX = samples.reduce((sum, sample) => sum + sample.operations, 0) / count
  const meanY = samples.reduce((sum, sample) => sum + sample.heap, 0) / count
  const spread = samples.reduce((sum, sample) => sum + (sample.operations - meanX) ** 2, 0)
  const joint = samples.reduce((sum, sample) => sum + (sample.operations - meanX) * (sample.heap - meanY), 0)
  return spread === 0 ? 0 : Math.round((joint / spread) * 1000 * 100) / 100
}
