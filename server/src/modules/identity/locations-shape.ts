import { z } from 'zod'

const MOST_LOCATIONS = 500

/** Of a member, an invitation or a key, as it is answered. */
export const locationsShape = z
  .array(z.uuid())
  .nullable()
  .describe('The only locations of the business that this is for; null: all.')

/** The same as it is asked for. None at all would open nothing, and is not what anybody means. */
export const wantedLocations = z
  .array(z.uuid())
  .min(1)
  .max(MOST_LOCATIONS)
  .transform(ids => [...new Set(ids)])
  .nullish()
  .describe('The only locations that this is for; null: all of the business. Not for owners.')
