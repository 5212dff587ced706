import { z } from 'zod'
import type { Reception } from '../../../reception/index.ts'
import type { ToolDefinition } from './render-agent.ts'

/** The receptionist's tools as Retell is told of them, made from the schemas that read what it sends (failure 71). */
export function toolDefinitions(tools: Reception['tools']): ToolDefinition[] {
  return tools.map(({ name, description, args }) => {
    const { properties = {} } = z.toJSONSchema(args, { io: 'input', unrepresentable: 'any' })
    const described = Object.entries(properties).map(([key, property]) => [key, typed(property)] as const)
    return {
      name,
      description,
      // Nothing is required: what is missing is asked for in words (failure 72).
      parameters: { type: 'object', properties: Object.fromEntries(described) },
    }
  })
}

/** Arguments take whatever a model sends; it is told the kind of thing that makes sense. */
function typed(property: unknown): Record<string, unknown> {
  const given = typeof property === 'object' && property !== null ? property : {}
  return 'type' in given ? { ...given } : { type: 'string', ...given }
}
