import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { goldenFiles, readGolden } from './golden/golden-table.ts'
import { readLexemes } from './lexicon.ts'
import { recognise } from './recognise.ts'
import type { Rule } from './rules/rule.ts'

it('no rule begins with a meaning that it is not listed for', async () => {
  const rules = await everyRule()
  for (const { phrase, context } of goldenFiles().flatMap(readGolden)) {
    const lexemes = readLexemes(phrase, context.lang)
    const reached = Math.max(0, ...rules.map(rule => rule(lexemes, 0)?.next ?? 0))
    const first = recognise(lexemes)[0]
    if (reached > 0) expect({ phrase, next: first?.next }).toEqual({ phrase, next: reached })
  }
})

async function everyRule(): Promise<readonly Rule[]> {
  const files = readdirSync(`${import.meta.dirname}/rules`)
    .filter(file => !file.endsWith('.test.ts'))
    .map(file => file.slice(0, -'.ts'.length))
  const modules = await Promise.all(files.map(file => import(`./rules/${file}.ts`)))
  return modules.flatMap(module =>
    Object.entries(module).flatMap(([name, value]) => (name.endsWith('Rule') ? [value as Rule] : [])),
  )
}
