import { z } from 'zod'

/** What of JSON Schema the product's own document uses; everything else is ignored. */
export type JsonSchema = {
  readonly $ref?: string | undefined
  readonly type?: string | readonly string[] | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[] | undefined
  readonly oneOf?: readonly JsonSchema[] | undefined
  readonly allOf?: readonly JsonSchema[] | undefined
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined
  readonly required?: readonly string[] | undefined
  readonly items?: JsonSchema | undefined
  readonly format?: string | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly minItems?: number | undefined
  readonly maxItems?: number | undefined
}

export type ApiParameter = {
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly name: string
  readonly required: boolean
  readonly schema: JsonSchema
}

/** One method of one path, with everything it declares. */
export type ApiOperation = {
  readonly method: string
  /** With places for path parameters: `/api/v1/calls/{id}`. */
  readonly path: string
  readonly parameters: readonly ApiParameter[]
  /** Null: takes no body. */
  readonly body: JsonSchema | null
  readonly statuses: ReadonlySet<number>
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const schema = z.looseObject({}) as unknown as z.ZodType<JsonSchema>
const operation = z.looseObject({
  parameters: z
    .array(
      z.looseObject({
        in: z.enum(['path', 'query', 'header', 'cookie']),
        name: z.string(),
        required: z.boolean().default(false),
        schema,
      }),
    )
    .default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema })) }).optional(),
  responses: z.record(z.string(), z.unknown()),
})
const apiDocument = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** Every operation of an OpenAPI document; references inside it are followed when values are made. */
export function readOperations(text: unknown): ApiOperation[] {
  const { paths } = apiDocument.parse(text)
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, described]) => {
        const { parameters, requestBody, responses } = operation.parse(described)
        return {
          method: method.toUpperCase(),
          path,
          parameters,
          body: requestBody?.content['application/json']?.schema ?? null,
          statuses: new Set(Object.keys(responses).map(Number)),
        }
      }),
  )
}
