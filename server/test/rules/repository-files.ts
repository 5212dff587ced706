import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')

/** A file as the rules see it: its path from the root, with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Everything git keeps or would keep: a file that is about to be added is held to the rules too. */
export function repositoryPaths(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const paths = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0')
  return [...new Set(paths)].filter(path => path !== '' && existsSync(join(ROOT, path))).sort()
}

export function readRepositoryFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** What people wrote: code, styles, pages and scripts; without what a program wrote. */
export function repositorySources(): SourceFile[] {
  return repositoryPaths()
    .filter(path => /\.(ts|tsx|mjs|js|css|html|sh)$/.test(path))
    .filter(path => !/\.generated\.ts$|^contract\/api\.d\.ts$/.test(path))
    .map(path => ({ path, text: readRepositoryFile(path) }))
}
