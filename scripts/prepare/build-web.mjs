import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from './run.mjs'

const DIST = 'web/dist'
/** Inside the build it speaks of: whoever replaces the build by other means removes it too. */
const MARKER = 'web/dist/.built-from'
/** A toolkit of another version makes another application. */
const SOURCES = ['web', 'contract', 'package-lock.json']

/** True when the build was made from exactly the present sources, by content: a switch of branches changes times. */
export function webIsBuilt(root) {
  const marker = join(root, MARKER)
  return existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint(root)
}

/** Builds beside the present build and swaps them, so that a broken build leaves the working one where it was. */
export async function buildWeb(root, say) {
  say('Building the web application …')
  const builtFrom = fingerprint(root)
  const fresh = join(root, `tmp/web-dist-${process.pid}`)
  const vite = [
    'node_modules/vite/bin/vite.js',
    'build',
    'web',
    '--outDir',
    fresh,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  try {
    await run(join(root, 'node_modules/.bin/node'), vite, { cwd: root })
    rmSync(join(root, DIST), { recursive: true, force: true })
    renameSync(fresh, join(root, DIST))
    writeFileSync(join(root, MARKER), builtFrom)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(source => filesBelow(join(root, source), root)).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return `${hash.digest('hex')}\n`
}

/** Paths relative to the root, of a folder's files or of one file; without the build itself. */
function filesBelow(path, root) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat || relative(root, path) === DIST) return []
  if (!stat.isDirectory()) return [relative(root, path)]
  return readdirSync(path).flatMap(name => filesBelow(join(path, name), root))
}
