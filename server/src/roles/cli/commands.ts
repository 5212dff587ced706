import { apiKeyCreate, apiKeyList, apiKeyRevoke } from './api-key.ts'
import { callChat } from './call-chat.ts'
import { callReplay } from './call-replay.ts'
import { callSimulate } from './call-simulate.ts'
import type { Command } from './command.ts'
import { demoReset } from './demo-reset.ts'
import { health } from './health.ts'
import { jobsDiscard, jobsRetry, jobsStatus } from './jobs.ts'
import { migrateCommand } from './migrate.ts'
import { openapi } from './openapi.ts'
import { recurrenceExpand } from './recurrence-expand.ts'
import { sentryTest } from './sentry-test.ts'
import { slotExplain } from './slot-explain.ts'
import { slots } from './slots.ts'
import { start, web, worker } from './start.ts'
import { tenantCreate, tenantList, tenantShow } from './tenant.ts'
import { timeParse } from './time-parse.ts'

const commands: readonly Command[] = [
  start,
  web,
  worker,
  migrateCommand,
  tenantCreate,
  tenantList,
  tenantShow,
  apiKeyCreate,
  apiKeyList,
  apiKeyRevoke,
  callChat,
  callReplay,
  callSimulate,
  timeParse,
  slots,
  recurrenceExpand,
  slotExplain,
  health,
  openapi,
  jobsStatus,
  jobsRetry,
  jobsDiscard,
  sentryTest,
  demoReset,
]

/** The command whose name the words begin with, and the words behind it. */
export function findCommand(words: readonly string[]): { command: Command; rest: string[] } | null {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = commands.find(candidate => candidate.name === name)
    if (command && name !== '') return { command, rest: words.slice(name.split(' ').length) }
  }
  return null
}

export function overview(): string {
  const width = Math.max(...commands.map(command => command.name.length))
  const lines = commands.map(command => `  ${command.name.padEnd(width)}  ${command.summary.split('\n')[0]}`)
  return ['askpro <command> [--help]', '', ...lines].join('\n')
}
