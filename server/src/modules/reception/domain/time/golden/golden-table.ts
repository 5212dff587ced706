import { readdirSync, readFileSync } from 'node:fs'
import type { TimeContext, TimeLanguage, When } from '../time-result.ts'

/**
 * The golden phrases: `*.txt` beside this file. A line "@ 2026-11-20T10:00 lang=en opens=09:00 closes=18:00"
 * sets where and when the following phrases are said, "# …" names the concept, "phrase = meaning" is one fact.
 */
interface GoldenPhrase {
  readonly phrase: string
  readonly meaning: string
  readonly said: string
  readonly context: TimeContext
}

export function goldenFiles(): readonly string[] {
  return readdirSync(import.meta.dirname).filter(name => name.endsWith('.txt'))
}

export function readGolden(file: string): readonly GoldenPhrase[] {
  const phrases: GoldenPhrase[] = []
  let said = ''
  for (const line of readFileSync(`${import.meta.dirname}/${file}`, 'utf8').split('\n')) {
    if (line.startsWith('@')) said = line.slice(2)
    const cut = line.indexOf(' = ')
    if (cut === -1 || line.startsWith('@') || line.startsWith('#')) continue
    phrases.push({
      phrase: line.slice(0, cut),
      meaning: line.slice(cut + 3),
      said,
      context: contextOf(said),
    })
  }
  return phrases
}

function contextOf(said: string): TimeContext {
  const [local = '', ...settings] = said.split(' ')
  const values = new Map(settings.map(setting => splitOnce(setting)))
  const zone = values.get('zone') ?? 'Europe/Berlin'
  const opens = values.get('opens')
  const closes = values.get('closes')
  const about = values.get('about')
  return {
    now: Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant(),
    zone,
    lang: (values.get('lang') ?? 'de') as TimeLanguage,
    ...(opens === undefined ? {} : { opens }),
    ...(closes === undefined ? {} : { closes }),
    ...(about === undefined ? {} : { context: JSON.parse(about) as When }),
  }
}

function splitOnce(setting: string): [name: string, value: string] {
  const cut = setting.indexOf('=')
  return [setting.slice(0, cut), setting.slice(cut + 1)]
}
