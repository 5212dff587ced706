/** The account that is there at the start: a salon of two, each with event types of their own, and a team. */
import type { AccountInput } from './account.ts'

const WEEK = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const hours = (id: number, ownerId: number) => ({
  ...{ id, ownerId },
  availability: [{ days: [...WEEK], startTime: '09:00', endTime: '18:00' }],
})

export const EXAMPLE_KEY = 'cal_live_example_of_the_sandbox'

export const EXAMPLE_ACCOUNT: AccountInput = {
  keys: [{ key: EXAMPLE_KEY, userId: 1 }],
  users: [
    { id: 1, username: 'mara', name: 'Mara Beispiel', email: 'mara@salon.example' },
    { id: 2, username: 'ines', name: 'Ines Muster', email: 'ines@salon.example' },
  ],
  teams: [{ id: 10, name: 'Salon Beispiel', slug: 'salon-beispiel', members: [1, 2] }],
  schedules: [hours(1, 1), hours(2, 2)],
  eventTypes: [
    { id: 101, ownerId: 1, title: 'Damenhaarschnitt', slug: 'damenhaarschnitt', lengthInMinutes: 60 },
    { id: 102, ownerId: 1, title: 'Herrenhaarschnitt', slug: 'herrenhaarschnitt', lengthInMinutes: 30 },
    {
      ...{ id: 201, teamId: 10, title: 'Beratung', slug: 'beratung', lengthInMinutes: 30 },
      schedulingType: 'roundRobin',
      hosts: [{ userId: 1 }, { userId: 2 }],
    },
  ],
}
