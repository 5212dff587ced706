import { type DAVResponse, fetchHomeUrl, fetchPrincipalUrl, propfind, serviceDiscovery } from 'tsdav'
import type { Answer, ExternalTarget } from '../port.ts'
import type { Failure } from '../provider-failure.ts'
import { failureAmong, textOfProp } from './dav-answers.ts'
import type { DavLogin } from './dav-fetch.ts'

/**
 * The calendars of an account, from whatever address somebody typed: the server's own, that of a user, or that of one
 * calendar (RFC 6764, RFC 4791 6.2.1). Only what takes events counts.
 */
export async function findCalendars(
  login: DavLogin,
  davFetch: typeof fetch,
): Promise<Answer<readonly ExternalTarget[]>> {
  const typed = await calendarsUnder(login.url, '0', davFetch)
  if (!Array.isArray(typed)) return typed
  if (typed.length > 0) return { kind: 'done', value: typed }
  const home = await homeOf(login, davFetch)
  if (home === null) return { kind: 'refused', detail: 'No calendars are found at this address.' }
  const found = await calendarsUnder(home, '1', davFetch)
  return Array.isArray(found) ? { kind: 'done', value: found } : found
}

async function homeOf(login: DavLogin, davFetch: typeof fetch): Promise<string | null> {
  const account = { accountType: 'caldav' as const, serverUrl: login.url }
  const rootUrl = await serviceDiscovery({ account, fetch: davFetch })
  for (const root of new Set([login.url, rootUrl, new URL('/', login.url).href])) {
    const known = { ...account, rootUrl: root }
    // The library says by an exception that nothing was found; what a server does wrong is thrown as what it is.
    const principalUrl = await nullIfMissing(fetchPrincipalUrl({ account: known, fetch: davFetch }))
    if (principalUrl === null) continue
    const home = await nullIfMissing(fetchHomeUrl({ account: { ...known, principalUrl }, fetch: davFetch }))
    if (home !== null) return home
  }
  return null
}

async function nullIfMissing(found: Promise<string>): Promise<string | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Error && /^(?:cannot find|Invalid credentials)/.test(error.message)) return null
    throw error
  }
}

async function calendarsUnder(
  url: string,
  depth: '0' | '1',
  davFetch: typeof fetch,
): Promise<ExternalTarget[] | Failure> {
  const responses = await propfind({
    url,
    depth,
    fetch: davFetch,
    props: {
      'd:displayname': {},
      'd:resourcetype': {},
      'd:current-user-privilege-set': {},
      'c:supported-calendar-component-set': {},
      'c:calendar-timezone': {},
    },
  })
  const failure = failureAmong(responses)
  // An address that is no place of the server leads to its calendars by discovery.
  if (failure !== null) return depth === '0' && failure.kind !== 'unauthorised' ? [] : failure
  return responses.filter(isCalendar).map(response => targetOf(response, url))
}

function isCalendar({ props }: DAVResponse): boolean {
  if (!('calendar' in Object(props?.resourcetype))) return false
  const components = [props?.supportedCalendarComponentSet?.comp ?? []].flat()
  return components.length === 0 || components.some(component => component?._attributes?.name === 'VEVENT')
}

function targetOf({ href, props }: DAVResponse, base: string): ExternalTarget {
  const url = new URL(href ?? '', base)
  const privileges = [props?.currentUserPrivilegeSet?.privilege ?? []]
    .flat()
    .flatMap(part => Object.keys(part ?? {}))
  const zone = /^TZID:(.+)$/m.exec(textOfProp(props?.calendarTimezone) ?? '')?.[1]?.trim() ?? null
  return {
    id: url.href,
    name:
      textOfProp(props?.displayname) ||
      decodeURIComponent(url.pathname.split('/').filter(Boolean).at(-1) ?? ''),
    kind: 'calendar',
    // A server that does not say what one may do is tried.
    writable:
      privileges.length === 0 ||
      privileges.some(name => ['all', 'write', 'writeContent', 'bind'].includes(name)),
    zone,
    minutes: null,
  }
}
