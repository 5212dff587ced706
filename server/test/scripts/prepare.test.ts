import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../rules/repository-files.ts'

/**
 * `scripts/prepare.mjs` in a small checkout of its own. npm, the Node it brings and Vite are stand-ins that write down
 * that they were called: what is asked here is when they are called, and what is left when one of them fails.
 */
let checkout: string
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'askpro-prepare-'))
  await cp(join(ROOT, 'scripts/prepare.mjs'), join(checkout, 'scripts/prepare.mjs'))
  await cp(join(ROOT, 'scripts/prepare'), join(checkout, 'scripts/prepare'), { recursive: true })
  await write('package-lock.json', JSON.stringify(LOCKFILE))
  await write('web/index.html', 'first')
  await program('bin/npm', `echo "npm $*" >> ${checkout}/calls; ${INSTALL}`)
})
afterEach(() => rm(checkout, { recursive: true, force: true }))

const LOCKFILE = {
  packages: {
    '': {},
    'node_modules/node': { version: process.version.slice(1), integrity: 'sha512-node' },
    'node_modules/elsewhere': { version: '1.0.0', integrity: 'sha512-other', optional: true },
  },
}

/** What `npm ci` leaves: its own record, the project's Node, and a Vite that copies the page. */
const INSTALL = `
rm -rf node_modules; mkdir -p node_modules/.bin node_modules/node/bin node_modules/vite/bin
ln -s ${process.execPath} node_modules/node/bin/node; ln -s ../node/bin/node node_modules/.bin/node
echo '${JSON.stringify({ packages: { 'node_modules/node': LOCKFILE.packages['node_modules/node'] } })}' > node_modules/.package-lock.json
cat > node_modules/vite/bin/vite.js <<'VITE'
const fs = require('node:fs')
fs.appendFileSync('calls', 'vite\\n')
const page = fs.readFileSync('web/index.html', 'utf8')
if (page === 'broken') { console.error('the page is broken'); process.exit(1) }
const out = process.argv[process.argv.indexOf('--outDir') + 1]
fs.mkdirSync(out, { recursive: true })
fs.writeFileSync(out + '/index.html', page)
VITE
`

describe('In a fresh clone, preparing', () => {
  test('installs what the lockfile says, for development too, and then builds the web application', async () => {
    await prepare()
    expect(await calls()).toEqual(['npm ci --include=dev --no-audit --no-fund --loglevel=error', 'vite'])
  })

  test('says so in a line for each step, and nothing on standard output', async () => {
    const { stdout, stderr } = await prepare()
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(2)
  })

  test('leaves the web application alone when told to', async () => {
    await prepare('--no-web')
    expect(await calls()).toHaveLength(1)
  })

  test('by two at once installs once', async () => {
    await Promise.all([prepare(), prepare()])
    expect(await calls()).toEqual(['npm ci --include=dev --no-audit --no-fund --loglevel=error', 'vite'])
  })

  test('does not wait for somebody who was killed meanwhile', async () => {
    await write('tmp/prepare.lock', '4194303')
    await prepare('--no-web')
    expect(await calls()).toHaveLength(1)
  })

  test('shows what npm said when it fails', async () => {
    await program('bin/npm', 'echo "no network today" >&2; exit 1')
    const { code, stderr } = await prepare()
    expect([code, stderr]).toEqual([1, expect.stringContaining('no network today')])
  })

  test('fetches the Node that npm was told not to fetch', async () => {
    const withoutScripts = `${INSTALL} rm -rf node_modules/.bin/node node_modules/node/bin/node
      echo "require('node:fs').symlinkSync('${process.execPath}', 'bin/node')" > node_modules/node/installArchSpecificPackage.js`
    await program('bin/npm', withoutScripts)
    expect(await prepare('--no-web')).toMatchObject({ code: 0 })
    expect(await exists('node_modules/.bin/node')).toBe(true)
  })

  test('refuses another Node than the one of the lockfile', async () => {
    const other = { packages: { ...LOCKFILE.packages, 'node_modules/node': { version: '26.0.1' } } }
    await write('package-lock.json', JSON.stringify(other))
    await program('bin/npm', `${INSTALL} echo > node_modules/node/installArchSpecificPackage.js`)
    const { code, stderr } = await prepare('--no-web')
    expect([code, stderr]).toEqual([1, expect.stringContaining('should be Node v26.0.1')])
  })
})

describe('Preparing again', () => {
  beforeEach(async () => {
    await prepare()
    await rm(join(checkout, 'calls'))
  })

  test('does nothing and says nothing', async () => {
    expect(await prepare()).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await calls()).toEqual([])
  })

  test('installs and builds again when the lockfile changed', async () => {
    await write('package-lock.json', JSON.stringify({ ...LOCKFILE, changed: true }))
    await write('node_modules/.package-lock.json', '{"packages":{}}')
    await prepare()
    expect(await calls()).toEqual(['npm ci --include=dev --no-audit --no-fund --loglevel=error', 'vite'])
  })

  test('takes over what somebody installed by hand', async () => {
    await rm(join(checkout, 'node_modules/.installed-from'))
    await prepare()
    expect(await calls()).toEqual([])
  })

  test('installs again when an installation was never finished', async () => {
    await rm(join(checkout, 'node_modules/.installed-from'))
    await rm(join(checkout, 'node_modules/.package-lock.json'))
    await prepare()
    expect(await calls()).toEqual(['npm ci --include=dev --no-audit --no-fund --loglevel=error'])
  })

  test.each(['web/index.html', 'web/src/new-page.tsx', 'contract/openapi.json'])(
    'builds the web application again when %s changed',
    async path => {
      await write(path, 'second')
      await prepare()
      expect(await calls()).toEqual(['vite'])
    },
  )

  test('keeps the working build when the new one fails', async () => {
    await write('web/index.html', 'broken')
    const { code, stderr } = await prepare()
    expect([code, stderr]).toEqual([1, expect.stringContaining('the page is broken')])
    expect(await readFile(join(checkout, 'web/dist/index.html'), 'utf8')).toBe('first')
  })

  test('never installs through a link into another checkout', async () => {
    const other = await mkdtemp(join(tmpdir(), 'askpro-other-'))
    await cp(join(checkout, 'node_modules'), join(other, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    await rm(join(checkout, 'node_modules'), { recursive: true })
    await symlink(join(other, 'node_modules'), join(checkout, 'node_modules'))
    await write('package-lock.json', JSON.stringify({ ...LOCKFILE, changed: true }))
    await prepare()
    expect(await calls()).not.toContain('npm ci --include=dev --no-audit --no-fund --loglevel=error')
    await rm(other, { recursive: true })
  })
})

function prepare(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: [join(checkout, 'bin'), process.env.PATH].join(delimiter) }
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['scripts/prepare.mjs', ...args],
      { cwd: checkout, env },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

async function calls(): Promise<string[]> {
  const text = await readFile(join(checkout, 'calls'), 'utf8').catch(() => '')
  return text.split('\n').filter(line => line !== '')
}

async function program(path: string, script: string): Promise<void> {
  await write(path, `#!/bin/sh\nset -e\n${script}\n`)
  await chmod(join(checkout, path), 0o755)
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(checkout, path, '..'), { recursive: true })
  await writeFile(join(checkout, path), text)
}

function exists(path: string): Promise<boolean> {
  return readFile(join(checkout, path)).then(
    () => true,
    () => false,
  )
}
