/**
 * What can be asked of the simulator: a call to place (a recording by its id, or a script of the same shape
 * inline), how fast, with which faults, and how the voice agent is set.
 */
import { z } from 'zod'
import { AgentWish, LifecycleEvent } from './agent-settings.ts'
import { DISCONNECTION_REASONS } from './disconnection.ts'

/** `{{free.say}}` in `agent` and `args` is replaced from what tools answered before: see `template.ts`. */
const CallStep = z.union([
  z.strictObject({ agent: z.string().min(1) }),
  z.strictObject({ user: z.string().min(1) }),
  z.strictObject({
    tool: z.string().min(1),
    args: z.record(z.string(), z.unknown()).default({}),
    save: z.string().min(1).optional(),
    /** What the caller says while the tool runs. Its request goes on, and its result is kept. */
    meanwhile: z.string().min(1).optional(),
  }),
  z.strictObject({ pause: z.int().min(0).max(60_000) }),
])
export type CallStep = z.infer<typeof CallStep>

const DisconnectionReason = z.enum(DISCONNECTION_REASONS)

export const CallScript = z.strictObject({
  id: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  language: z.string().default('de-DE'),
  direction: z.enum(['inbound', 'outbound']).default('inbound'),
  /** Null: the number is withheld. */
  from: z.string().nullable().default(null),
  to: z.string(),
  steps: z.array(CallStep),
  ended: z.strictObject({ disconnection_reason: DisconnectionReason }),
})
export type CallScript = z.infer<typeof CallScript>

export const Recording = CallScript.extend({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  description: z.string().min(1),
})
export type Recording = z.infer<typeof Recording>

export const SignMode = z.enum(['valid', 'wrong_key', 'none', 'stale', 'reserialised'])
export type SignMode = z.infer<typeof SignMode>

export const Faults = z.strictObject({
  /** Each event is sent twice at the same moment. */
  duplicate: z.boolean().default(false),
  /** Events are kept back and sent in reverse after the call: analyzed, ended, started. */
  reorder: z.boolean().default(false),
  /** These events are never sent. */
  drop: z.array(LifecycleEvent).default([]),
  /** The answers to this many first attempts of each event get lost on the way, so it is sent again. */
  lost_answers: z.int().min(0).max(3).default(0),
  /** Nobody picks up: no `call_started`, no conversation. */
  not_connected: DisconnectionReason.optional(),
  /** Each tool request is sent twice at the same moment, as a model does that fires a tool twice. */
  double_tools: z.boolean().default(false),
  /** The caller withholds the number, whatever the script says. */
  withheld: z.boolean().default(false),
  /** Each event is sent so much later than it should be; the call goes on meanwhile. */
  delay_ms: z.int().min(0).max(60_000).default(0),
  /** Each event has besides the words of the call umlauts of every kind, or a megabyte of them. */
  body: z.enum(['plain', 'umlauts', 'megabyte']).default('plain'),
  /** How the events of the call are signed. */
  sign: SignMode.default('valid'),
})
export type Faults = z.infer<typeof Faults>

export const CallRequest = z
  .strictObject({
    recording: z.string().optional(),
    script: CallScript.optional(),
    from: z.string().nullable().optional(),
    to: z.string().optional(),
    pace: z.enum(['instant', 'natural']).default('instant'),
    faults: Faults.prefault({}),
    agent: AgentWish.prefault({}),
    sip_headers: z.record(z.string(), z.string()).optional(),
    connection: z.string().optional(),
    key: z.string().min(1).optional(),
  })
  .refine(request => (request.recording === undefined) !== (request.script === undefined), {
    message: 'give either "recording" or "script"',
  })
export type CallRequest = z.infer<typeof CallRequest>
export type CallRequestInput = z.input<typeof CallRequest>
