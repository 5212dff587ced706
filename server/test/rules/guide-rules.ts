/** The rule that the guide for integrators has every address of the API, with what a key or a login needs for it. */

/** Permission of a route, in the page that is generated → scope in the guide. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  read: ['read'],
  write: ['write'],
  manage: ['manage'],
  business: ['manage'],
  all: ['all'],
  receptionist: ['receptionist'],
  audit: ['audit'],
  operate: ['operate'],
  own: ['a login', '–'],
  people: ['a login'],
  keys: ['a login'],
  nothing: ['–'],
}
/** These describe the others. */
const DESCRIPTION = /^GET \/docs/
const METHODS = '(?:GET|POST|PUT|PATCH|DELETE)'

/** Addresses that the guide lacks, has without need, or has under another scope than the page of permissions. */
export function addressProblems(guide: string, permissions: string): string[] {
  const wanted = routesOf(permissions)
  const written = new Map(
    rowsOf(guide).flatMap(({ cells, scopes }) =>
      addressesIn(cells).map(address => [address, scopes] as const),
    ),
  )
  return [
    ...[...wanted].filter(([address]) => !written.has(address)).map(([address]) => `${address} is missing`),
    ...[...written].flatMap(([address, scopes]) => {
      const need = wanted.get(address)
      if (need === undefined) return [`${address} is no address of the API`]
      const possible = SCOPES[need] ?? []
      return possible.some(scope => scopes.includes(scope))
        ? []
        : [`${address} needs ${need}, and has "${scopes.join(', ')}"`]
    }),
  ]
}

/** Each address of the API with its permission; ids are `{}`. */
function routesOf(permissions: string): ReadonlyMap<string, string> {
  const rows = permissions.matchAll(new RegExp(`^\\| \`(${METHODS}) /api/v1(/[^\`]+)\` \\| \`?(\\w+)`, 'gm'))
  return new Map(
    [...rows]
      .map(
        ([, method, path = '', need = '']) => [`${method} ${path.replaceAll(/:\w+/g, '{}')}`, need] as const,
      )
      .filter(([address]) => !DESCRIPTION.test(address)),
  )
}

function rowsOf(
  guide: string,
): ReadonlyArray<{ readonly cells: string; readonly scopes: readonly string[] }> {
  const table = /\n\| method and path \| scope \| does \|\n\|[-|]+\n((?:\|.*\n)+)/.exec(guide)?.[1] ?? ''
  return table
    .trim()
    .split('\n')
    .map(row => row.split(/(?<!\\)\|/).map(cell => cell.trim()))
    .map(([, cells = '', scopes = '']) => ({ cells, scopes: scopes.split(', ') }))
}

/**
 * "`GET /a`, `POST /a/{id}/b`, `…/c`": a method without a path has the next path, a path without a method the last
 * method; "…" stands for the last path, "…/c" for it with another end.
 */
function addressesIn(cell: string): string[] {
  const found: string[] = []
  let waiting: string[] = []
  let methods: string[] = []
  let path = ''
  for (const [, named = ''] of cell.matchAll(/`([^`]+)`/g)) {
    const [, listed, written = ''] = new RegExp(`^(${METHODS}(?:, ${METHODS})*)? ?(\\S*)$`).exec(named) ?? []
    const said = listed?.split(', ') ?? []
    if (written === '') {
      waiting = [...waiting, ...said]
      continue
    }
    methods = said.length > 0 ? [...waiting, ...said] : methods.slice(-1)
    waiting = []
    path = fullPath(written, path)
    found.push(...methods.map(method => `${method} ${path}`))
  }
  return found
}

function fullPath(written: string, last: string): string {
  const path = written.replace(/\?.*$/, '').replaceAll(/\{\w+\}/g, '{}')
  if (!path.startsWith('…')) return path
  return path === '…' ? last : last.replace(/\/[^/]*$/, path.slice(1))
}
