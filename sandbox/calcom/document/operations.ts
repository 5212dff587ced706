/** The operations of an OpenAPI document, with schemas that can be asked, made when they are first needed. */
import { z } from 'zod'
import { ANSWERS, KNOWN_ERRORS, NESTED_PARAMETERS } from './known-errors.ts'

type Schema = Readonly<Record<string, unknown>>
type Content = { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
type Parameter = {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema?: { readonly default?: unknown }
}
type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export type CheckedOperation = {
  readonly name: string
  readonly version: string | null
  readonly query: readonly string[]
  readonly requiredQuery: readonly string[]
  readonly body: z.ZodType | null
  readonly bodyNames: readonly string[]
  readonly answers: ReadonlyMap<number, z.ZodType>
}

export function operationsOf(document: Document) {
  const known = new Map<string, CheckedOperation>()
  const paths = Object.keys(document.paths)
    .map(path => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`) }))
    // The path that spells most of itself out comes first.
    .sort((one, other) => one.path.split('{').length - other.path.split('{').length)

  return {
    find(method: string, path: string): CheckedOperation | null {
      const fitting = paths.find(
        ({ path: template, pattern }) =>
          pattern.test(path) && document.paths[template]?.[method.toLowerCase()] !== undefined,
      )
      if (fitting === undefined) return null
      const name = `${method} ${fitting.path}`
      const operation = known.get(name) ?? toChecked(document, name, fitting.path, method)
      known.set(name, operation)
      return operation
    },
  }
}

function toChecked(document: Document, name: string, path: string, method: string): CheckedOperation {
  const operation = document.paths[path]?.[method.toLowerCase()] as Operation
  const parameters = operation.parameters ?? []
  const query = parameters.filter(parameter => parameter.in === 'query')
  const nested = NESTED_PARAMETERS[name]
  const body = operation.requestBody === undefined ? null : schemaOf(operation.requestBody)
  const version = parameters.find(parameter => parameter.name === 'cal-api-version')?.schema?.default
  return {
    name,
    version: typeof version === 'string' ? version : null,
    query: [...query.map(parameter => parameter.name), ...(nested ?? [])],
    requiredQuery:
      nested ?? query.filter(({ required }) => required === true).map(parameter => parameter.name),
    body: body === null ? null : toZod(document, body),
    bodyNames: body === null ? [] : namesIn(document, body),
    answers: new Map(
      Object.entries(operation.responses).map(([status, response]) => [
        Number(status),
        toZod(document, ANSWERS[name] ?? schemaOf(response) ?? {}),
      ]),
    ),
  }
}

function schemaOf({ content }: Content): Schema | null {
  return content?.['application/json']?.schema ?? null
}

/** With the definitions it needs, and mended where the document is known to be wrong. */
function toZod(document: Document, schema: Schema): z.ZodType {
  const definitions: Record<string, unknown> = {}
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    const { $ref: ref } = node as { $ref?: unknown }
    if (typeof ref !== 'string')
      return Object.fromEntries(
        Object.entries(node)
          // Its alternatives overlap: a seated booking is a booking too.
          .map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, visit(value)]),
      )
    const name = ref.split('/').at(-1) ?? ''
    if (!(name in definitions)) {
      definitions[name] = {}
      definitions[name] = visit(mended(name, document.components.schemas[name] ?? {}))
    }
    return { $ref: `#/definitions/${name}` }
  }
  const visited = visit(schema) as Schema
  return z.fromJSONSchema({ ...visited, definitions } as never, { defaultTarget: 'openapi-3.0' })
}

function mended(name: string, schema: Schema): Schema {
  const properties = (schema.properties ?? {}) as Record<string, unknown>
  const wrong = KNOWN_ERRORS.filter(error => error.schema.test(name) && error.property in properties)
  if (wrong.length === 0) return schema
  return {
    ...schema,
    properties: {
      ...properties,
      ...Object.fromEntries(wrong.map(({ property, is }) => [property, is])),
    },
  }
}

/** The fields a body may have, of all its alternatives. */
function namesIn(document: Document, schema: Schema): string[] {
  const { $ref: ref, properties } = schema as { $ref?: string; properties?: object }
  if (ref !== undefined)
    return namesIn(document, document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {})
  const parts = ['oneOf', 'anyOf', 'allOf'].flatMap(key => (schema[key] ?? []) as Schema[])
  return [...Object.keys(properties ?? {}), ...parts.flatMap(part => namesIn(document, part))]
}
