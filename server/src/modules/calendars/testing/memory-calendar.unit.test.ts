import { describe } from 'vitest'
import { newId } from '../../../platform/ids/ids.ts'
import { testAdapterContract } from './adapter-contract.ts'
import { createMemoryCalendar } from './memory-calendar.ts'

describe('The calendar that other tests use', () => {
  testAdapterContract(() => {
    const calendar = createMemoryCalendar()
    let number = 0
    return {
      adapter: calendar.adapter,
      account: {
        tenantId: newId<'tenant'>(),
        connectionId: newId<'calendar-connection'>(),
        secrets: {},
        keepSecrets: async () => {},
        zone: 'Europe/Berlin',
        urgency: 'background',
      },
      target: 'main',
      firstHour: Temporal.Instant.from('2026-11-26T09:00:00+01:00'),
      addForeignEvent: async ({ title, startsAt, endsAt, days }) => {
        number += 1
        const midnight = (day: string) =>
          Temporal.PlainDate.from(day).toZonedDateTime('Europe/Berlin').toInstant()
        const place = days ? { startsAt: midnight(days[0]), endsAt: midnight(days[1]) } : { startsAt, endsAt }
        calendar.addForeign(`foreign-${number}`, [{ key: 'once', ...place }], { title })
      },
      breakNext: how => {
        const faults = {
          unauthorised: 'unauthorised',
          unavailable: 'later',
          lost_after_create: 'lost_after',
        } as const
        let used = false
        calendar.setFault(() => {
          if (used) return null
          used = true
          return faults[how]
        })
      },
      expireCursor: () => calendar.forgetCursors(),
    }
  }, ['one_for_one_reference', 'secrets'])
})
