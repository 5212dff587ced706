import { z } from 'zod'
import { permission, unless } from '../../../platform/http/permission.ts'
import type { Outbound } from '../../../platform/resilience/outbound.ts'
import type { CalendarAdapters } from '../adapters.ts'
import {
  type CalendarConnection,
  CONNECTION_STATES,
  OUTSIDE_CHANGES,
  WHEN_UNKNOWN,
} from './connection-store.ts'
import { type CalendarLink, DIRECTIONS } from './link-store.ts'

export const PROVIDERS = ['calcom', 'google', 'microsoft', 'caldav', 'ics'] as const

export const connectionShape = z.object({
  id: z.uuid(),
  provider: z.enum(PROVIDERS),
  name: z.string(),
  state: z.enum(CONNECTION_STATES),
  problem: z.string().nullable(),
  problem_since: z.string().nullable(),
  last_ok_at: z.string().nullable(),
  breaker: z
    .enum(['closed', 'half_open', 'open'])
    .describe(
      '`open`: the account failed several times in a row and is left alone for a moment, as the process sees it that answers.',
    ),
  when_unknown: z.enum(WHEN_UNKNOWN),
  outside_changes: z.enum(OUTSIDE_CHANGES),
  fresh_minutes: z.number().int(),
  created_at: z.string(),
  allowed: z.object({ change: permission, test: permission, link: permission }),
})

export function presentConnection(
  connection: CalendarConnection,
  { adapters, outbound }: { adapters: CalendarAdapters; outbound: Pick<Outbound, 'breakerOf'> },
): z.infer<typeof connectionShape> {
  const { provider, state, sealedSecrets } = connection
  const unusable =
    adapters[provider] === null
      ? {
          de: 'Für diesen Anbieter ist AskProAI hier nicht eingerichtet.',
          en: 'AskProAI is not set up for this provider here.',
        }
      : sealedSecrets === null
        ? { de: 'Die Verbindung ist noch nicht angemeldet.', en: 'The connection is not logged in yet.' }
        : null
  return {
    id: connection.id,
    provider,
    name: connection.name,
    state,
    problem: connection.problem,
    problem_since: timeText(connection.problemSince),
    last_ok_at: timeText(connection.lastOkAt),
    breaker: outbound.breakerOf(provider, connection.id),
    when_unknown: connection.whenUnknown,
    outside_changes: connection.outsideChanges,
    fresh_minutes: connection.freshMinutes,
    created_at: connection.createdAt.toString(),
    allowed: {
      change: unless(null, 'business'),
      test: unless(unusable, 'business'),
      link: unless(
        unusable ??
          (state === 'off'
            ? { de: 'Die Verbindung ist abgeschaltet.', en: 'The connection is switched off.' }
            : null),
        'business',
      ),
    },
  }
}

export const linkShape = z.object({
  id: z.uuid(),
  connection_id: z.uuid(),
  resource_id: z.uuid().nullable(),
  service_id: z.uuid().nullable(),
  target: z.string(),
  target_name: z.string(),
  direction: z.enum(DIRECTIONS),
  settings: z.record(z.string(), z.unknown()),
  last_read_at: z.string().nullable().describe('The age of what is known of this calendar.'),
  failures: z.number().int().describe('Readings in a row that failed.'),
  push_expires_at: z.string().nullable(),
  created_at: z.string(),
  allowed: z.object({ read: permission, remove: permission }),
})

export function presentLink(link: CalendarLink): z.infer<typeof linkShape> {
  return {
    id: link.id,
    connection_id: link.connectionId,
    resource_id: link.resourceId,
    service_id: link.serviceId,
    target: link.target,
    target_name: link.targetName,
    direction: link.direction,
    settings: link.settings as Record<string, unknown>,
    last_read_at: timeText(link.lastReadAt),
    failures: link.failures,
    push_expires_at: timeText(link.pushExpiresAt),
    created_at: link.createdAt.toString(),
    allowed: { read: unless(null, 'business'), remove: unless(null, 'business') },
  }
}

function timeText(at: Temporal.Instant | null): string | null {
  return at?.toString({ smallestUnit: 'second' }) ?? null
}
