import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { parseTimePhrase } from '../../modules/reception/index.ts'
import { isTimeZone } from '../../platform/time/zoned.ts'
import type { Command } from './command.ts'

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
const question = z.object({
  phrase: z.string(),
  now: z.string(),
  zone: z.string().refine(isTimeZone, { error: 'is not a time zone' }),
  lang: z.enum(['de', 'en']).default('de'),
  opens: clock.optional(),
  closes: clock.optional(),
})

export const timeParse: Command = {
  name: 'time parse',
  usage: 'time parse [PHRASE] [--now ISO] [--zone Europe/Berlin] [--lang de|en]',
  summary: 'Says what a phrase about time means; without a phrase reads JSON Lines from standard input.',
  run: async words => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        now: { type: 'string', default: Temporal.Now.instant().toString() },
        zone: { type: 'string', default: 'Europe/Berlin' },
        lang: { type: 'string', default: 'de' },
        json: { type: 'boolean', default: false },
      },
    })
    if (positionals.length > 0) {
      console.log(JSON.stringify(answer({ ...values, phrase: positionals.join(' ') })))
      return 0
    }
    for await (const line of createInterface({ input: process.stdin }))
      if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answerLine(line))}\n`)
    return 0
  },
}

/** A bad line gets its error in its place; the rest goes on. */
function answerLine(line: string): unknown {
  try {
    return answer(JSON.parse(line))
  } catch {
    return { error: { code: 'platform/malformed-body', detail: 'The line is not JSON.' } }
  }
}

function answer(given: unknown): unknown {
  const parsed = question.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return {
      error: { code: 'platform/invalid-request', field: issue?.path.join('.') ?? '', detail: issue?.message },
    }
  }
  const { phrase, now, opens, closes, ...rest } = parsed.data
  let instant: Temporal.Instant
  try {
    instant = Temporal.Instant.from(now)
  } catch {
    return { error: { code: 'platform/invalid-request', field: 'now', detail: `"${now}" is not an instant` } }
  }
  const result = parseTimePhrase(phrase, {
    ...rest,
    now: instant,
    ...(opens === undefined ? {} : { opens }),
    ...(closes === undefined ? {} : { closes }),
  })
  return { phrase, ...result }
}
