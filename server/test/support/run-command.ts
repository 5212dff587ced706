import { vi } from 'vitest'
import { runWords } from '../../src/roles/cli/run-words.ts'

/**
 * A command inside this process: the same words, configuration and printing, and nearly a second less than a process
 * of its own. Not for commands that read what is typed; log lines are not in `error`. One at a time.
 */
export async function runCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; out: string; error: string }> {
  let out = ''
  let error = ''
  const log = vi.spyOn(console, 'log').mockImplementation(text => {
    out += `${text}\n`
  })
  const problem = vi.spyOn(console, 'error').mockImplementation(text => {
    error += `${text}\n`
  })
  const before = process.env
  process.env = { ...env }
  try {
    const code = await runWords(words)
    return { code, out, error }
  } finally {
    process.env = before
    log.mockRestore()
    problem.mockRestore()
  }
}
