import fc from 'fast-check'
import type { FuzzRequest } from './fuzz-request.ts'
import { hostileText, hostileValue, type Json, spoiled } from './hostile-values.ts'
import { placeIn } from './known-things.ts'

export type VoiceTool = { readonly name: string; readonly argumentNames: readonly string[] }

const NUMBERS = { salon: '+493023125001', practice: '+493023125002' }
const EVENTS = [
  'call_started',
  'call_ended',
  'call_analyzed',
  'transcript_updated',
  'transfer_started',
  'no_such_event',
]
const TOOL_STATUSES = new Set([200, 400, 401, 413])
const EVENT_STATUSES = new Set([204, 400, 401, 413])
const INBOUND_STATUSES = new Set([200, 400, 401, 413])

/** Signed requests of the voice provider: tool calls with whatever a model may send, events, ringing phones. */
export function voiceRequests(tools: readonly VoiceTool[]): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...tools).chain(toolRequests) },
    { weight: 3, arbitrary: eventRequests() },
    { weight: 1, arbitrary: inboundRequests() },
  )
}

function toolRequests(tool: VoiceTool): fc.Arbitrary<FuzzRequest> {
  const name = fc.oneof(
    { weight: 20, arbitrary: fc.constant(tool.name) },
    { weight: 1, arbitrary: hostileText() },
  )
  const args = fc.oneof(
    { weight: 10, arbitrary: toolArguments(tool) },
    { weight: 10, arbitrary: toolArguments(tool).chain(spoiled) },
    { weight: 2, arbitrary: hostileValue() },
  )
  return fc
    .tuple(callers(), name, args, bodies())
    .map(([{ caller, call }, called, given, spoil]) =>
      signed(
        `tool ${tool.name}`,
        '/voice/retell/default/tools',
        TOOL_STATUSES,
        caller,
        spoil({ name: called, call, args: given }),
      ),
    )
}

/** What a model would send, with a hostile value here and there. */
function toolArguments(tool: VoiceTool): fc.Arbitrary<Json> {
  return fc
    .tuple(
      ...tool.argumentNames.map(name =>
        fc.option(
          argument(name).map(value => [name, value] as const),
          { nil: null },
        ),
      ),
    )
    .map(pairs => Object.fromEntries(pairs.filter(pair => pair !== null)) as Json)
}

function argument(name: string): fc.Arbitrary<Json> {
  const sensible: Record<string, fc.Arbitrary<Json>> = {
    token: placeIn('tokens'),
    after_slot: placeIn('tokens'),
    before_slot: placeIn('tokens'),
    service: placeIn('service-names'),
    staff: fc.constantFrom('Mara', 'Dr. Sommer', 'egal', 'nicht Jonas'),
    when: fc.constantFrom(
      'morgen',
      'nächste Woche Mittwoch',
      'übermorgen um drei',
      'am 31.2.',
      'gestern',
      'halb vier',
    ),
    name: fc.constantFrom('Petra Lindner', 'Lukas Brandt', 'Acht Uhr', "Séan O'Neill"),
    email: fc.constantFrom('fuzz@example.org', 'fuzz at example dot org', 'x@'),
    phone: fc.constantFrom('+491713920017', '0171 39200 18', '110', '12'),
  }
  const usual = sensible[name] ?? hostileText()
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: hostileValue() })
}

function eventRequests(): fc.Arbitrary<FuzzRequest> {
  const more = fc.record(
    {
      start_timestamp: hostileValue(),
      end_timestamp: hostileValue(),
      disconnection_reason: hostileValue(),
      transcript_object: fc.array(fc.record({ role: hostileText(), content: hostileText() }), {
        maxLength: 3,
      }),
      recording_url: hostileValue(),
      call_analysis: hostileValue(),
      call_cost: hostileValue(),
      direction: fc.oneof(fc.constantFrom<Json>('inbound', 'outbound'), hostileValue()),
    },
    { requiredKeys: [] },
  )
  return fc
    .tuple(callers(), fc.constantFrom(...EVENTS), more, bodies())
    .map(([{ caller, call }, event, extra, spoil]) => {
      const body = { event, call: { ...call, ...(extra as Record<string, Json>) } }
      return signed(`event ${event}`, '/webhooks/retell/default', EVENT_STATUSES, caller, spoil(body))
    })
}

function inboundRequests(): fc.Arbitrary<FuzzRequest> {
  return fc.tuple(callers(), bodies()).map(([{ caller, call }, spoil]) => {
    const { call_id, from_number, to_number } = call
    const body = { event: 'call_inbound', call_inbound: { call_id, from_number, to_number } }
    return signed(
      'inbound call',
      '/voice/retell/default/inbound',
      INBOUND_STATUSES,
      caller,
      spoil(body as Json),
    )
  })
}

function callers(): fc.Arbitrary<{ caller: 'salon' | 'practice'; call: Record<string, Json> }> {
  const sometimes = (usual: fc.Arbitrary<Json>) =>
    fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: hostileValue() })
  return fc
    .tuple(
      fc.constantFrom('salon' as const, 'practice' as const),
      sometimes(fc.nat({ max: 300 }).map(number => `call_fuzz_${number}`)),
      sometimes(fc.constantFrom('+491713920021', 'anonymous')),
      fc.boolean(),
      hostileValue(),
    )
    .map(([caller, id, from, wrongNumber, number]) => ({
      caller,
      call: {
        call_id: typeof id === 'string' && id.startsWith('call_fuzz') ? `${id}_${caller}` : id,
        call_type: 'phone_call',
        direction: 'inbound',
        from_number: from,
        to_number: wrongNumber && typeof number === 'string' ? number : NUMBERS[caller],
      },
    }))
}

/** Mostly the body as it is; now and then something else, or broken JSON, under a signature that is genuine. */
function bodies(): fc.Arbitrary<(body: Json) => string> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant((body: Json) => JSON.stringify(body)) },
    { weight: 1, arbitrary: fc.constant((body: Json) => JSON.stringify(body).slice(0, -1)) },
    { weight: 1, arbitrary: hostileValue().map(other => () => JSON.stringify(other)) },
    { weight: 1, arbitrary: hostileText().map(text => () => text) },
  )
}

function signed(
  subject: string,
  path: string,
  statuses: ReadonlySet<number>,
  caller: 'salon' | 'practice',
  body: string,
): FuzzRequest {
  return { subject, trick: 'voice', method: 'POST', path, headers: {}, body, caller, signed: true, statuses }
}
