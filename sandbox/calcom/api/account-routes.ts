import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import type { CalEventType } from '../account.ts'
import { CalError } from '../cal-error.ts'
import type { World } from '../world.ts'
import { requireCaller } from './caller.ts'
import type { CallerOf } from './parts.ts'
import { iso, presentEventType, presentSchedule } from './present.ts'

const ById = z.object({ id: z.coerce.number().int() })
const OwnTypes = z.object({ username: z.string().optional(), eventSlug: z.string().optional() })
const success = (data: unknown) => ({ status: 'success', data })

/** Who it is, what can be booked, when people work, and in which teams they are. */
export function registerAccountRoutes(api: WebServer, world: World, caller: CallerOf): void {
  api.get('/v2/me', async request => {
    const user = world.user(requireCaller(caller(request)))
    const schedule = world.account.schedules.find(one => one.ownerId === user.id && one.isDefault)
    return success({
      ...{
        id: user.id,
        username: user.username,
        email: user.email,
        name: user.name,
        avatarUrl: null,
        bio: null,
      },
      ...{ timeFormat: 24, weekStart: 'Monday', timeZone: user.timeZone, organizationId: null },
      defaultScheduleId: schedule?.id ?? null,
    })
  })

  api.get('/v2/event-types', { schema: { querystring: OwnTypes } }, async request => {
    const { username, eventSlug } = request.query
    const self = caller(request)
    const owner = username === undefined ? self : idOf(username)
    if (owner === null) throw new CalError(400, 'username is required without authentication')
    const own = world.account.eventTypes.filter(
      one =>
        one.ownerId === owner &&
        (eventSlug === undefined || one.slug === eventSlug) &&
        (!one.hidden || owner === self),
    )
    return success(own.map(one => presentEventType(world, one)))
  })
  api.get('/v2/event-types/:id', { schema: { params: ById } }, async request => {
    const eventType = world.eventType(request.params.id)
    requireMember(requireCaller(caller(request)), eventType)
    return success(presentEventType(world, eventType))
  })

  api.get('/v2/schedules', async request => {
    const self = requireCaller(caller(request))
    return success(world.account.schedules.filter(({ ownerId }) => ownerId === self).map(presentSchedule))
  })

  api.get('/v2/teams', async request => {
    const self = requireCaller(caller(request))
    const own = world.account.teams.filter(({ members }) => members.includes(self))
    return success(own.map(({ id, name, slug }) => ({ id, name, slug, isOrganization: false })))
  })
  api.get('/v2/teams/:id/event-types', { schema: { params: ById } }, async request => {
    teamOf(requireCaller(caller(request)), request.params.id)
    const types = world.account.eventTypes.filter(({ teamId }) => teamId === request.params.id)
    return success(types.map(one => presentEventType(world, one)))
  })
  api.get('/v2/teams/:id/memberships', { schema: { params: ById } }, async request => {
    const team = teamOf(requireCaller(caller(request)), request.params.id)
    return success(
      team.members.map((userId, place) => {
        const { username, name, email } = world.user(userId)
        return {
          ...{ id: team.id * 1000 + place, userId, teamId: team.id, accepted: true },
          role: place === 0 ? 'OWNER' : 'MEMBER',
          user: { username, name, email },
        }
      }),
    )
  })

  api.get('/v2/calendars', async request => {
    const user = world.user(requireCaller(caller(request)))
    return success({
      connectedCalendars: [connectedCalendar(user.id, user.email)],
      destinationCalendar: destination(user),
    })
  })
  api.get('/v2/calendars/busy-times', async request => {
    const self = requireCaller(caller(request))
    const query = request.query as Record<string, string | undefined>
    const { dateFrom, dateTo } = query
    if (query['calendarsToLoad[0][credentialId]'] !== String(self) || !dateFrom || !dateTo)
      throw new CalError(400, 'calendarsToLoad must be an array with credentialId and externalId')
    const [from, to] = [Date.parse(dateFrom), Date.parse(dateTo)]
    return success(
      world.account.busy
        .filter(
          ({ userId, start, end }) => userId === self && Date.parse(end) > from && Date.parse(start) < to,
        )
        .map(({ start, end, source }) => ({
          start: iso(Date.parse(start)),
          end: iso(Date.parse(end)),
          source,
        })),
    )
  })

  function idOf(username: string): number | null {
    return world.account.users.find(user => user.username === username)?.id ?? null
  }

  function teamOf(userId: number, teamId: number) {
    const team = world.account.teams.find(({ id }) => id === teamId)
    if (!team) throw new CalError(404, `Team with id ${teamId} not found`)
    if (!team.members.includes(userId)) throw new CalError(403, 'User is not a member of the team')
    return team
  }

  function requireMember(userId: number, { ownerId, teamId, id }: CalEventType): void {
    if (teamId !== null) teamOf(userId, teamId)
    else if (ownerId !== userId) throw new CalError(404, `Event type with id ${id} not found`)
  }
}

/** Every user has one calendar; its credential is numbered like the user. */
function connectedCalendar(userId: number, email: string): object {
  const calendar = {
    ...{ externalId: email, integration: 'google_calendar', name: email, email },
    ...{ primary: true, readOnly: false, isSelected: true, credentialId: userId },
  }
  return {
    integration: {
      ...{ name: 'Google Calendar', type: 'google_calendar', slug: 'google-calendar', variant: 'calendar' },
      ...{ description: '', categories: ['calendar'], logo: '', publisher: 'Cal.com', url: '', email: '' },
      locationOption: null,
    },
    credentialId: userId,
    primary: calendar,
    calendars: [calendar],
  }
}

function destination({ id, email }: { id: number; email: string }): object {
  return {
    ...{ id: {}, integration: 'google_calendar', externalId: email, primaryEmail: email },
    ...{ userId: id, eventTypeId: null, credentialId: id },
  }
}
