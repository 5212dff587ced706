import { runWords } from './roles/cli/run-words.ts'

/** `askpro <command>` */
process.exitCode = await runWords(process.argv.slice(2))
