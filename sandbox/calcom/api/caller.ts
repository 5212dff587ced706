import { CalError } from '../cal-error.ts'
import type { World } from '../world.ts'

/** Whose key it is; null: no key. */
export function callerOf(world: World, authorization: string | undefined): number | null {
  if (authorization === undefined) return null
  const key = world.account.keys.find(one => `Bearer ${one.key}` === authorization)
  if (key === undefined) throw new CalError(401, 'Invalid API Key')
  if (key.expired) throw new CalError(401, 'Your API key is expired')
  return key.userId
}

export function requireCaller(userId: number | null): number {
  if (userId === null) throw new CalError(401, 'No authentication provided')
  return userId
}
