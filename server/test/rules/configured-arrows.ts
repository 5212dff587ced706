import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Arrows } from './arrow-rules.ts'
import { ROOT } from './repository-files.ts'

type Configuration = {
  readonly arrows: Readonly<Record<string, readonly string[]>>
  readonly onlookers: readonly string[]
  readonly default: { readonly forbidden: ReadonlyArray<{ readonly name: string }> }
}

/** The arrows that the dependency check enforces. */
export async function readArrows(): Promise<Arrows> {
  const { arrows, onlookers } = await readConfiguration()
  return { ...arrows, ...Object.fromEntries(onlookers.map(module => [module, null])) }
}

export async function readRuleNames(): Promise<string[]> {
  const { default: rules } = await readConfiguration()
  return rules.forbidden.map(rule => rule.name)
}

async function readConfiguration(): Promise<Configuration> {
  return (await import(pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href)) as Configuration
}
