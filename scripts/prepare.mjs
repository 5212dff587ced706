/**
 * Brings a checkout to where the product can run: packages, the Node they bring, the built web application.
 * npm runs it before `start`, `test` and the others; `--no-web` leaves the web application alone.
 *
 * Plain JavaScript and no package: it runs before anything is installed, on whatever Node the machine has.
 * One line per step, all of them to standard error, because the output of a command belongs to that command.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb, webIsBuilt } from './prepare/build-web.mjs'
import { dependenciesAreInstalled, installDependencies } from './prepare/install-dependencies.mjs'
import { oneAtATime } from './prepare/one-at-a-time.mjs'

const OLDEST_NODE = 20
const root = fileURLToPath(new URL('..', import.meta.url))
const withWeb = !process.argv.includes('--no-web')

const steps = [
  { isDone: dependenciesAreInstalled, run: installDependencies },
  { isDone: checkout => !withWeb || webIsBuilt(checkout), run: buildWeb },
]

try {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    throw new Error(`This needs Node ${OLDEST_NODE} or newer to install; here is ${process.version}.`)
  if (!steps.every(step => step.isDone(root)))
    await oneAtATime(join(root, 'tmp/prepare.lock'), async () => {
      // Asked again: whoever held the lock before may have done it.
      for (const step of steps) if (!step.isDone(root)) await step.run(root, say)
    })
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function say(line) {
  process.stderr.write(`${line}\n`)
}
