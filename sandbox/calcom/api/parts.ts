import type { FastifyRequest } from 'fastify'
import type { ApiFaults } from '../../api-faults.ts'
import type { Bookings } from '../bookings.ts'
import type { DocumentCheck } from '../document/document-check.ts'
import type { World } from '../world.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RequestLog } from './request-log.ts'

export type ApiParts = {
  readonly world: World
  readonly bookings: Bookings
  readonly faults: ApiFaults
  readonly limit: RateLimit
  readonly document: DocumentCheck
  readonly requests: RequestLog
}

/** Whose key a request has; null: it has none. */
export type CallerOf = (request: FastifyRequest) => number | null
