/**
 * `npm run dev`: the product, started anew when its source changes, and Vite in front of it, which shows changes of
 * the web application at once. Ctrl-C, or the end of one, ends both.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

const product = run(
  '--watch',
  '--watch-path=server/src',
  '--watch-path=sandbox',
  'server/src/main.ts',
  'start',
)
const web = run('node_modules/vite/bin/vite.js', 'web')

/** In a group of its own: the terminal's Ctrl-C must reach each of them once, from here. */
function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', detached: true })
  child.once('exit', code => {
    process.exitCode ||= code ?? 0
    stop('SIGTERM')
  })
  return child
}

function stop(signal: NodeJS.Signals): void {
  for (const child of [product, web])
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
}

process.on('SIGINT', () => stop('SIGINT'))
process.on('SIGTERM', () => stop('SIGTERM'))
