import { ConfigError } from '../../config.ts'
import { findCommand, overview } from './commands.ts'

/** Finds the command that the words name, runs it, and turns its problems into one sentence. Returns the exit code. */
export async function runWords(words: readonly string[]): Promise<number> {
  const found = await findCommand(words)
  if (!found) return await explainCommands(words)
  if (found.rest.includes('--help') || found.rest.includes('-h')) {
    console.log(`askpro ${found.command.usage}\n\n${found.command.summary}`)
    return 0
  }
  try {
    return await found.command.run(found.rest)
  } catch (error) {
    console.error(explain(error))
    return error instanceof ConfigError || isUsageError(error) ? 2 : 1
  }
}

async function explainCommands(words: readonly string[]): Promise<number> {
  const asked = words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')
  if (asked) console.log(await overview())
  else console.error(`There is no command "${words.join(' ')}".\n\n${await overview()}`)
  return asked ? 0 : 2
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  const port = (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? '. Set PORT to another one.' : ''
  return `askpro: ${error.message}${cause}${port}`
}

function isUsageError(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code ?? '').startsWith('ERR_PARSE_ARGS')
}
