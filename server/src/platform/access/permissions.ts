import type { BothLanguages } from '../i18n/language.ts'

/** Who people are to a business. `operator` is one for every business, by the installation and not by a membership. */
export const ROLES = ['operator', 'owner', 'manager', 'staff', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** The roles that a business gives to its people itself. */
export const MEMBER_ROLES = ['owner', 'manager', 'staff', 'viewer'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** What an API key may be made for. */
export const KEY_SCOPES = ['all', 'read', 'write', 'manage'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

type Grant = {
  /** What it opens, for `docs/permissions.md`. */
  readonly opens: string
  readonly roles: readonly Role[]
  readonly keys: readonly KeyScope[]
  /** Why somebody without it may not, in words for whoever looks at the thing. */
  readonly refusal: BothLanguages
}

/**
 * The one table of what may be done by whom. A route names a line of it (`config.access.scope`); the check of the
 * request, the fields `allowed` of answers and `docs/permissions.md` are made from it.
 */
export const PERMISSIONS = {
  read: {
    opens: 'seeing what the business sees: calls, appointments, customers, services, settings',
    roles: ['operator', 'owner', 'manager', 'staff', 'viewer'],
    keys: ['all', 'read'],
    refusal: { de: 'Ihre Rolle darf das nicht sehen.', en: 'Your role may not see this.' },
  },
  write: {
    opens: 'the work of the day: booking, moving, cancelling, customers, absences, callbacks, test calls',
    roles: ['operator', 'owner', 'manager', 'staff'],
    keys: ['all', 'write'],
    refusal: { de: 'Ihre Rolle darf nur lesen.', en: 'Your role may only read.' },
  },
  manage: {
    opens:
      'what the business offers and by which rules: staff, hours, closures, policies, tiers, articles, settings',
    roles: ['operator', 'owner', 'manager'],
    keys: ['all', 'write', 'manage'],
    refusal: { de: 'Das dürfen nur Leitung und Inhaber.', en: 'Only managers and owners may do this.' },
  },
  all: {
    opens: 'what runs behind it: jobs and incoming events',
    roles: ['operator', 'owner', 'manager'],
    keys: ['all'],
    refusal: { de: 'Das dürfen nur Leitung und Inhaber.', en: 'Only managers and owners may do this.' },
  },
  receptionist: {
    opens: 'the receptionist on the telephone: its definition, publishing it, going back',
    roles: ['operator', 'owner', 'manager'],
    keys: ['all'],
    refusal: { de: 'Das dürfen nur Leitung und Inhaber.', en: 'Only managers and owners may do this.' },
  },
  audit: {
    opens: 'the record of changes: who changed what, from what to what',
    roles: ['operator', 'owner'],
    keys: ['all'],
    refusal: { de: 'Das dürfen nur Inhaber.', en: 'Only owners may do this.' },
  },
  own: {
    opens: 'one’s own login: session, password, second factor',
    roles: ['operator', 'owner', 'manager', 'staff', 'viewer'],
    keys: [],
    refusal: {
      de: 'Das gehört zu einer Anmeldung, nicht zu einem Schlüssel.',
      en: 'This belongs to a login, not to a key.',
    },
  },
  people: {
    opens: 'who works with the business’s account: people, roles, invitations',
    roles: ['operator', 'owner'],
    keys: [],
    refusal: { de: 'Das dürfen nur Inhaber.', en: 'Only owners may do this.' },
  },
  keys: {
    opens: 'API keys',
    roles: ['operator', 'owner'],
    keys: [],
    refusal: { de: 'Das dürfen nur Inhaber.', en: 'Only owners may do this.' },
  },
  operate: {
    opens: 'how all businesses of the installation are: figures and failures, nothing of their customers',
    roles: ['operator'],
    keys: [],
    refusal: {
      de: 'Das dürfen nur Betreiber der Installation.',
      en: 'Only operators of the installation may do this.',
    },
  },
} as const satisfies Readonly<Record<string, Grant>>

export type Permission = keyof typeof PERMISSIONS

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[]

const BY_ROLE = new Map<Role, ReadonlySet<Permission>>(
  ROLES.map(role => [role, new Set(PERMISSION_NAMES.filter(name => grantOf(name).roles.includes(role)))]),
)

export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return BY_ROLE.get(role) ?? new Set()
}

export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  return new Set(PERMISSION_NAMES.filter(name => grantOf(name).keys.some(scope => scopes.includes(scope))))
}

function grantOf(name: Permission): Grant {
  return PERMISSIONS[name]
}
