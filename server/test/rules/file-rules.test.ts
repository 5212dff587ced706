import { describe, expect, test } from 'vitest'
import {
  destroysNothing,
  isShortEnough,
  keepsToTheDatabase,
  leavesEnvironmentAlone,
  saysWhatIsInside,
  usesOutboundClient,
} from './file-rules.ts'

const named = (path: string): string[] => saysWhatIsInside({ path, text: '' })
const written = (text: string, path = 'server/src/modules/calls/views.ts') => ({ path, text })

describe('A name', () => {
  test.each([
    ['server/src/modules/calls/record-call-event.ts'],
    ['server/src/modules/catalogue/services/service.ts'],
    ['server/src/modules/catalogue/closures/holidays.unit.test.ts'],
    ['web/src/util/phone-text.ts'],
    ['web/src/forms/login-form.module.css'],
    ['.dependency-cruiser.mjs'],
    ['biome.json'],
  ])('%s is good', path => {
    expect(named(path)).toEqual([])
  })

  test.each([
    ['server/src/modules/calls/CallViews.ts', /"CallViews" is not kebab-case/],
    ['server/src/modules/calls/call_views.ts', /"call_views" is not kebab-case/],
    ['server/src/Modules/calls/views.ts', /"Modules" is not kebab-case/],
    ['server/src/modules/calls/string-utils.ts', /ends in a word that says nothing/],
    ['server/src/modules/calls/call-manager.test.ts', /ends in a word that says nothing/],
    ['web/src/pages/data.tsx', /ends in a word that says nothing/],
    ['server/src/helpers/format-date.ts', /"helpers" ends in a word that says nothing/],
  ])('%s is complained about', (path, problem) => {
    expect(named(path).join()).toMatch(problem)
  })
})

describe('A file', () => {
  const lines = (count: number): string => 'x\n'.repeat(count)

  test('of 400 lines is short enough', () => {
    expect(isShortEnough(written(lines(400)))).toEqual([])
  })

  test('of 401 lines is too long', () => {
    expect(isShortEnough(written(lines(401)))).toHaveLength(1)
  })

  test('of tests is no longer than others', () => {
    expect(isShortEnough(written(lines(400), 'server/test/x.test.ts'))).toEqual([])
    expect(isShortEnough(written(lines(401), 'server/test/x.test.ts'))).toHaveLength(1)
  })

  test('is not shorter for lacking its last line break', () => {
    expect(isShortEnough(written(`${lines(400)}x`))).toHaveLength(1)
  })
})

describe('The environment', () => {
  test.each([
    ['const port = process.env.PORT'],
    ["const port = process.env['PORT']"],
    ["const port = process['env'].PORT"],
    ['const port = process?.env?.PORT'],
    ['const { env } = process'],
    ["import { env } from 'node:process'"],
    ["import { argv, env as settings } from 'process'"],
  ])('is found in: %s', text => {
    expect(leavesEnvironmentAlone(written(text))).toHaveLength(1)
  })

  test.each([
    ['server/src/config.ts'],
    ['sandbox/main.ts'],
    ['scripts/run-checks.ts'],
    ['server/test/support/x.ts'],
  ])('may be read by %s', path => {
    expect(leavesEnvironmentAlone(written('process.env.PORT', path))).toEqual([])
  })

  test('is not meant by a variable of that name', () => {
    expect(leavesEnvironmentAlone(written('spawn(process.execPath, { env: environment })'))).toEqual([])
  })
})

describe('A request to the outside', () => {
  test('past the outbound client is found', () => {
    expect(usesOutboundClient(written('await fetch(url)'))).toHaveLength(1)
  })

  test.each([
    ["import { request } from 'undici'"],
    ["import http from 'node:http'"],
    ["import { connect } from 'node:tls'"],
    ["const { request } = await import('node:https')"],
  ])('is found in a client: %s', text => {
    expect(usesOutboundClient(written(text))).toHaveLength(1)
  })

  test.each([["import type { Server } from 'node:http'"], ["import { createServer } from 'node:net'"]])(
    'is not meant by %s',
    text => {
      expect(usesOutboundClient(written(text))).toEqual([])
    },
  )

  test('by the outbound client is its work', () => {
    expect(usesOutboundClient(written('fetch(url)', 'server/src/platform/resilience/outbound.ts'))).toEqual(
      [],
    )
  })

  test('is not meant by a function whose name ends so', () => {
    expect(usesOutboundClient(written('prefetch(url); queries.fetch(url)'))).toEqual([])
  })
})

describe('Writing a file', () => {
  test.each([["await writeFile('appointments.json', text)"], ["createWriteStream('calls.csv')"]])(
    'is found in: %s',
    text => {
      expect(keepsToTheDatabase(written(text))).toHaveLength(1)
    },
  )

  test('is how the secret key stays', () => {
    expect(keepsToTheDatabase(written("writeFileSync('key', secret)", 'server/src/config.ts'))).toEqual([])
  })

  test('is not meant by reading one', () => {
    expect(keepsToTheDatabase(written("await readFile('schema.sql')"))).toEqual([])
  })
})

describe('Destroying', () => {
  test.each(['drop database x', 'DROP  SCHEMA public cascade', 'truncate customer', 'drop owned by x'])(
    '%s is found',
    sql => {
      expect(destroysNothing(written(`await client.query('${sql}')`))).toHaveLength(1)
      expect(destroysNothing(written(sql, 'scripts/tidy.ts'))).toHaveLength(1)
      expect(destroysNothing(written(sql, 'server/migrations/0099_tidy.sql'))).toHaveLength(1)
    },
  )

  test('is the work of demo reset', () => {
    expect(destroysNothing(written('truncate x', 'server/src/roles/cli/demo-reset.ts'))).toEqual([])
  })

  test('is not meant by a function that shortens', () => {
    expect(destroysNothing(written('truncate(text, 80)'))).toEqual([])
  })
})
