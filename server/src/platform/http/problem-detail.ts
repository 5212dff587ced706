import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import type { z } from 'zod'

const MOST_NAMED = 5

type Issue = Pick<z.core.$ZodIssue, 'message'> & {
  readonly code: string | undefined
  /** From the outermost field inwards. */
  readonly path: readonly string[]
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly z.core.$ZodIssue[])[]
}

/** What is wrong with which field of a request, for people: "customer.phone: no such field". */
export function invalidRequestDetail(validation: readonly FastifySchemaValidationError[]): string {
  const said = validation.flatMap(problem =>
    lines({
      ...problem.params,
      code: problem.keyword,
      message: problem.message ?? '',
      path: problem.instancePath.split('/').filter(part => part !== ''),
    }),
  )
  return said.slice(0, MOST_NAMED).join('; ')
}

function lines(issue: Issue): string[] {
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map(key => `${[...issue.path, key].join('.')}: no such field`)
  const branch = likeliest(issue.errors ?? [])
  if (issue.code === 'invalid_union' && branch)
    return branch.flatMap(inner =>
      lines({ ...(inner as unknown as Issue), path: [...issue.path, ...inner.path.map(String)] }),
    )
  return [issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`]
}

/** Of the forms a value may have, the one it misses by least is the one that was meant. */
function likeliest(branches: readonly (readonly z.core.$ZodIssue[])[]) {
  return branches.toSorted((a, b) => a.length - b.length)[0]
}
