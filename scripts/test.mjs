/**
 * `npm test`: everything that must hold, in order, up to the first that does not. `--quick` (`npm run check`) is the
 * part that takes less than a minute. Plain JavaScript, so that an old Node answers with a sentence.
 */
if (Number(process.versions.node.split('.')[0]) < 26) {
  console.error(`The tests run on the Node of this project, and this is ${process.version}. Run: npm test`)
  process.exit(1)
}
const { runChecks } = await import('./run-checks.ts')
process.exitCode = await runChecks({ extent: process.argv.includes('--quick') ? 'quick' : 'whole' })
