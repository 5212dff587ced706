import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRuleNames } from './configured-arrows.ts'
import { ROOT } from './repository-files.ts'

/** One import that must not be, and the rule that says so. The files are made, and hold nothing else. */
const FORBIDDEN: ReadonlyArray<[from: string, to: string, rule: string]> = [
  ['modules/customers/views.ts', 'modules/calls/index.ts', 'customers-arrows'],
  ['modules/tenants/views.ts', 'modules/reporting/index.ts', 'tenants-arrows'],
  ['modules/ops/health.ts', 'modules/reporting/index.ts', 'ops-arrows'],
  ['modules/unheard-of/index.ts', 'platform/ids/ids.ts', 'listed-modules-only'],
  ['modules/calls/end-call.ts', 'modules/customers/store.ts', 'front-doors-only'],
  ['app.ts', 'modules/customers/store.ts', 'front-doors-from-outside'],
  ['roles/serve.ts', 'modules/customers/store.ts', 'front-doors-from-outside'],
  ['modules/calls/domain/call.ts', 'platform/db/database.ts', 'domain-is-pure'],
  ['modules/calls/domain/timeline.ts', 'modules/calls/store.ts', 'domain-is-pure'],
  ['modules/calls/domain/digest.ts', 'node:crypto', 'domain-is-pure'],
  ['modules/calls/domain/schema.ts', 'zod', 'domain-is-pure'],
  ['platform/http/routes.ts', 'modules/customers/index.ts', 'platform-knows-no-business'],
  ['platform/http/limits.ts', 'config.ts', 'platform-knows-no-business'],
  ['modules/calls/routes.ts', 'app.ts', 'modules-do-not-look-up'],
  ['modules/calls/settings.ts', 'config.ts', 'modules-do-not-look-up'],
  ['roles/simulators.ts', 'sandbox/mail/start-mail.ts', 'server-without-sandbox'],
  ['sandbox/mail/mailbox.ts', 'platform/ids/ids.ts', 'sandbox-without-server'],
  ['server/test/look-inside.test.ts', 'sandbox/mail/mail-box.ts', 'tests-start-simulators'],
  ['web/src/pages/day.ts', 'platform/ids/ids.ts', 'web-knows-the-contract'],
  ['web/src/ui/button.ts', 'web/src/pages/day.ts', 'web-ui-knows-no-routes-and-no-api'],
  ['web/src/util/hash.ts', 'node:crypto', 'web-runs-in-a-browser'],
  ['scripts/prepare.mjs', 'zod', 'prepare-needs-nothing'],
  ['modules/voice/index.ts', 'retell-sdk', 'retell-sdk-at-home'],
  ['modules/messaging/jobs.ts', 'nodemailer', 'nodemailer-at-home'],
  ['modules/reception/converse.ts', 'ai', 'ai-at-home'],
  ['modules/reception/converse.ts', '@ai-sdk/anthropic', '@ai-sdk-at-home'],
  ['modules/reception/invite.ts', 'ical-generator', 'ical-generator-at-home'],
  ['modules/reception/phone.ts', 'libphonenumber-js', 'libphonenumber-js-at-home'],
  ['modules/catalogue/hours.ts', 'date-holidays', 'date-holidays-at-home'],
  ['modules/scheduling/jobs.ts', 'graphile-worker', 'graphile-worker-at-home'],
  ['modules/scheduling/routes.ts', 'fastify', 'fastify-at-home'],
  ['modules/scheduling/store.ts', 'pg', 'pg-at-home'],
  ['platform/jobs/report.ts', 'pino', 'pino-at-home'],
  ['platform/jobs/figures.ts', 'prom-client', 'prom-client-at-home'],
  ['platform/jobs/notes.ts', 'pino-roll', 'pino-roll-at-home'],
  ['platform/jobs/spans.ts', '@opentelemetry/api', '@opentelemetry-at-home'],
  ['modules/ops/alarm.ts', '@sentry/node', '@sentry-at-home'],
  ['modules/ops/people.ts', 'better-auth', 'better-auth-at-home'],
  ['modules/tenants/secret.ts', '@zxcvbn-ts/language-common', '@zxcvbn-ts-at-home'],
  ['web/src/pages/today/badge.tsx', 'uqr', 'uqr-at-home'],
  ['modules/reporting/export.ts', 'write-excel-file/node', 'write-excel-file-at-home'],
  ['modules/messaging/retry.ts', 'cockatiel', 'cockatiel-at-home'],
  ['modules/voice/ask.ts', 'undici', 'undici-at-home'],
  ['modules/voice/check.ts', 'ipaddr.js', 'ipaddr.js-at-home'],
  ['modules/voice/counts.ts', '@redis/client', '@redis-at-home'],
  ['modules/messaging/receive.ts', 'smtp-server', 'smtp-server-at-home'],
  ['modules/messaging/read.ts', 'mailparser', 'mailparser-at-home'],
  ['modules/calendars/google/read.ts', 'tsdav', 'tsdav-at-home'],
  ['modules/calendars/microsoft/zones.ts', 'windows-iana', 'windows-iana-at-home'],
  ['modules/catalogue/repeat.ts', 'rrule-temporal', 'rrule-temporal-at-home'],
  ['verify/model/seed.ts', 'server/test/support/seed.ts', 'no-test-material-in-proofs'],
  ['modules/scheduling/draw.ts', 'fast-check', 'no-development-packages'],
  ['modules/scheduling/view.ts', 'modules/scheduling/testing/people.ts', 'no-test-material'],
  ['modules/scheduling/seed.ts', 'server/test/support/seed.ts', 'no-test-material'],
  ['modules/identity/one.ts', 'modules/identity/other.ts', 'no-cycles'],
  ['modules/identity/lost.ts', './nowhere.ts', 'everything-resolves'],
]

const ALLOWED: ReadonlyArray<[from: string, to: string]> = [
  ['modules/calls/views.ts', 'modules/scheduling/index.ts'],
  ['modules/reporting/views.ts', 'modules/voice/index.ts'],
  ['modules/calls/domain/fact.ts', 'platform/time/clock.ts'],
  ['modules/calls/domain/outcome.test.ts', 'node:crypto'],
  ['modules/calls/call.test.ts', 'server/test/support/product.ts'],
  ['server/test/support/product.ts', 'sandbox/mail/start-mail.ts'],
  ['modules/voice/retell/verify.ts', 'retell-sdk'],
  ['platform/db/connect.ts', 'pg'],
]

/** Imports of types that go where the same import of a value may not. */
const TYPES: ReadonlyArray<[from: string, to: string, rule: string | null]> = [
  ['modules/calls/answer.ts', 'fastify', null],
  ['modules/customers/types.ts', 'modules/calls/index.ts', 'customers-arrows'],
]

let folder: string
let found: Map<string, string[]>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'askpro-arrows-'))
  for (const name of ['node_modules', 'package.json', 'tsconfig.json'])
    await symlink(join(ROOT, name), join(folder, name))
  const back: [string, string] = ['modules/identity/other.ts', 'modules/identity/one.ts']
  const imports = [...FORBIDDEN, ...ALLOWED, back].map(([from, to]) => [from, to, 'import'] as const)
  const types = TYPES.map(([from, to]) => [from, to, 'import type'] as const)
  for (const file of new Set([...imports, ...types].flat().filter(isOurs))) await write(file, '')
  for (const [from, to, keyword] of [...imports, ...types]) await write(from, importOf(keyword, from, to))
  found = await violations()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('An import', () => {
  test.each(FORBIDDEN)('from %s to %s breaks %s', (from, _to, rule) => {
    expect(found.get(place(from))).toContain(rule)
  })

  test.each(ALLOWED)('from %s to %s is allowed', from => {
    expect(found.get(place(from)) ?? []).toEqual([])
  })
})

test('Every rule is shown to find what it forbids', async () => {
  const shown = FORBIDDEN.map(([, , rule]) => rule)
  const names = await readRuleNames()
  expect(names.filter(name => !shown.includes(name) && !name.endsWith('-arrows'))).toEqual([])
})

describe('A type', () => {
  test.each(TYPES)('from %s to %s breaks %s', (from, _to, rule) => {
    expect(found.get(place(from)) ?? []).toEqual(rule === null ? [] : [rule])
  })
})

/** The names of the broken rules for each file, as the dependency check reports them. */
async function violations(): Promise<Map<string, string[]>> {
  const check = join(ROOT, 'node_modules/.bin/depcruise')
  const args = ['--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json']
  const folders = ['server', 'sandbox', 'web', 'scripts', 'verify']
  const report = await new Promise<string>((resolve, reject) => {
    // Its exit code is the number of violations.
    execFile(
      check,
      [...args, ...folders],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        stdout === '' ? reject(new Error(stderr, { cause: error })) : resolve(stdout),
    )
  })
  const { summary } = JSON.parse(report) as {
    summary: { violations: Array<{ from: string; rule: { name: string } }> }
  }
  const byFile = Map.groupBy(summary.violations, violation => violation.from)
  return new Map([...byFile].map(([from, all]) => [from, all.map(violation => violation.rule.name)]))
}

async function write(path: string, text: string): Promise<void> {
  const file = join(folder, place(path))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text, { flag: 'a' })
}

function importOf(keyword: string, from: string, to: string): string {
  const target = isOurs(to) ? `${'../'.repeat(place(from).split('/').length - 1)}${place(to)}` : to
  return `${keyword} * as target from '${target.startsWith('.') || !isOurs(to) ? target : `./${target}`}'\nexport { target }\n`
}

/** The tables name files of the server from its source folder. */
function place(path: string): string {
  return /^(server|sandbox|web|scripts|bench|verify)\//.test(path) ? path : `server/src/${path}`
}

function isOurs(target: string): boolean {
  return !target.startsWith('.') && /[.](ts|mjs)$/.test(target)
}
