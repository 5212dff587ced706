/**
 * When the simulators stop. They belong to the process that started them and never outlive it: the end of the
 * IPC channel, or of a piped stdin, is the end of the parent. SIGTERM stops them too. SIGINT reaches the whole
 * foreground group at Ctrl-C; the parent may still need them while it drains, so it decides, and only a person
 * who started them by hand in a terminal is obeyed.
 */
import { fstatSync } from 'node:fs'

const FORCED_EXIT_MS = 10_000

/** Calls `stop` once, at the first sign that it is time; exits by force if that takes longer than 10 s. */
export function stopWithParent(stop: () => Promise<void>): void {
  const hasChannel = process.connected
  const stdin = !hasChannel && isPipe(0) ? process.stdin : null
  let stopping = false
  const stopOnce = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), FORCED_EXIT_MS).unref()
    if (process.connected) process.disconnect?.()
    stdin?.destroy()
    stop().catch((error: unknown) => {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`)
      process.exitCode = 1
    })
  }
  process.on('SIGTERM', stopOnce)
  process.on('SIGINT', () => {
    if (!hasChannel && process.stdin.isTTY) stopOnce()
  })
  if (hasChannel) process.once('disconnect', stopOnce)
  stdin?.once('end', stopOnce).once('error', stopOnce).resume()
}

/** Only a pipe ends with the parent: /dev/null has ended already, a terminal belongs to somebody else. */
function isPipe(fileDescriptor: number): boolean {
  try {
    const stat = fstatSync(fileDescriptor)
    return stat.isFIFO() || stat.isSocket()
  } catch {
    return false
  }
}
