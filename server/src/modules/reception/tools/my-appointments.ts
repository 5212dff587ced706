import { z } from 'zod'
import { MOST_NAMED, ownAppointments, toldAppointments } from './own-appointments.ts'
import { sentencesOf } from './sentences.ts'
import { defineTool, saidText, type Tool, type ToolParts } from './tool.ts'

export function myAppointmentsTool(parts: ToolParts): Tool {
  return defineTool({
    name: 'my_appointments',
    description:
      'The caller’s own appointments that are still to come. Known by the number they call from, never by name.',
    args: z.object({
      after: saidText('The reference of the last one named, to hear those behind it.', 20),
    }),
    run: async (context, { after }) => {
      const own = await ownAppointments(parts, context, 'hear')
      if ('status' in own) return own
      const sentences = sentencesOf(context.lang)
      const from = own.findIndex(view => view.reference === after?.toUpperCase()) + 1
      const rest = own.slice(from)
      if (rest.length === 0) return { status: 'none', say: sentences.noAppointments }
      const named = rest.slice(0, MOST_NAMED)
      const more = rest.length - named.length
      return {
        status: 'ok',
        say: sentences.ownAppointments(
          named.map(view => ({ service: view.service.name, slot: sentences.slot(view) })),
          more,
        ),
        appointments: toldAppointments(named, context),
        more,
      }
    },
  })
}
