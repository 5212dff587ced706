import { localDateOf } from '../../../platform/time/zoned.ts'
import type { Service } from '../../catalogue/index.ts'
import { fold } from '../domain/dialogue/understand/hear.ts'
import { intends } from '../domain/dialogue/understand/meaning.ts'
import { says } from '../domain/dialogue/understand/phrase-pattern.ts'
import type { Understanding } from '../domain/dialogue/understand/understanding.ts'
import { lexiconOf } from '../domain/dialogue/words/lexicons.ts'
import { spokenDuration } from '../domain/speech/spoken-duration.ts'
import { spokenWeek } from '../domain/speech/spoken-hours.ts'
import { spokenPrice } from '../domain/speech/spoken-price.ts'
import { openingOn } from './opening-on.ts'
import { resolveWhen } from './resolve-when.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolContext, ToolParts } from './tool.ts'

/** A question as it was understood, with the service that was talked about before, if it names none itself. */
export type Question = { readonly heard: Understanding; readonly service: string | null }

const MOST_SPOKEN = 3

/** What hours, prices, durations and staff answer for certain; null: the question is about something else. */
export async function answerFromCatalogue(
  parts: ToolParts,
  context: ToolContext,
  question: Question,
): Promise<string | null> {
  const { heard } = question
  if (intends(heard, 'question_rules')) return await sayRules(parts, context, heard)
  if (intends(heard, 'question_presence') && heard.staff?.kind === 'named')
    return await sayPresence(parts, context, heard.staff.name)
  const aboutService = intends(heard, 'question_price', 'question_duration')
  const aboutHours = intends(heard, 'question_hours') && !(heard.service !== null && aboutService)
  if (aboutHours) return await sayHours(parts, context, heard)
  if (intends(heard, 'question_staff')) return await sayStaff(parts, context, question)
  const services = servicesAsked(context, question)
  return aboutService && services.length > 0 ? sayPrices(context, services) : null
}

/** What it answers if nothing else does: everything that can be booked, and what it costs. */
export function answerInGeneral({ known, lang }: ToolContext, { heard }: Question): string | null {
  if (!intends(heard, 'question_price', 'question_duration', 'question_services')) return null
  return sentencesOf(lang).services(known.services.map(({ name }) => name))
}

function servicesAsked({ known }: ToolContext, { heard, service }: Question): Service[] {
  const names = heard.service?.candidates ?? (service === null ? [] : [service])
  return known.services.filter(({ name }) => names.includes(name))
}

function sayPrices({ lang }: ToolContext, services: readonly Service[]): string {
  return sentencesOf(lang).servicePrices(
    services.slice(0, MOST_SPOKEN).map(service => ({
      ...service,
      price: spokenPrice(service.priceMinor, service.currency, lang),
      duration: spokenDuration(service.minutes, lang),
    })),
  )
}

/** Of the day that was named, or of today and the week. */
async function sayHours(parts: ToolParts, context: ToolContext, heard: Understanding): Promise<string> {
  const { tenant, now, lang } = context
  const sentences = sentencesOf(lang)
  const { opening } = context.known
  const today = localDateOf(now.epochMilliseconds, tenant.timeZone)
  const date = dayNamed(parts, context, { heard, opening })
  const windows = await openingOn(parts, context, date ?? today)
  if (date !== null)
    return windows.length === 0
      ? sentences.closedOn(sentences.todayIs(date))
      : sentences.openOn(sentences.todayIs(date), windows)
  return sentences.today({
    today: sentences.todayIs(today),
    opening: windows.length === 0 ? sentences.closedToday : sentences.openToday(windows),
    week: sentences.week(spokenWeek(parts.catalogue.weekFrom(opening, today), lang)),
  })
}

/** Until when cancelling or moving is free, where one rule holds for the whole business. */
async function sayRules(
  { scheduling }: ToolParts,
  { tx, known, lang }: ToolContext,
  heard: Understanding,
): Promise<string | null> {
  const kind = says(lexiconOf(lang).intents.move, fold(heard.text)) ? 'move' : 'cancel'
  const policies = (await scheduling.readPolicies(tx)).filter(policy => policy.kind === kind)
  if (policies.some(({ scope }) => scope !== 'tenant')) return null
  const { notice_minutes: notice, beyond, fee } = policies[0]?.rules ?? {}
  const minor = fee?.kind === 'fixed' ? fee.minor : null
  const [service] = known.services
  return sentencesOf(lang).changeRules(kind, {
    hours: notice == null ? null : Math.ceil(notice / 60),
    beyond: beyond ?? null,
    fee: minor === null ? null : spokenPrice(minor, service?.currency ?? 'EUR', lang),
  })
}

/** When somebody works, who keeps the hours of the business where they have none of their own. */
async function sayPresence(
  { catalogue }: ToolParts,
  { tx, tenant, now, lang }: ToolContext,
  person: string,
): Promise<string | null> {
  const [location, ...staff] = await catalogue.weeks(tx)
  const own = staff.find(({ name }) => name === person)?.week
  if (!location || !own) return null
  const today = localDateOf(now.epochMilliseconds, tenant.timeZone)
  const week = catalogue.weekFrom(own.length > 0 ? own : location.week, today)
  return sentencesOf(lang).worksOn(person, spokenWeek(week, lang))
}

function dayNamed(
  { catalogue }: ToolParts,
  context: ToolContext,
  { heard, opening }: { heard: Understanding; opening: Parameters<typeof resolveWhen>[2]['opening'] },
): Temporal.PlainDate | null {
  if (heard.time === null) return null
  const resolved = resolveWhen(catalogue, context, { phrase: heard.time.phrase, opening })
  const range = 'status' in resolved ? undefined : resolved.wanted?.ranges[0]
  if (range === undefined) return null
  const zone = context.tenant.timeZone
  const first = localDateOf(range.start, zone)
  return first.equals(localDateOf(range.end - 1, zone)) ? first : null
}

/** Who does a service, what a person does, whether one does the other, or who works here at all. */
async function sayStaff(
  { catalogue }: ToolParts,
  { tx, lang }: ToolContext,
  { heard }: Question,
): Promise<string | null> {
  const sentences = sentencesOf(lang)
  const work = await catalogue.whoDoesWhat(tx)
  const person = heard.staff?.kind === 'named' ? heard.staff.name : null
  const [service, ...others] = heard.service?.candidates ?? []
  if (service === undefined) {
    if (person === null && !says(lexiconOf(lang).staff.who, fold(heard.text))) return null
    if (person === null) return sentences.team([...new Set(work.map(({ staff }) => staff))])
    return sentences.doesServices(
      person,
      work.filter(({ staff }) => staff === person).map(entry => entry.service),
    )
  }
  const able = [service, ...others].flatMap(name => work.filter(entry => entry.service === name))
  const people = [...new Set(able.map(({ staff }) => staff))]
  if (people.length === 0) return null
  const named = others.length === 0 ? service : (heard.service?.text ?? service)
  if (person === null) return sentences.doneBy(named, people)
  return people.includes(person)
    ? sentences.yesDoes(person, named)
    : sentences.noDoesNot(person, { service: named, people })
}
