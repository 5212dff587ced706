import { z } from 'zod'
import { spokenDuration } from '../domain/speech/spoken-duration.ts'
import { spokenPrice } from '../domain/speech/spoken-price.ts'
import { sentencesOf } from './sentences.ts'
import { servicesMeant } from './services-meant.ts'
import { defineTool, saidText, type Tool, type ToolParts } from './tool.ts'

/** More do not fit into an answer a model can use. */
const MOST_SERVICES = 12
const MOST_SPOKEN = 3

export function listServicesTool(parts: ToolParts): Tool {
  return defineTool({
    name: 'list_services',
    description: 'The services that can be booked, with duration and price.',
    args: z.object({ query: saidText('What the caller is looking for, in their words.') }),
    run: async ({ known, lang }, { query }) => {
      const sentences = sentencesOf(lang)
      const all = known.services
      const services = query === undefined ? all : servicesMeant(parts, all, { words: query, lang })
      if (services.length === 0) return { status: 'none', say: sentences.noServices, services: [] }
      const shown = services.slice(0, MOST_SERVICES)
      return {
        status: 'ok',
        say:
          query === undefined
            ? sentences.services(shown.map(service => service.name))
            : sentences.servicePrices(
                shown.slice(0, MOST_SPOKEN).map(service => ({
                  ...service,
                  price: spokenPrice(service.priceMinor, service.currency, lang),
                  duration: spokenDuration(service.minutes, lang),
                })),
              ),
        services: shown.map(service => ({
          name: service.name,
          minutes: service.minutes,
          ...(service.askNote === null ? {} : { ask_note: service.askNote }),
          price: spokenPrice(service.priceMinor, service.currency, lang),
        })),
      }
    },
  })
}
