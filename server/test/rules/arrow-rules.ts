/** Module → modules it may use; null: any front door, and nobody uses it. */
export type Arrows = Readonly<Record<string, readonly string[] | null>>

const ANY = 'any front door; nobody uses it'

/** The table "module | owns | may use" of ARCHITECTURE.md. */
export function arrowsOfDocument(text: string): Arrows {
  const rows = text.split('\n').map(line => line.split('|').map(cell => cell.trim()))
  const from = rows.findIndex(([, first, , third]) => first === 'module' && third === 'may use')
  if (from === -1) return {}
  const table = rows.slice(from + 2)
  const end = table.findIndex(cells => cells.length < 4)
  return Object.fromEntries(
    table
      .slice(0, end === -1 ? undefined : end)
      .map(([, module = '', , uses = '']) => [module, modulesIn(uses)]),
  )
}

/** Where two tables of arrows differ, module by module. */
export function arrowProblems(document: Arrows, configured: Arrows): string[] {
  const modules = [...new Set([...Object.keys(document), ...Object.keys(configured)])]
  return modules.flatMap(module => {
    const [written, checked] = [spelled(document[module]), spelled(configured[module])]
    return written === checked ? [] : [`${module}: the document says "${written}", the check "${checked}"`]
  })
}

function modulesIn(cell: string): readonly string[] | null {
  if (cell === ANY) return null
  return cell === '–' ? [] : cell.split(',').map(name => name.trim())
}

function spelled(uses: readonly string[] | null | undefined): string {
  if (uses === undefined) return 'no such module'
  return uses === null ? ANY : uses.toSorted().join(', ')
}
