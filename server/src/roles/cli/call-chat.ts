import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { App } from '../../app.ts'
import type { Config } from '../../config.ts'
import { LANGUAGES, type Language } from '../../platform/i18n/language.ts'
import type { CallId, TenantId } from '../../platform/ids/ids.ts'
import { newId } from '../../platform/ids/ids.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { installationKind, markInstallation } from '../../worlds/installation.ts'
import { seedWorlds } from '../../worlds/seed-worlds.ts'
import { type Command, withApp } from './command.ts'

/** `lang` undefined: the known caller's language, else the business's. */
type Who = {
  readonly tenantId: TenantId
  readonly caller: string | null
  readonly lang: Language | undefined
}
type Chat = { readonly say: 'text' | 'json'; readonly tools: 'shown' | 'hidden' }

export const callChat: Command = {
  name: 'call chat',
  usage: 'call chat --tenant SLUG [--from NUMBER] [--at ISO] [--lang de|en] [--verbose] [--json]',
  summary:
    'Talk to the receptionist in the terminal; what is booked is really booked. Ctrl-D hangs up.\n' +
    '--at says when the call takes place, --verbose shows what the receptionist looks up, and standard input may be a file.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        tenant: { type: 'string' },
        from: { type: 'string' },
        at: { type: 'string' },
        lang: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const { tenant: slug, from, at } = values
    const lang = LANGUAGES.find(known => known === values.lang)
    if (!slug || (values.lang !== undefined && lang === undefined)) {
      console.error(`askpro ${callChat.usage}`)
      return 2
    }
    const chat: Chat = { say: values.json ? 'json' : 'text', tools: values.verbose ? 'shown' : 'hidden' }
    const work = async (app: App, config: Config): Promise<number> => {
      if (config.demo) await makeDemo(app)
      const tenant = await app.modules.tenants.findBySlug(slug)
      if (!tenant) throw new Error(`There is no business with the short name "${slug}".`)
      const caller = from === undefined ? null : app.modules.customers.parsePhone(from)
      if (from !== undefined && caller === null) throw new Error(`"${from}" is not a phone number.`)
      return await converse(app, { tenantId: tenant.id, caller, lang, chat })
    }
    return at === undefined ? await withApp(work) : await withApp(work, { clock: clockFrom(at) })
  },
}

/** The demo businesses, as the first start would make them; never beside real ones. */
async function makeDemo(app: App): Promise<void> {
  await markInstallation(app.platform, 'demo')
  if ((await installationKind(app.platform)) === 'demo') await seedWorlds(app)
}

/** Goes on from the given moment as a real clock does. */
function clockFrom(text: string): Clock {
  const begun = performance.now()
  let start: Temporal.Instant
  try {
    start = Temporal.Instant.from(text)
  } catch (error) {
    throw new Error(`"${text}" is not an instant such as 2026-11-24T09:00:00+01:00.`, { cause: error })
  }
  return { now: () => start.add({ milliseconds: Math.round(performance.now() - begun) }) }
}

async function converse(app: App, { chat, ...who }: Who & { chat: Chat }): Promise<number> {
  const { conversation } = app.modules.reception
  const { tenantId } = who
  const { callId, turn } = await begin(app, who)
  const seen = new Set<string>()
  if (chat.say === 'json') console.log(JSON.stringify({ call_id: callId }))
  else if (chat.tools === 'shown') console.log(`Call ${callId}`)
  const answer = async (text: string): Promise<void> => {
    if (chat.tools === 'shown') await showTools(app, { tenantId, callId, seen, chat })
    show(chat, 'receptionist', text)
  }
  await answer(turn.text)
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: '> ',
    terminal: false,
  })
  const asks = process.stdin.isTTY && chat.say === 'text'
  if (asks) process.stdout.write('> ')
  for await (const line of lines) {
    if (line.trim() === '') continue
    if (!process.stdin.isTTY) show(chat, 'caller', line)
    const heard = await conversation.hear(tenantId, { callId, text: line.slice(0, 2000) })
    await answer(heard.turn.text)
    if (heard.ended) return 0
    if (asks) process.stdout.write('> ')
  }
  await conversation.end(tenantId, callId)
  return 0
}

async function begin(app: App, { tenantId, caller, lang }: Who) {
  const { tenants, voice, reception } = app.modules
  const connection = await voice.connections.find('browser')
  return await app.platform.db.inTenant(tenantId, async tx => {
    const tenant = await tenants.read(tx)
    const [called] = await tenants.numbers(tx)
    if (!connection || !called) throw new Error('This business has no phone number yet.')
    return await reception.conversation.start(tx, {
      connectionId: connection.id,
      provider: 'browser',
      providerCallId: `terminal_${newId<'test-call'>()}`,
      locationId: tenant.locationId,
      direction: 'inbound',
      callerE164: caller,
      calledE164: called,
      language: lang,
    })
  })
}

async function showTools(
  app: App,
  { tenantId, callId, seen, chat }: { tenantId: TenantId; callId: CallId; seen: Set<string>; chat: Chat },
): Promise<void> {
  const timeline = await app.platform.db.inTenant(tenantId, tx => app.modules.calls.readTimeline(tx, callId))
  for (const entry of timeline.filter(({ kind, id }) => kind === 'tool' && !seen.has(id))) {
    seen.add(entry.id)
    const { status } = entry.result as { status?: string }
    const { name, arguments: args, took_ms } = entry
    if (chat.say === 'json')
      console.log(JSON.stringify({ who: 'tool', name, arguments: args, status, took_ms }))
    else console.log(`    [${name} ${JSON.stringify(args)} → ${status}, ${Math.round(took_ms ?? 0)} ms]`)
  }
}

function show(chat: Chat, who: 'caller' | 'receptionist', text: string): void {
  if (chat.say === 'json') console.log(JSON.stringify({ who, text }))
  else console.log(who === 'caller' ? `> ${text}` : text)
}
