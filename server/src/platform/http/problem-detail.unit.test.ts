import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { invalidRequestDetail } from './problem-detail.ts'

const body = z.strictObject({
  limit: z.number().max(10).optional(),
  week: z.array(z.strictObject({ weekday: z.number() })).optional(),
  customer: z
    .union([
      z.strictObject({ id: z.uuid() }),
      z.strictObject({ name: z.string(), email: z.string().nullish() }),
    ])
    .optional(),
})

test.each([
  [{ limit: 11 }, 'limit: Too big: expected number to be <=10'],
  [{ phone: '1', fax: '2' }, 'phone: no such field; fax: no such field'],
  [{ week: [{ weekday: 1 }, { weekday: 1, at: 2 }] }, 'week.1.at: no such field'],
  [{ customer: { name: 'Petra', phones: [] } }, 'customer.phones: no such field'],
  [{ customer: {} }, 'customer.id: Invalid input: expected string, received undefined'],
  ['text', 'Invalid input: expected object, received string'],
])('%j is explained by the plain name of the field', (sent, detail) => {
  const validate = validatorCompiler({ schema: body, method: 'POST', url: '/' })
  const { error } = validate(sent) as { error: FastifySchemaValidationError[] }
  expect(invalidRequestDetail(error)).toBe(detail)
})
