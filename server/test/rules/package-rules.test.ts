import { describe, expect, test } from 'vitest'
import {
  decidedPackageProblems,
  lockfileProblems,
  mixedVersionProblems,
  versionProblems,
} from './package-rules.ts'

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

describe('A package', () => {
  const manifest = JSON.stringify({ dependencies: { a: '1.0.0' }, devDependencies: { '@b/c': '1.0.0' } })
  const decision = (...lines: string[]): string => ['| package | for |', '|---|---|', ...lines].join('\n')

  test('with a line in the decision is good, also beside others', () => {
    expect(decidedPackageProblems(manifest, decision('| `a`, `@b/c` | see `other` |'))).toEqual([])
  })

  test.each([
    ['without a line', decision('| `a` | x |'), '@b/c has no line'],
    ['with a line only', decision('| `a` | x |', '| `@b/c`, `d` | x |'), 'd has a line and is not installed'],
    ['with two lines', decision('| `a`, `@b/c` | x |', '| `a` | x |'), 'a has two lines'],
  ])('%s is found', (_what, text, problem) => {
    expect(decidedPackageProblems(manifest, text).join()).toContain(problem)
  })
})
