import fc from 'fast-check'
import type { ApiOperation, ApiParameter } from './api-operations.ts'
import type { Caller, FuzzRequest } from './fuzz-request.ts'
import { hostileText, hostileValue, type Json, spoiled } from './hostile-values.ts'
import { placeIn } from './known-things.ts'
import { valuesOf } from './schema-values.ts'

/** The parts of a request before it is written down. */
type Draft = {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json | undefined
}

type Trick = { readonly name: string; readonly weight: number; readonly apply: Apply }
type Apply = (operation: ApiOperation, request: FuzzRequest, draft: Draft) => fc.Arbitrary<FuzzRequest>

const JSON_TYPE = 'application/json'
const NO_METHOD_STATUSES = new Set([404, 405])

/** Requests to one operation: some as they should be, most of them not. */
export function requestsTo(operation: ApiOperation): fc.Arbitrary<FuzzRequest> {
  return fc.tuple(draftsOf(operation), callers(operation)).chain(([draft, caller]) => {
    const plain = writeDown(operation, draft, { trick: 'valid', caller })
    return fc.oneof(
      ...TRICKS.map(({ weight, apply, name }) => ({
        weight,
        arbitrary: apply(operation, plain, draft).map(request => ({ ...request, trick: name })),
      })),
    )
  })
}

const TRICKS: readonly Trick[] = [
  { name: 'valid', weight: 30, apply: (_operation, request) => fc.constant(request) },
  { name: 'spoiled parameter', weight: 16, apply: spoilParameter },
  { name: 'spoiled body', weight: 24, apply: spoilBody },
  { name: 'broken JSON', weight: 4, apply: breakJson },
  { name: 'wrong content type', weight: 4, apply: changeContentType },
  { name: 'strange headers', weight: 7, apply: addHeaders },
  { name: 'other method', weight: 4, apply: changeMethod },
  { name: 'strange path', weight: 4, apply: changePath },
  { name: 'unknown query', weight: 3, apply: addQuery },
]

/** With a session they end it, or shut it in until a second factor is set up: nobody would be left to try the rest. */
const NOT_BY_SESSION = new Set(['DELETE /api/v1/session', 'PUT /api/v1/login-rules'])

function callers({ method, path }: ApiOperation): fc.Arbitrary<Caller> {
  const session = NOT_BY_SESSION.has(`${method} ${path}`) ? 0 : 12
  return fc.oneof(
    { weight: 40, arbitrary: fc.constant('salon' as const) },
    { weight: 40, arbitrary: fc.constant('practice' as const) },
    { weight: session, arbitrary: fc.constant('salon-session' as const) },
    { weight: 4, arbitrary: fc.constant('wrong-key' as const) },
    { weight: 4, arbitrary: fc.constant('nobody' as const) },
  )
}

function draftsOf(operation: ApiOperation): fc.Arbitrary<Draft> {
  const group = (place: ApiParameter['in']) =>
    fc
      .tuple(
        ...operation.parameters
          .filter(parameter => parameter.in === place)
          .map(parameter => {
            const pair = parameterValues(operation, parameter).map(value => [parameter.name, value] as const)
            return parameter.required ? pair : fc.option(pair, { nil: null })
          }),
      )
      .map(pairs => Object.fromEntries(pairs.filter(pair => pair !== null)) as Record<string, string>)
  const body: fc.Arbitrary<Json | undefined> = operation.body
    ? valuesOf(operation.body, '')
    : fc.constant(undefined)
  return fc.record({ path: group('path'), query: group('query'), headers: group('header'), body })
}

/** An id in a path is one of the list at the same address: `/calls/{id}` is tried with what `/calls` lists. */
function parameterValues(operation: ApiOperation, parameter: ApiParameter): fc.Arbitrary<string> {
  if (parameter.in === 'path') {
    const [, resource] = operation.path.match(/([\w-]+)\/\{/) ?? []
    return placeIn(resource ?? 'ids')
  }
  if (parameter.name === 'idempotency-key') return fc.nat({ max: 5000 }).map(number => `fuzz-${number}`)
  return valuesOf(parameter.schema, parameter.name).map(String)
}

function writeDown(
  operation: ApiOperation,
  draft: Draft,
  { trick, caller }: { trick: string; caller: Caller },
): FuzzRequest {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_place, name: string) =>
    encodeURIComponent(wellFormed(draft.path[name] ?? '')),
  )
  const query = Object.entries(draft.query)
    .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`)
    .join('&')
  return {
    subject: `${operation.method} ${operation.path}`,
    trick,
    method: operation.method,
    path: query === '' ? path : `${path}?${query}`,
    headers: {
      ...(draft.body === undefined ? {} : { 'content-type': JSON_TYPE }),
      ...sendable(draft.headers),
    },
    body: draft.body === undefined ? null : JSON.stringify(draft.body),
    caller,
    signed: false,
    statuses: operation.statuses,
  }
}

function spoilParameter(
  operation: ApiOperation,
  request: FuzzRequest,
  draft: Draft,
): fc.Arbitrary<FuzzRequest> {
  const { parameters } = operation
  if (parameters.length === 0) return addHeaders(operation, request)
  return fc.tuple(fc.constantFrom(...parameters), hostileText()).map(([parameter, text]) => {
    const place = parameter.in === 'header' ? 'headers' : parameter.in === 'query' ? 'query' : 'path'
    const value = parameter.in === 'path' ? text.slice(0, 2000) : text.slice(0, 6000)
    const spoilt = writeDown(
      operation,
      { ...draft, [place]: { ...draft[place], [parameter.name]: value } },
      request,
    )
    // An empty id or one with dots leads to another address, or to none.
    return parameter.in === 'path' ? { ...spoilt, statuses: new Set([...spoilt.statuses, 400, 404]) } : spoilt
  })
}

function spoilBody(operation: ApiOperation, request: FuzzRequest, draft: Draft): fc.Arbitrary<FuzzRequest> {
  const worse = operation.body ? spoiled(draft.body ?? {}) : hostileValue()
  return worse.map(body =>
    operation.body || operation.method !== 'GET'
      ? { ...request, headers: { ...request.headers, 'content-type': JSON_TYPE }, body: JSON.stringify(body) }
      : request,
  )
}

function breakJson(operation: ApiOperation, request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  if (operation.method === 'GET') return fc.constant(request)
  const broken = [
    '',
    '{',
    '{"a":',
    '[1,2',
    'nul',
    '{"a":1}}',
    "{'a':1}",
    '\ufeff{}',
    '{"a":1,}',
    '"\\ud8',
    '\u0000',
  ]
  return fc.constantFrom(...broken).map(body => ({
    ...request,
    headers: { ...request.headers, 'content-type': JSON_TYPE },
    body,
  }))
}

function changeContentType(operation: ApiOperation, request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  const types = [
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'application/vnd.api+json',
    'APPLICATION/JSON',
    'json',
    ';',
    'a'.repeat(500),
  ]
  return fc.constantFrom(...types).map(type => ({
    ...request,
    headers: { ...request.headers, 'content-type': type },
    body: operation.method === 'GET' ? request.body : (request.body ?? '{}'),
  }))
}

function addHeaders(_operation: ApiOperation, request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  const names = [
    'authorization',
    'cookie',
    'x-csrf-token',
    'x-request-id',
    'idempotency-key',
    'accept',
    'accept-encoding',
    'if-none-match',
    'range',
    'origin',
    'x-forwarded-for',
    'x-http-method-override',
    'traceparent',
    'x-fuzz',
  ]
  return fc.tuple(fc.constantFrom(...names), hostileText()).map(([name, text]) => ({
    ...request,
    headers: { ...request.headers, ...sendable({ [name]: text.slice(0, 6000) }) },
    statuses: new Set([...request.statuses, 401, 403]),
  }))
}

function changeMethod(operation: ApiOperation, request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  const others = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD'].filter(
    method => method !== operation.method,
  )
  return fc.constantFrom(...others).map(method => ({
    ...request,
    method,
    // The other method may be another route's, which asks who it is: DELETE /invitations/{id} of "accept".
    statuses: new Set([...request.statuses, ...NO_METHOD_STATUSES, 204, 400, 401, 403, 413, 415]),
  }))
}

function changePath(_operation: ApiOperation, request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  const statuses = new Set([...request.statuses, 400, 404, 414])
  const [path = '', query = ''] = request.path.split('?')
  const strange = [
    `${path}/`,
    `/${path}`,
    path.toUpperCase(),
    `${path}%00`,
    `${path}%`,
    `${path}%ff`,
    `${path}/%2e%2e/%2e%2e/etc/passwd`,
    `${path};a=b`,
    `${path}/${'a/'.repeat(200)}`,
    `/api/v1/${'z'.repeat(3000)}`,
    `${path}.json`,
    `${path}?${query}&${query}`,
    `${path}?${query}&%zz=%zz`,
    `${path}?${query}&__proto__[x]=1&constructor=1`,
  ]
  return fc.constantFrom(...strange).map(changed => ({ ...request, path: changed, statuses }))
}

function addQuery(_operation: ApiOperation, request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  return fc.tuple(hostileText(), hostileText()).map(([name, value]) => {
    const pair = [name, value].map(text => encodeURIComponent(wellFormed(text.slice(0, 1000)))).join('=')
    return {
      ...request,
      path: `${request.path}${request.path.includes('?') ? '&' : '?'}${pair}`,
      statuses: new Set([...request.statuses, 400]),
    }
  })
}

/** Half a surrogate pair cannot be written into an address. */
function wellFormed(text: string): string {
  return text.toWellFormed()
}

/** What HTTP lets into a header: no control characters, nothing above Latin-1. */
function sendable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?')]),
  )
}
