import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { definitionProblems, firstDefinition } from '../../domain/agent/definition.ts'
import { LINE_URL, type RenderFacts, renderAgent } from './render-agent.ts'
import { toolDefinitions } from './tool-definitions.ts'

const said = (description: string) => z.unknown().optional().describe(description)
const facts: RenderFacts = {
  reference: '0193b1de-0000-7000-8000-000000000001',
  modelReference: '0193b1de-0000-7000-8000-000000000002',
  businessName: 'Salon Morgenrot',
  timeZone: 'Europe/Berlin',
  names: ['Mara', 'Jonas', 'Balayage', 'Mara'],
  storage: { transcripts: false, recordings: false },
  tools: toolDefinitions([
    { name: 'find_slots', description: 'Finds free times.', args: z.object({ when: said('When.') }) },
    { name: 'book_appointment', description: 'Books.', args: z.object({ token: said('The token.') }) },
    { name: 'transfer_call', description: 'Puts through.', args: z.object({ reason: said('Why.') }) },
  ] as never),
  addresses: {
    webhook: 'https://voice.example.invalid/webhooks/retell/default',
    inbound: 'https://voice.example.invalid/voice/retell/default/inbound',
    tools: 'https://voice.example.invalid/voice/retell/default/tools',
  },
}
const golden = (rendered: unknown) => `${JSON.stringify(rendered, null, 2)}\n`

describe('An agent is rendered', () => {
  test('for our own words, in German', async () => {
    const rendered = renderAgent(firstDefinition('de-DE'), facts)
    await expect(golden(rendered)).toMatchFileSnapshot('golden/custom-de.txt')
  })

  test('for a hosted model, in German, with what the house wants', async () => {
    const definition = {
      ...firstDefinition('de-DE'),
      brain: 'hosted' as const,
      instructions: 'Frage bei Farbe nach Allergien.',
      keywords: ['Strähnen'],
      fallback_number: '+493023125090',
    }
    await expect(golden(renderAgent(definition, facts))).toMatchFileSnapshot('golden/hosted-de.txt')
  })

  test('for a hosted model, in English, with a tool less', async () => {
    const definition = {
      ...firstDefinition('en-GB'),
      brain: 'hosted' as const,
      tools_off: ['transfer_call'],
    }
    await expect(golden(renderAgent(definition, facts))).toMatchFileSnapshot('golden/hosted-en.txt')
  })

  test('without the secret address of the line', () => {
    const { agent } = renderAgent(firstDefinition('de-DE'), facts)
    expect(agent.response_engine).toEqual({ type: 'custom-llm', llm_websocket_url: LINE_URL })
  })

  test.each([
    [true, true, 'everything'],
    [true, false, 'basic_attributes_only'],
    [false, true, 'basic_attributes_only'],
    [false, false, 'basic_attributes_only'],
  ])(
    'Retell keeps words and sound only where both are allowed: %s and %s',
    (transcripts, recordings, kept) => {
      const rendered = renderAgent(firstDefinition('de-DE'), {
        ...facts,
        storage: { transcripts, recordings },
      })
      expect(rendered.agent.data_storage_setting).toBe(kept)
    },
  )

  test('with no variable that nothing fills (failure 78)', () => {
    const { llm } = renderAgent({ ...firstDefinition('de-DE'), brain: 'hosted' }, facts)
    const used = [...JSON.stringify(llm).matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1])
    const filled = Object.keys(llm?.default_dynamic_variables as object)
    expect(used.filter(name => !filled.includes(name ?? ''))).toEqual([])
    expect(used.length).toBeGreaterThan(5)
  })

  test('asks whatever changes something once, and says so for every tool', () => {
    const { llm } = renderAgent({ ...firstDefinition('de-DE'), brain: 'hosted' }, facts)
    const tools = llm?.general_tools as Array<{ name: string; max_retry?: number; type: string }>
    const retries = tools.filter(({ type }) => type === 'custom').map(tool => [tool.name, tool.max_retry])
    expect(retries).toEqual([
      ['find_slots', 1],
      ['book_appointment', 0],
      ['transfer_call', 0],
    ])
  })
})

describe('A definition is refused', () => {
  const hosted = firstDefinition('de-DE')
  test.each([
    ['with a variable that nobody fills', { instructions: 'Sage {{preisliste}}.' }, 'unknown_variable'],
    [
      'with a variable in what is spoken',
      { opening_question: 'Hallo {{tenant_name}}?' },
      'variable_in_speech',
    ],
    ['that switches off a tool that does not exist', { tools_off: ['buche'] }, 'unknown_tool'],
  ])('%s', (_, change, kind) => {
    const found = definitionProblems({ ...hosted, ...change }, ['find_slots'])
    expect(found.map(problem => problem.kind)).toEqual([kind])
  })

  test('for none of what the prompt knows', () => {
    const fine = { ...hosted, instructions: 'Heute ist {{ today_spoken }}.', tools_off: ['find_slots'] }
    expect(definitionProblems(fine, ['find_slots'])).toEqual([])
  })
})
