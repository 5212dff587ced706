import { loadConfig } from '../../config.ts'
import { openLog, reportLastWords } from '../open-log.ts'
import { type Role, type Running, serve } from '../serve.ts'
import { listenForStop, stopInTime } from '../stop-signals.ts'
import type { Command } from './command.ts'

export const start: Command = {
  name: 'start',
  usage: 'start',
  summary: 'Runs web and worker in one process; in demo mode with the simulators.',
  run: () => runRole('start'),
}

export const web: Command = {
  name: 'web',
  usage: 'web',
  summary: 'Answers HTTP requests; jobs are left to workers.',
  run: () => runRole('web'),
}

export const worker: Command = {
  name: 'worker',
  usage: 'worker',
  summary: 'Runs jobs; with PORT set it shows its health and metrics there.',
  run: () => runRole('worker'),
}

async function runRole(role: Role): Promise<number> {
  const config = loadConfig()
  const opened = await openLog(config, role)
  const { log } = opened
  reportLastWords(opened)
  const signals = listenForStop(log)
  const running = await serve(config, log, role)
  signals.onForce(running.force)
  console.log(banner(role, running, config.demo ? config.secrets.demoPassword : null))
  await signals.asked
  await stopInTime(log, running)
  await opened.close()
  return 0
}

function banner(role: Role, running: Running, demoPassword: string | null): string {
  if (role === 'worker')
    return running.url === null
      ? 'AskProAI worker is running.'
      : `AskProAI worker is running; health and metrics: ${running.url}`
  const lines = [``, `  AskProAI is running: ${running.url}/app/`]
  if (demoPassword !== null)
    lines.push(
      `  Demo login:          salon@demo.example (or practice@, garage@, consultants@), password ${demoPassword}`,
      `  Testanruf:           ${running.url}/app/test-call`,
    )
  if (running.simulators)
    lines.push(
      `  Telephone simulator: ${running.simulators.retell.url}`,
      `  Sent e-mail:         ${running.simulators.mail.url}`,
    )
  return [...lines, `  Stop with Ctrl-C.`, ``].join('\n')
}
