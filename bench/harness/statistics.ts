/** Durations of one kind of request, in milliseconds. */
export type Spread = {
  readonly count: number
  readonly p50_ms: number
  readonly p95_ms: number
  readonly p99_ms: number
  readonly max_ms: number
}

export function spread(durationsMs: readonly number[]): Spread {
  const sorted = Float64Array.from(durationsMs).sort()
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
  return { count: sorted.length, p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99), max_ms: at(1) }
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

export function rounded(value: number, digits = 2): number {
  const power = 10 ** digits
  return Math.round(value * power) / power
}

/**
 * How cost grows with size: the exponent k of cost ≈ c · sizeᵏ by least squares over the logarithms. 0: not at all,
 * 1: in proportion. Takes at least two sizes.
 */
export function growthExponent(points: ReadonlyArray<{ size: number; cost: number }>): number {
  const logs = points.map(point => ({ x: Math.log(point.size), y: Math.log(point.cost) }))
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length
  const above = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0)
  const below = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  return rounded(above / below)
}
