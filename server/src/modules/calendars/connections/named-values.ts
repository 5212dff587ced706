import { z } from 'zod'

/** What differs from provider to provider, as a form asks for it: a name with points is within another. */
export const namedValues = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z][\w-]{0,59}(?:\.[\w-]{1,60})?$/),
      value: z.union([z.string().max(20_000), z.number(), z.boolean()]),
    }),
  )
  .max(50)

/** `[{name: "a.b", value: 1}]` is `{a: {b: 1}}`. */
export function objectOf(values: z.infer<typeof namedValues>): Record<string, unknown> {
  const found: Record<string, unknown> = Object.create(null)
  for (const { name, value } of values) {
    const [outer = name, inner] = name.split('.')
    if (inner === undefined) found[outer] = value
    else found[outer] = { ...(isObject(found[outer]) ? found[outer] : {}), [inner]: value }
  }
  return found
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
