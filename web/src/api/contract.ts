/**
 * What the server answers, written by hand in the shape that `openapi-typescript` generates: when
 * `contract/api.d.ts` exists, `paths` comes from there, and the names below become aliases into it.
 */
export type Session = {
  user: { name: string; email: string; role: string }
  tenant: { slug: string; name: string; time_zone: string; locale: string; phone_numbers: string[] }
  csrf_token: string
  demo: boolean
}

export type DemoAccount = {
  email: string
  password: string
  tenant_name: string
  slug: string
  description: string
}

export type AppointmentState =
  | 'confirmed'
  | 'requested'
  | 'checked_in'
  | 'completed'
  | 'cancelled'
  | 'no_show'
export type AppointmentSource = 'phone' | 'web' | 'api' | 'staff'

export type Appointment = {
  id: string
  reference: string
  state: AppointmentState
  starts_at: string
  ends_at: string
  service: { id: string; name: string; minutes: number; price_minor: number | null; currency: string }
  staff: { id: string; name: string }[]
  customer: { id: string; name: string; phone: string | null; email: string | null }
  attendee_name: string | null
  source: AppointmentSource
  call_id: string | null
  note: string | null
  version: number
  created_at: string
}

export type CallState = 'ongoing' | 'ended' | 'not_connected' | 'failed'

export type CallOutcome =
  | 'booked'
  | 'moved'
  | 'cancelled'
  | 'waitlist'
  | 'callback'
  | 'transferred'
  | 'answered'
  | 'wish'
  | 'emergency'
  | 'abandoned'
  | 'failed'

export type CallSummary = {
  id: string
  provider_call_id: string
  provider: 'retell' | 'browser'
  direction: string
  from: string | null
  to: string
  state: CallState
  started_at: string
  ended_at: string | null
  outcome: CallOutcome | null
  customer: { id: string; name: string } | null
}

export type MessageState = 'queued' | 'sending' | 'sent' | 'failed' | 'not_configured' | 'no_address'

export type Message = {
  id: string
  channel: string
  recipient: string | null
  subject: string | null
  state: MessageState
  reason: string | null
  sent_at: string | null
}

export type TimelineKind = 'webhook' | 'inbound' | 'tool' | 'turn' | 'fact' | 'message'

export type TimelineEntry = {
  id: string
  at: string
  kind: TimelineKind
  name: string
  took_ms: number | null
  arguments: unknown
  result: unknown
  request_id: string | null
}

export type CallbackRequest = {
  id: string
  reason: string
  due_at: string | null
  name: string | null
  phone: string | null
  call_id: string | null
  state: string
  created_at: string
}

export type CallDetail = CallSummary & {
  disconnection_reason: string | null
  appointments: Appointment[]
  messages: Message[]
  callback_requests: CallbackRequest[]
  transcript: { role: 'agent' | 'user'; text: string }[] | null
  timeline: TimelineEntry[]
}

export type BookableService = {
  id: string
  name: string
  minutes: number
  price_minor: number | null
  currency: string
}
export type Recording = { id: string; title: string; description: string }
export type TestCallTurn = { text: string; acts: unknown[] }

export type List<Item> = { items: Item[]; next_cursor: string | null }

export type ProblemBody = {
  type?: string
  title?: string
  status?: number
  detail?: string
  instance?: string
}

type Json<Body> = { content: { 'application/json': Body } }
type Problems = { default: { content: { 'application/problem+json': ProblemBody } } }
type Get<Answer, Parameters = Record<never, never>> = {
  parameters: Parameters
  responses: { 200: Json<Answer> } & Problems
}
type Post<Status extends number, Answer, Body = undefined, Parameters = Record<never, never>> = {
  parameters: Parameters
  requestBody?: Body extends undefined ? never : Json<Body>
  responses: { [S in Status]: Json<Answer> } & Problems
}
type Paging = { limit?: number; cursor?: string }
type ById = { path: { id: string } }
type ByCall = { path: { call_id: string } }

export type paths = {
  '/api/v1/session': {
    get: Get<Session>
    post: Post<200, Session, { email: string; password: string }>
    delete: { responses: { 204: { content?: never } } & Problems }
  }
  '/api/v1/session/demo': { get: Get<{ accounts: DemoAccount[] }> }
  '/api/v1/appointments': {
    get: Get<List<Appointment>, { query?: { from?: string; to?: string } & Paging }>
  }
  '/api/v1/appointments/{id}': { get: Get<Appointment, ById> }
  '/api/v1/calls': {
    get: Get<List<CallSummary>, { query?: { provider_call_id?: string } & Paging }>
  }
  '/api/v1/calls/{id}': { get: Get<CallDetail, ById> }
  '/api/v1/callback-requests': {
    get: Get<List<CallbackRequest>, { query?: { state?: 'open' } & Paging }>
  }
  '/api/v1/services': { get: Get<{ items: BookableService[] }> }
  '/api/v1/test-calls/recordings': { get: Get<{ items: Recording[] }> }
  '/api/v1/test-calls': {
    post: Post<201, { call_id: string; turns: TestCallTurn[] }, { from: string | null }>
  }
  '/api/v1/test-calls/{call_id}/turns': {
    post: Post<200, { turns: TestCallTurn[]; ended: boolean }, { text: string }, ByCall>
  }
  '/api/v1/test-calls/{call_id}/end': { post: Post<200, unknown, undefined, ByCall> }
  '/api/v1/test-calls/play': { post: Post<202, { provider_call_id: string }, { recording: string }> }
}
