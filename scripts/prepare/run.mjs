import { spawn } from 'node:child_process'

const LAST_LINES = 25

/** Runs a program without showing its output; resolves to what it printed, or throws with the last lines of it. */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const output = []
    child.stdout.on('data', chunk => output.push(chunk))
    child.stderr.on('data', chunk => output.push(chunk))
    child.once('error', error =>
      reject(new Error(`${command} could not be run (${error.message}).`, { cause: error })),
    )
    child.once('close', code => {
      const text = Buffer.concat(output).toString()
      if (code === 0) return resolve(text)
      const end = text.trimEnd().split('\n').slice(-LAST_LINES).join('\n')
      reject(new Error(`${end}\n${[command, ...args].join(' ')} ended with code ${code}.`))
    })
  })
}
