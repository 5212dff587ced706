/**
 * Holds every exchange that succeeds against Cal.com's own OpenAPI document, when that lies beside the repository (it has
 * no licence to be in it). What does not fit is kept for tests to look at; nobody is refused for it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type CheckedOperation, type Document, operationsOf } from './operations.ts'

const BESIDE_THE_REPOSITORY = join(import.meta.dirname, '../../../../shared/contracts/calcom-openapi.json')

export type CheckedRequest = {
  readonly method: string
  readonly path: string
  readonly query: unknown
  readonly body: unknown
}

export type CheckedAnswer = {
  readonly version: string | string[] | undefined
  readonly status: number
  readonly answer: unknown
}

export function createDocumentCheck(file = BESIDE_THE_REPOSITORY) {
  const present = existsSync(file)
  const operations = present ? operationsOf(JSON.parse(readFileSync(file, 'utf8')) as Document) : null
  const violations = new Set<string>()
  const checked = new Map<string, number>()

  return {
    report: () => ({ present, checked: Object.fromEntries(checked), violations: [...violations] }),
    check(request: CheckedRequest, answer: CheckedAnswer): void {
      // Newer than the document.
      if (operations === null || answer.version === '2026-05-01') return
      const name = `${request.method} ${request.path}`
      const operation = operations.find(request.method, request.path)
      if (operation === null) {
        violations.add(`${name}: the document has no such operation`)
        return
      }
      checked.set(operation.name, (checked.get(operation.name) ?? 0) + 1)
      for (const problem of [
        ...ofRequest(operation, request, answer.version),
        ...ofAnswer(operation, answer),
      ])
        violations.add(`${operation.name}: ${problem}`)
    },
  }
}

export type DocumentCheck = ReturnType<typeof createDocumentCheck>

function ofRequest(
  { body, bodyNames, query, requiredQuery, version }: CheckedOperation,
  request: CheckedRequest,
  sentVersion: CheckedAnswer['version'],
): string[] {
  const names = Object.keys((request.query ?? {}) as object)
  const given = (request.body ?? {}) as Record<string, unknown>
  return [
    ...(version !== null && version !== sentVersion ? [`sent version ${String(sentVersion)}`] : []),
    ...names.filter(name => !query.includes(name)).map(name => `unknown parameter ${name}`),
    ...requiredQuery.filter(name => !names.includes(name)).map(name => `parameter ${name} is missing`),
    ...(body === null ? [] : problemsOf(body, request.body, 'request')),
    ...(body === null
      ? []
      : Object.keys(given)
          .filter(name => !bodyNames.includes(name))
          .map(name => `unknown field ${name}`)),
  ]
}

function ofAnswer({ answers }: CheckedOperation, { status, answer }: CheckedAnswer): string[] {
  const schema = answers.get(status)
  if (schema === undefined) return [`status ${status} is not in the document`]
  return problemsOf(schema, typeof answer === 'string' ? JSON.parse(answer) : answer, 'answer')
}

function problemsOf(schema: z.ZodType, value: unknown, what: string): string[] {
  const { error } = schema.safeParse(value)
  return error === undefined ? [] : [`${what}: ${z.prettifyError(error).slice(0, 500)}`]
}
