import { ConfigError } from './config.ts'
import { findCommand, overview } from './roles/cli/commands.ts'

/** `askpro <command>`: finds the command, runs it, turns its problems into one sentence and an exit code. */
const [, , ...words] = process.argv
const found = findCommand(words)

if (!found) {
  const asked = words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')
  console[asked ? 'log' : 'error'](
    asked ? overview() : `There is no command "${words.join(' ')}".\n\n${overview()}`,
  )
  process.exitCode = asked ? 0 : 2
} else if (found.rest.includes('--help') || found.rest.includes('-h')) {
  console.log(`askpro ${found.command.usage}\n\n${found.command.summary}`)
} else {
  try {
    process.exitCode = await found.command.run(found.rest)
  } catch (error) {
    console.error(explain(error))
    process.exitCode = error instanceof ConfigError || isUsageError(error) ? 2 : 1
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  const port = (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? ' Set PORT to another one.' : ''

  return `askpro: ${error.message}${cause}${port}`
}

function isUsageError(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code ?? '').startsWith('ERR_PARSE_ARGS')
}
