import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { words } from './words.ts'

const folder = join(import.meta.dirname, '..')
const sources = globSync('**/*.{ts,tsx}', { cwd: folder })
  .filter(path => !path.includes('.test.') && !path.startsWith('text/de'))
  .map(path => readFileSync(join(folder, path), 'utf8'))
  .join('\n')

const isUsed = (path: string, group?: string) =>
  new RegExp(`\\bwords\\.${path}\\b`).test(sources) ||
  (group !== undefined && sources.includes(`words.${group}[`))

test('no sentence waits in the table that nobody says', () => {
  const unused = Object.entries(words).flatMap(([group, said]) =>
    typeof said === 'object'
      ? Object.keys(said)
          .filter(name => !isUsed(`${group}.${name}`, group))
          .map(name => `${group}.${name}`)
      : isUsed(group)
        ? []
        : [group],
  )
  expect(unused).toEqual([])
})
