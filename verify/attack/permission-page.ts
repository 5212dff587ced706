import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What somebody limited to some locations meets: nothing, what is of these, or the same as everybody. */
type AtLocations = 'refused' | 'theirs' | 'shared'

/** What a route needs, as `docs/permissions.md` says it to everybody. */
export type RouteNeed = {
  readonly method: string
  /** With places: `/api/v1/calls/:id`. */
  readonly url: string
  readonly need:
    | { readonly kind: 'public' | 'secret-address' | 'operator-address' }
    | { readonly kind: 'signed'; readonly by: string }
    | { readonly kind: 'tenant'; readonly permission: string; readonly atLocations: AtLocations }
}

export type PermissionPage = {
  readonly routes: readonly RouteNeed[]
  /** `role owner`, `scope read`, … by permission. */
  readonly granted: ReadonlyMap<string, ReadonlySet<string>>
}

const PAGE = join(import.meta.dirname, '../../docs/permissions.md')
const ROUTE = /^\| `([A-Z]+) (\S+)` \| (.+) \| (refused|what is of theirs|as everybody|–) \|$/gm
const AT_LOCATIONS: Readonly<Record<string, AtLocations>> = {
  'what is of theirs': 'theirs',
  'as everybody': 'shared',
}
const PERMISSION = /^\| `(\w+)` \| (.+) \|$/gm

/** The page is the promise that is attacked: what it does not say, nobody may. */
export async function readPermissionPage(): Promise<PermissionPage> {
  const text = await readFile(PAGE, 'utf8')
  const roles =
    /^\| permission \| opens \| (.+) \| at single locations \| scopes of a key \|$/m
      .exec(text)?.[1]
      ?.split(' | ') ?? []
  const granted = [...text.matchAll(PERMISSION)].map(([, permission = '', cells = '']) => {
    const [, ...answers] = cells.split(' | ')
    const mayRoles = roles.filter((_role, index) => answers[index] === 'yes').map(role => `role ${role}`)
    const scopes = [...(answers.at(-1) ?? '').matchAll(/`(\w+)`/g)].map(([, scope]) => `scope ${scope}`)
    return [permission, new Set([...mayRoles, ...scopes])] as const
  })
  const routes = [...text.matchAll(ROUTE)].map(([, method = '', url = '', need = '', limited = '']) => ({
    ...{ method, url },
    need: needOf(need, AT_LOCATIONS[limited] ?? 'refused'),
  }))
  return { routes, granted: new Map(granted) }
}

function needOf(text: string, atLocations: AtLocations): RouteNeed['need'] {
  if (text.startsWith('nothing')) return { kind: 'public' }
  if (text.startsWith('a signature')) return { kind: 'signed', by: text.split(' ').at(-1) ?? '' }
  if (text.startsWith('the secret')) return { kind: 'secret-address' }
  if (text.startsWith('an address')) return { kind: 'operator-address' }
  const permission = /^`(\w+)`$/.exec(text)?.[1]
  if (permission === undefined) throw new Error(`docs/permissions.md has a need that is not known: ${text}`)
  return { kind: 'tenant', permission, atLocations }
}
