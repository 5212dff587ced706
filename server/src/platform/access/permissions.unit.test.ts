import { describe, expect, test } from 'vitest'
import {
  PERMISSION_NAMES,
  PERMISSIONS,
  permissionsAt,
  permissionsOfRole,
  permissionsOfScopes,
  ROLES,
} from './permissions.ts'

describe('The table of permissions', () => {
  test('a viewer changes nothing but the own login', () => {
    expect([...permissionsOfRole('viewer')]).toEqual(['read', 'own'])
  })

  test('each role may what the roles below it may', () => {
    const sets = ROLES.map(permissionsOfRole)
    for (const [index, mine] of sets.entries())
      for (const below of sets.slice(index + 1))
        expect([...below].filter(name => !mine.has(name))).toEqual([])
  })

  test('a role is one of five words: other spellings are nobody (failure 97)', () => {
    for (const spelling of ['Owner', 'OWNER', 'super_admin', 'Super Admin', ''])
      expect(permissionsOfRole(spelling as 'owner').size).toBe(0)
  })

  test('a key reaches neither people nor keys nor a login, whatever its scopes', () => {
    const everything = permissionsOfScopes(['all', 'read', 'write', 'manage'])
    expect(['own', 'people', 'keys', 'operate'].filter(name => everything.has(name as 'own'))).toEqual([])
  })

  test('a key to write cannot read, and one to read cannot write', () => {
    expect([...permissionsOfScopes(['write'])]).toEqual(['write', 'manage', 'business'])
    expect([...permissionsOfScopes(['read'])]).toEqual(['read'])
  })

  test('whoever is limited to locations keeps the work of the day and of the location, and nothing of the business', () => {
    expect([...permissionsAt(['one'], permissionsOfRole('manager'))]).toEqual([
      'read',
      'write',
      'manage',
      'own',
    ])
    expect(permissionsAt(null, permissionsOfRole('manager'))).toEqual(permissionsOfRole('manager'))
  })

  test('only an operator sees more than one business', () => {
    expect(ROLES.filter(role => permissionsOfRole(role).has('operate'))).toEqual(['operator'])
  })

  test('an unknown scope opens nothing', () => {
    expect(permissionsOfScopes(['admin', 'ALL']).size).toBe(0)
  })

  test('every refusal is a sentence in both languages', () => {
    for (const name of PERMISSION_NAMES)
      for (const sentence of Object.values(PERMISSIONS[name].refusal)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})
