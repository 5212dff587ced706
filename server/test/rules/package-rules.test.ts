import { describe, expect, test } from 'vitest'
import { lockfileProblems, mixedVersionProblems, versionProblems } from './package-rules.ts'

const locked = (entry: object): string =>
  JSON.stringify({ packages: { '': { version: '0.1.0' }, 'node_modules/a': entry } })

describe('A lockfile', () => {
  test('of versions and checksums is good', () => {
    expect(lockfileProblems(locked({ version: '1.0.0', integrity: 'sha512-x' }))).toEqual([])
  })

  test('with an address to download from is found', () => {
    expect(
      lockfileProblems(locked({ version: '1.0.0', resolved: 'https://packages.example/a.tgz' })),
    ).toHaveLength(1)
  })

  test('with a package from elsewhere is found', () => {
    expect(lockfileProblems(locked({ version: 'git+ssh://git@host.example/a.git' }))).toHaveLength(1)
  })
})

describe('A version', () => {
  test.each(['1.2.3', '18.4.0-beta.17'])('%s is exact', version => {
    expect(versionProblems(JSON.stringify({ dependencies: { a: version } }))).toEqual([])
  })

  test.each([
    '^1.2.3',
    '~1.2.3',
    '1.2',
    '1.x',
    '*',
    'latest',
    '>=1.0.0',
    'file:../a',
    'https://host.example/a.tgz',
  ])('%s is not', version => {
    expect(versionProblems(JSON.stringify({ devDependencies: { a: version } }))).toHaveLength(1)
  })

  test('that overrides another is exact too', () => {
    expect(versionProblems(JSON.stringify({ overrides: { a: { b: '^1.0.0' } } }))).toHaveLength(1)
  })

  test('that differs within a scope is found', () => {
    const manifest = JSON.stringify({ dependencies: { '@mantine/core': '9.6.2', '@mantine/hooks': '9.6.1' } })
    expect(mixedVersionProblems(manifest, '@mantine')).toHaveLength(1)
  })

  test('may differ outside the scope', () => {
    const manifest = JSON.stringify({ dependencies: { '@mantine/core': '9.6.2', react: '19.3.0' } })
    expect(mixedVersionProblems(manifest, '@mantine')).toEqual([])
  })
})
