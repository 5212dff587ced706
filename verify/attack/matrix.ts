/** Who asked for what, and what came of it: counts, and a table to read. */
export function createMatrix() {
  const cells = new Map<string, Map<string, Map<string, number>>>()
  const needs = new Set<string>()

  return {
    count(who: string, need: string, outcome: string): void {
      needs.add(need)
      const row = cells.get(who) ?? new Map<string, Map<string, number>>()
      const cell = row.get(need) ?? new Map<string, number>()
      cell.set(outcome, (cell.get(outcome) ?? 0) + 1)
      cells.set(who, row.set(need, cell))
    },
    totals(): Record<string, number> {
      const totals: Record<string, number> = {}
      for (const row of cells.values())
        for (const cell of row.values())
          for (const [outcome, count] of cell) totals[outcome] = (totals[outcome] ?? 0) + count
      return totals
    },
    /** A line for each who asked: `read 54 in · write 40 not allowed`. */
    text(): string {
      const width = Math.max(...[...cells.keys()].map(name => name.length))
      return [...cells]
        .map(([who, row]) => {
          const told = [...needs].flatMap(need => {
            const cell = row.get(need)
            if (!cell) return []
            return `${need} ${[...cell].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`
          })
          return `${who.padEnd(width)}  ${told.join(' · ')}`
        })
        .join('\n')
    },
  }
}
