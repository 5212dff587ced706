import { findIana } from 'windows-iana'
import { isTimeZone } from './zoned.ts'

/**
 * The IANA zone that a name of another system stands for: an IANA name, one with a prefix such as
 * `/mozilla.org/20050126_1/Europe/Berlin`, or a Windows name such as `W. Europe Standard Time`; null for any other.
 */
export function zoneByName(name: string): string | null {
  if (ZONE_NAME.test(name) && isTimeZone(name)) return name
  const atItsEnd = /[^/]+\/[^/]+(?:\/[^/]+)?$/.exec(name)?.[0] ?? ''
  for (const candidate of [atItsEnd, atItsEnd.slice(atItsEnd.indexOf('/') + 1)])
    if (candidate.includes('/') && ZONE_NAME.test(candidate) && isTimeZone(candidate)) return candidate
  return findIana(name)[0] ?? null
}

/** A bare offset is no zone: it says nothing about the other half of the year. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/
