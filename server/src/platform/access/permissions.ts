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

export type Grant = {
  /** What it opens, for `docs/permissions.md`. */
  readonly opens: string
  readonly roles: readonly Role[]
  readonly keys: readonly KeyScope[]
  /** Whether somebody has it who is limited to some locations of the business. */
  readonly atLocations: 'yes' | 'no'
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
    atLocations: 'yes',
    refusal: { de: 'Ihre Rolle darf das nicht sehen.', en: 'Your role may not see this.' },
  },
  write: {
    opens: 'the work of the day: booking, moving, cancelling, customers, absences, callbacks, test calls',
    roles: ['operator', 'owner', 'manager', 'staff'],
    keys: ['all', 'write'],
    atLocations: 'yes',
    refusal: { de: 'Ihre Rolle darf nur lesen.', en: 'Your role may only read.' },
  },
  manage: {
    opens: 'what a location has and when it is open: staff, rooms, hours, closures, telephone of people',
    roles: ['operator', 'owner', 'manager'],
    keys: ['all', 'write', 'manage'],
    atLocations: 'yes',
    refusal: { de: 'Das dürfen nur Leitung und Inhaber.', en: 'Only managers and owners may do this.' },
  },
  business: {
    opens:
      'what holds for the whole business: services, policies, tiers, articles, settings, calendars elsewhere',
    roles: ['operator', 'owner', 'manager'],
    keys: ['all', 'write', 'manage'],
    atLocations: 'no',
    refusal: { de: 'Das dürfen nur Leitung und Inhaber.', en: 'Only managers and owners may do this.' },
  },
  all: {
    opens: 'what runs behind it: jobs and incoming events',
    roles: ['operator', 'owner', 'manager'],
    keys: ['all'],
    atLocations: 'no',
    refusal: { de: 'Das dürfen nur Leitung und Inhaber.', en: 'Only managers and owners may do this.' },
  },
  receptionist: {
    opens: 'the receptionist on the telephone: its definition, publishing it, going back',
    roles: ['operator', 'owner', 'manager'],
    keys: ['all'],
    atLocations: 'no',
    refusal: { de: 'Das dürfen nur Leitung und Inhaber.', en: 'Only managers and owners may do this.' },
  },
  audit: {
    opens: 'the record of changes: who changed what, from what to what',
    roles: ['operator', 'owner'],
    keys: ['all'],
    atLocations: 'no',
    refusal: { de: 'Das dürfen nur Inhaber.', en: 'Only owners may do this.' },
  },
  own: {
    opens: 'one’s own login: session, password, second factor',
    roles: ['operator', 'owner', 'manager', 'staff', 'viewer'],
    keys: [],
    atLocations: 'yes',
    refusal: {
      de: 'Das gehört zu einer Anmeldung, nicht zu einem Schlüssel.',
      en: 'This belongs to a login, not to a key.',
    },
  },
  people: {
    opens: 'who works with the business’s account: people, roles, invitations',
    roles: ['operator', 'owner'],
    keys: [],
    atLocations: 'no',
    refusal: { de: 'Das dürfen nur Inhaber.', en: 'Only owners may do this.' },
  },
  keys: {
    opens: 'API keys',
    roles: ['operator', 'owner'],
    keys: [],
    atLocations: 'no',
    refusal: { de: 'Das dürfen nur Inhaber.', en: 'Only owners may do this.' },
  },
  operate: {
    opens: 'how all businesses of the installation are: figures and failures, nothing of their customers',
    roles: ['operator'],
    keys: [],
    atLocations: 'no',
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

/** What is left of them to whoever is limited to some locations; null: to all of them. */
export function permissionsAt(
  locations: readonly string[] | null,
  permissions: ReadonlySet<Permission>,
): ReadonlySet<Permission> {
  if (locations === null) return permissions
  return new Set([...permissions].filter(name => grantOf(name).atLocations === 'yes'))
}

export const OTHER_LOCATIONS: BothLanguages = {
  de: 'Ihr Zugang gilt für einzelne Filialen, dies betrifft das ganze Unternehmen.',
  en: 'Your access is for single locations, and this concerns the whole business.',
}

export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  return new Set(PERMISSION_NAMES.filter(name => grantOf(name).keys.some(scope => scopes.includes(scope))))
}

function grantOf(name: Permission): Grant {
  return PERMISSIONS[name]
}
