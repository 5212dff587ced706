import type { Command } from './command.ts'

/** Each command is loaded when it is called: a phrase about time needs neither database nor web server. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  web: async () => (await import('./start.ts')).web,
  worker: async () => (await import('./start.ts')).worker,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  'tenant create': async () => (await import('./tenant.ts')).tenantCreate,
  'tenant list': async () => (await import('./tenant.ts')).tenantList,
  'tenant show': async () => (await import('./tenant.ts')).tenantShow,
  'tenant number': async () => (await import('./tenant-number.ts')).tenantNumber,
  'tenant-check': async () => (await import('./tenant-check.ts')).tenantCheck,
  'api-key create': async () => (await import('./api-key.ts')).apiKeyCreate,
  'api-key list': async () => (await import('./api-key.ts')).apiKeyList,
  'api-key rotate': async () => (await import('./api-key.ts')).apiKeyRotate,
  'api-key revoke': async () => (await import('./api-key.ts')).apiKeyRevoke,
  'user invite': async () => (await import('./user.ts')).userInvite,
  'user reset-second-factor': async () => (await import('./user.ts')).userResetSecondFactor,
  'user operator': async () => (await import('./user.ts')).userOperator,
  'call chat': async () => (await import('./call-chat.ts')).callChat,
  'call replay': async () => (await import('./call-replay.ts')).callReplay,
  'call script': async () => (await import('./call-script.ts')).callScript,
  'call simulate': async () => (await import('./call-simulate.ts')).callSimulate,
  'voice addresses': async () => (await import('./voice-addresses.ts')).voiceAddresses,
  'outage drill': async () => (await import('./outage-drill.ts')).outageDrill,
  'time parse': async () => (await import('./time-parse.ts')).timeParse,
  slots: async () => (await import('./slots.ts')).slots,
  'claims evaluate': async () => (await import('./claims-evaluate.ts')).claimsEvaluate,
  'recurrence expand': async () => (await import('./recurrence-expand.ts')).recurrenceExpand,
  'slot explain': async () => (await import('./slot-explain.ts')).slotExplain,
  health: async () => (await import('./health.ts')).health,
  openapi: async () => (await import('./openapi.ts')).openapi,
  'audit verify': async () => (await import('./audit-verify.ts')).auditVerify,
  'secrets rotate': async () => (await import('./secrets.ts')).secretsRotate,
  'jobs status': async () => (await import('./jobs.ts')).jobsStatus,
  'jobs retry': async () => (await import('./jobs.ts')).jobsRetry,
  'jobs discard': async () => (await import('./jobs.ts')).jobsDiscard,
  'cache status': async () => (await import('./cache.ts')).cacheStatus,
  'cache warm': async () => (await import('./cache.ts')).cacheWarm,
  'cache clear': async () => (await import('./cache.ts')).cacheClear,
  'sentry-test': async () => (await import('./sentry-test.ts')).sentryTest,
  'demo reset': async () => (await import('./demo-reset.ts')).demoReset,
}

/** The command whose name the words begin with, and the words behind it. */
export async function findCommand(
  words: readonly string[],
): Promise<{ command: Command; rest: string[] } | null> {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    if (Object.hasOwn(COMMANDS, name)) {
      const command = await (COMMANDS[name] as () => Promise<Command>)()
      return { command, rest: words.slice(length) }
    }
  }
  return null
}

/** One line for each command. */
export async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map(load => load()))
  const width = Math.max(...commands.map(command => command.name.length))
  const lines = commands.map(command => `  ${command.name.padEnd(width)}  ${command.summary.split('\n')[0]}`)
  return ['askpro <command> [--help]', '', ...lines].join('\n')
}
