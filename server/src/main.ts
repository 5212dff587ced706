import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// A third of a start is compiling what was compiled before. Where the folder cannot be written, Node goes on without.
enableCompileCache(join(import.meta.dirname, '../../tmp/compile-cache'))

const { runWords } = await import('./roles/cli/run-words.ts')

/** `askpro <command>` */
process.exitCode = await runWords(process.argv.slice(2))
