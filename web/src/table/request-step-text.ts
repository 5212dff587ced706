import type { RequestStep, RequestStepKind } from '../api/contract.ts'
import { withoutMarks } from '../text/without-marks.ts'
import { wordFor, words } from '../text/words.ts'
import type { Tone } from '../ui/badge.tsx'
import { pb } from '../util/path-builder.ts'

/** What a step of a request is called: by its name where we have a word for it, else as it is. */
export const requestStepTitle = ({ kind, name }: Pick<RequestStep, 'kind' | 'name'>): string =>
  namesOf(kind)
    .map(table => wordFor(table, name) ?? wordFor(table, eventOf(name)))
    .find(found => found !== undefined) ?? name

/** An event's key is what was sent and which one: `call_ended/8f…`. */
const eventOf = (key: string) => key.split('/')[0] ?? key

const namesOf = (kind: RequestStepKind): Readonly<Record<string, string>>[] => {
  if (kind === 'job') return [words.jobs.name]
  if (kind === 'appointment_change') return [words.requests.change]
  return [words.timeline.stepName, words.inbox.eventName]
}

/** How a step went, in a word; null when it has no state. */
export const requestStepState = ({
  kind,
  state,
}: Pick<RequestStep, 'kind' | 'state'>): { text: string; tone: Tone } | null => {
  if (state === null) return null
  return { text: wordFor(statesOf(kind), state) ?? state, tone: toneOf(state) }
}

const statesOf = (kind: RequestStepKind): Readonly<Record<string, string>> => {
  switch (kind) {
    case 'appointment_change':
      return words.appointmentState
    case 'message':
    case 'delivery':
      return words.messageState
    case 'job':
      return words.jobs.state
    case 'inbox_event':
      return words.inbox.state
    default:
      return words.timeline.status
  }
}

/** What there is to say besides; who changed an appointment in words instead of an id. */
export const requestStepDetail = ({ kind, detail }: Pick<RequestStep, 'kind' | 'detail'>): string | null => {
  if (detail === null || kind !== 'appointment_change') return withoutMarks(detail)
  return wordFor(words.requests.by, detail.split(':')[0] ?? '') ?? detail
}

const toneOf = (state: string): Tone => {
  if (WRONG.has(state)) return 'critical'
  if (OPEN.has(state)) return 'caution'
  return WELL.has(state) ? 'positive' : 'neutral'
}

const WELL = new Set(['ok', 'free', 'held', 'booked', 'noted', 'confirmed', 'sent', 'processed', 'done'])
const OPEN = new Set(['waiting', 'queued', 'retrying', 'running', 'scheduled', 'requested', 'not_configured'])
const WRONG = new Set(['failed', 'dead', 'error', 'refused', 'timeout', 'not_available', 'unknown_tool'])

/** Where a step can be seen in full; null for one that has no page of its own. */
export const requestStepPlace = ({ target }: Pick<RequestStep, 'target'>) => {
  if (target === null) return null
  switch (target.kind) {
    case 'call':
      return { link: pb.call(target.id), label: words.requests.openCall }
    case 'appointment':
      return { link: pb.appointment(target.id), label: words.requests.openAppointment }
    case 'job':
      return { link: pb.jobs(), label: words.requests.openJobs }
    case 'inbox_event':
      return { link: pb.inboxEvent(target.id), label: words.requests.openEvent }
    case 'message':
      return null
    default:
      return target.kind satisfies never
  }
}
