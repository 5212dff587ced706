/** One line of a calendar file, unfolded: `DTSTART;TZID=Europe/Berlin:20261128T090000`. Names are in capitals. */
export type IcalProperty = {
  readonly name: string
  readonly params: ReadonlyMap<string, string>
  /** As written: text is still escaped. */
  readonly value: string
}

export type IcalComponent = {
  readonly name: string
  readonly properties: readonly IcalProperty[]
  readonly components: readonly IcalComponent[]
}

/** Why a file cannot be read as a calendar. A file that ends too early is one: what is missing must not pass as free. */
export type IcalProblem = { readonly problem: string }

type Open = { name: string; properties: IcalProperty[]; components: IcalComponent[] }

const MOST_LINES = 1_000_000
const DEEPEST = 8

/**
 * The calendars (`VCALENDAR`) of a file of RFC 5545. Lines that are none are passed over, as other programs do;
 * nesting and number of lines are bounded.
 */
export function readCalendars(text: string): readonly IcalComponent[] | IcalProblem {
  const root: Open = { name: '', properties: [], components: [] }
  const open: Open[] = [root]
  let lines = 0
  for (const line of unfolded(text)) {
    lines += 1
    if (lines > MOST_LINES) return { problem: `has more than ${MOST_LINES} lines` }
    const property = readLine(line)
    if (property === null) continue
    const problem = takeProperty(open, property)
    if (problem !== null) return problem
  }
  if (open.length > 1) return { problem: `ends within ${open.at(-1)?.name}` }
  const calendars = root.components.filter(component => component.name === 'VCALENDAR')
  return calendars.length > 0 ? calendars : { problem: 'is no calendar' }
}

function takeProperty(open: Open[], property: IcalProperty): IcalProblem | null {
  const current = open.at(-1)
  if (current === undefined) return null
  const value = property.value.trim().toUpperCase()
  if (property.name === 'BEGIN') {
    if (open.length > DEEPEST) return { problem: `is nested more than ${DEEPEST} deep` }
    open.push({ name: value, properties: [], components: [] })
  } else if (property.name === 'END') {
    if (open.length === 1 || current.name !== value) return { problem: `ends ${value} where it never began` }
    open.pop()
    open.at(-1)?.components.push(current)
  } else current.properties.push(property)
  return null
}

/** Long lines are folded: a line that begins with a blank goes on with the one before. */
function* unfolded(text: string): Generator<string> {
  let line: string | null = null
  for (const part of text.split(/\r\n|\n|\r/)) {
    if (line !== null && (part.startsWith(' ') || part.startsWith('\t'))) line += part.slice(1)
    else {
      if (line !== null) yield line
      line = part
    }
  }
  if (line !== null) yield line
}

const NAME = /^[A-Za-z0-9-]+/

function readLine(line: string): IcalProperty | null {
  const name = NAME.exec(line)?.[0]
  if (name === undefined) return null
  const params = new Map<string, string>()
  let at = name.length
  while (line[at] === ';') {
    const param = readParam(line, at + 1)
    if (param === null) return null
    params.set(param.name, param.value)
    at = param.end
  }
  if (line[at] !== ':') return null
  return { name: name.toUpperCase(), params, value: line.slice(at + 1) }
}

/** `NAME=value` or `NAME="value"`; of several values the first. */
function readParam(line: string, from: number): { name: string; value: string; end: number } | null {
  PARAM.lastIndex = from
  const match = PARAM.exec(line)
  if (match === null) return null
  const [all, name = '', quoted, plain = ''] = match
  return { name: name.toUpperCase(), value: quoted ?? plain, end: from + all.length }
}

const PARAM = /([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:,]*))(?:,(?:"[^"]*"|[^";:,]*))*/y

/** The first property of a name. */
export function propertyOf(component: IcalComponent, name: string): IcalProperty | null {
  return component.properties.find(property => property.name === name) ?? null
}

export function propertiesOf(component: IcalComponent, name: string): readonly IcalProperty[] {
  return component.properties.filter(property => property.name === name)
}

/** The text of a property with its escapes resolved; null if it is not there. */
export function textOf(component: IcalComponent, name: string): string | null {
  const value = propertyOf(component, name)?.value
  if (value === undefined) return null
  return value.replace(/\\([nN\\;,])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
}
