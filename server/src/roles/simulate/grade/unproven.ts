import type { Act, ToolRun } from '../../../modules/reception/index.ts'

/** Acts that claim an effect, and the fact of the call that must be committed by then. */
const receiptOf: Partial<Record<Act, readonly string[]>> = {
  booked: ['booked'],
  moved: ['moved'],
  cancelled: ['cancelled'],
  waitlist_joined: ['waitlist'],
  callback_noted: ['callback'],
  wish_noted: ['wish'],
  transfer: ['transferred'],
}

/** Words that state a fact of the calendar, the catalogue or an effect; only a tool may have brought them up. */
const statesFact =
  /\d|\b(?:uhr|euro|cent|o'clock|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|june|july|october|december|gebucht|eingetragen|verschoben|abgesagt|storniert|reserviert|vorgemerkt|notiert|booked|moved|cancelled|reserved|noted|warteliste gesetzt|on the waiting list)\b/iu

export type SpokenTurn = {
  readonly acts: readonly Act[]
  readonly text: string
  readonly ended: boolean
}

/**
 * What a turn says without proof: an act that claims an effect without the committed fact, and words of facts that no
 * tool of this call has answered. `facts`: kinds committed so far. `ran`: every tool run of the call so far.
 */
export function unproven(
  turn: SpokenTurn,
  { facts, ran, own }: { facts: readonly string[]; ran: readonly ToolRun[]; own: readonly string[] },
): string[] {
  const claims = turn.acts.flatMap(act => {
    const receipts = receiptOf[act]
    return receipts && !receipts.some(kind => facts.includes(kind))
      ? [`claims "${act}" without a committed row`]
      : []
  })
  const rest = withoutProven(turn.text, [...ran.flatMap(({ answer }) => textsIn(answer)), ...own])
  const word = statesFact.exec(rest)?.[0]
  return word === undefined ? claims : [...claims, `says "${word}" and no tool said so: "${turn.text}"`]
}

/** Takes out what tools said, longest first. */
function withoutProven(text: string, proven: readonly string[]): string {
  return proven
    .filter(part => part.length > 1)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, part) => left.split(part).join(' '), text)
}

/** A tool's question may be answered instead of spoken; what it stated before stands. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...sentencesOf(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
