import type { FuzzRequest } from './fuzz-request.ts'
import type { Answer } from './send-request.ts'

const PROBLEM_TYPE = 'application/problem+json'

/** What tells a stranger how the product is made. What they sent themselves may come back. */
const LEAKS: readonly RegExp[] = [
  /\bat [\w.<>]+ \(?(?:file:\/\/)?\/[^\s)]*:\d+/,
  /node_modules/,
  /\/server\/src\//,
  /\bpostgres(?:ql)?:\/\//,
  /\brelation "/,
  /violates (?:[a-z-]+ )+constraint/,
  /invalid input syntax/,
  /\baskpro_(?:app|owner|admin|system|jobs)\b/,
  /\bgraphile_worker\b/,
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|ZodError|DatabaseError)\b/,
  /Unexpected token/,
]
/** Looked for in problems only: an answer that tells what was stored may repeat a note with SQL in it. */
const SQL = /\b(?:select|insert into|update|delete from) [a-z_"]+[^.]{0,80}\b(?:from|where|values|set)\b/i
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gi

/** What is wrong with an answer, in sentences; nothing: it is as it should be. */
export function faultsOf(
  sent: FuzzRequest,
  answer: Answer,
  facts: { readonly errorTypes: ReadonlySet<string>; readonly secrets: readonly string[] },
): string[] {
  const { status, headers, body } = answer
  return [
    ...(status >= 500 ? [`answered ${status}`] : []),
    ...(status < 500 && !sent.statuses.has(status) ? [`answered ${status}, which is not declared`] : []),
    ...(headers['x-request-id'] === undefined ? ['has no x-request-id'] : []),
    ...(status >= 400 && sent.method !== 'HEAD' ? problemFaults(answer, facts.errorTypes) : []),
    ...(sent.method === 'HEAD' && body !== '' ? ['answered HEAD with a body'] : []),
    ...leaks(sent, answer, facts.secrets),
  ]
}

/** Ids in an answer that its sender has not sent. */
export function idsIn(sent: FuzzRequest, answer: Answer): string[] {
  const said = `${sent.path} ${sent.body ?? ''} ${JSON.stringify(sent.headers)}`.toLowerCase()
  const found = answer.body.match(UUID) ?? []
  return [...new Set(found.map(id => id.toLowerCase()))].filter(id => !said.includes(id))
}

function problemFaults({ status, headers, body }: Answer, errorTypes: ReadonlySet<string>): string[] {
  if (!headers['content-type']?.startsWith(PROBLEM_TYPE))
    return [`answered ${status} as ${headers['content-type'] ?? 'nothing'}, not as a problem`]
  const problem = parsed(body)
  if (problem === null) return [`answered ${status} with a body that is no JSON`]
  return [
    ...(errorTypes.has(String(problem.type)) ? [] : [`answered the undocumented type ${problem.type}`]),
    ...(problem.status === status ? [] : ['says another status in its body']),
    ...(problem.instance === headers['x-request-id'] ? [] : ['says another request id in its body']),
  ]
}

function leaks(sent: FuzzRequest, { status, body }: Answer, secrets: readonly string[]): string[] {
  const said = `${sent.path} ${sent.body ?? ''} ${JSON.stringify(sent.headers)}`
  const shown = [...LEAKS, ...(status >= 400 ? [SQL] : [])]
    .flatMap(pattern => body.match(pattern)?.[0] ?? [])
    .filter(text => !said.includes(text))
  const told = secrets.filter(secret => body.includes(secret) && !said.includes(secret))
  return [...shown.map(text => `shows "${text.slice(0, 120)}"`), ...told.map(() => 'shows a secret')]
}

function parsed(text: string): { type?: unknown; status?: unknown; instance?: unknown } | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
