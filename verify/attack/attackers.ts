import type { ProductProcess } from '../product/product-process.ts'
import type { Standing } from './outcome.ts'
import { openPeople, type People, type Session } from './people.ts'

const MEMBER_ROLES = ['owner', 'manager', 'staff', 'viewer']
const SCOPES = ['all', 'read', 'write', 'manage']
const ELSEWHERE = { origin: 'https://evil.example' }

/** Somebody who asks for everything. */
export type Attacker = {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly standing: Standing
  readonly foreignPage?: boolean
  /** Limited to a location of the business that has nothing. */
  readonly limited?: true
  /** Whose business they act for; null: nobody's. */
  readonly business: 'salon' | 'practice' | null
}

/** Everybody who could try, each with what they really hold or once held. All of them are made anew. */
export async function gatherAttackers(product: ProductProcess): Promise<Attacker[]> {
  const people = await openPeople(product)
  const owner = await people.person('inhaberin@salon.example', { slug: 'salon', role: 'owner' })
  return [
    { name: 'anonymous', headers: {}, standing: { kind: 'nobody' }, business: null },
    {
      name: 'anonymous from another site',
      headers: ELSEWHERE,
      standing: { kind: 'nobody' },
      foreignPage: true,
      business: null,
    },
    ...(await members(people)),
    ...(await operators(people)),
    ...spoiledSessions(owner),
    ...(await pastSessions(product, people)),
    ...(await keys(product, people, owner)),
    ...(await atOneLocation(product, people, owner)),
  ]
}

/** Each role in the business that is attacked, and in the other one, which asks for the first one's things. */
async function members(people: People): Promise<Attacker[]> {
  const made: Attacker[] = []
  for (const slug of ['salon', 'practice'] as const)
    for (const role of MEMBER_ROLES) {
      const session = await people.person(`${role}@${slug}.example`, { slug, role })
      made.push(inSession(`${role} of the ${slug}`, session, { role, business: slug }))
    }
  return made
}

async function operators(people: People): Promise<Attacker[]> {
  const made: Attacker[] = []
  for (const slug of ['salon', 'practice'] as const) {
    const session = await people.operator(`betrieb@${slug}.example`, { slug, factor: 'on' })
    made.push(inSession(`operator at the ${slug}`, session, { role: 'operator', business: slug }))
  }
  const without = await people.operator('ohne@salon.example', { slug: 'salon', factor: 'needed' })
  const standing = { kind: 'session', role: 'operator', fault: 'no second factor' } as const
  made.push({ ...inSession('operator without a second factor', without, OPERATOR), standing })
  return made
}

const OPERATOR = { role: 'operator', business: 'salon' } as const

function spoiledSessions(owner: Session): Attacker[] {
  const known = { role: 'owner', business: 'salon' } as const
  const lacking = (fault: 'no token' | 'foreign page'): Standing => ({
    ...{ kind: 'session', role: 'owner', fault },
  })
  return [
    {
      ...inSession('owner without the token', { ...owner, csrf: '' }, known),
      standing: lacking('no token'),
    },
    {
      ...inSession('owner with a tampered token', { ...owner, csrf: tampered(owner.csrf) }, known),
      standing: lacking('no token'),
    },
    {
      ...inSession('owner on a page of another site', owner, known),
      headers: { ...headersOf(owner), ...ELSEWHERE },
      standing: lacking('foreign page'),
      foreignPage: true,
    },
    {
      ...inSession(
        'owner with a tampered cookie',
        { ...owner, cookie: tamperedSession(owner.cookie) },
        known,
      ),
      ...NOBODY,
    },
  ]
}

const NOBODY = { standing: { kind: 'nobody' }, business: null } as const

async function pastSessions(product: ProductProcess, people: People): Promise<Attacker[]> {
  const known = { role: 'owner', business: 'salon' } as const
  const someone = (email: string) => people.person(email, { slug: 'salon', role: 'owner' })
  const expired = await someone('abgelaufen@salon.example')
  const removed = await someone('entfernt@salon.example')
  const revoked = await someone('abgemeldet@salon.example')
  await fetch(`${product.url}/api/v1/session`, { method: 'DELETE', headers: headersOf(revoked) })
  await people.database(async query => {
    const of = '(select id from user_account where email = $1)'
    await query(`update user_session set expires_at = now() - interval '1 second' where user_id = ${of}`, [
      'abgelaufen@salon.example',
    ])
    await query(`delete from membership where user_id = ${of}`, ['entfernt@salon.example'])
  })
  return [
    { ...inSession('owner whose session has expired', expired, known), ...NOBODY },
    { ...inSession('owner who was removed', removed, known), ...NOBODY },
    { ...inSession('owner who logged out', revoked, known), ...NOBODY },
  ]
}

async function keys(product: ProductProcess, people: People, owner: Session): Promise<Attacker[]> {
  const make = async (scope: string): Promise<{ id: string; key: string }> => {
    const answer = await fetch(`${product.url}/api/v1/api-keys`, {
      method: 'POST',
      headers: { ...headersOf(owner), 'content-type': 'application/json', 'idempotency-key': scope },
      body: JSON.stringify({ name: `attack ${scope}`, scopes: [scope.split(' ')[0]] }),
    })
    if (answer.status !== 201) throw new Error(`No key for ${scope}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { id: string; key: string }
  }
  const valid: Attacker[] = []
  for (const scope of SCOPES) {
    const { key } = await make(scope)
    valid.push({ ...withKey(`key for ${scope}`, key), standing: { kind: 'key', scope }, business: 'salon' })
  }
  const expired = await make('all expired')
  const revoked = await make('all revoked')
  const { key } = await make('all tampered')
  await people.database(query =>
    query(`update api_key set expires_at = now() - interval '1 second' where id = $1`, [expired.id]),
  )
  const headers = headersOf(owner)
  await fetch(`${product.url}/api/v1/api-keys/${revoked.id}`, { method: 'DELETE', headers })
  return [
    ...valid,
    withKey('key that has expired', expired.key),
    withKey('key that was revoked', revoked.key),
    withKey('key with another ending', tampered(key)),
  ]
}

/** Each role that can be limited, and a key for everything, at a location that has nothing of the salon's things. */
async function atOneLocation(product: ProductProcess, people: People, owner: Session): Promise<Attacker[]> {
  const location = await people.openLocation('salon')
  const made: Attacker[] = []
  for (const role of ['manager', 'staff', 'viewer']) {
    const session = await people.person(`${role}@filiale.example`, { slug: 'salon', role, location })
    const standing = { kind: 'session', role, limited: true } as const
    const known = inSession(`${role} of one location`, session, { role, business: 'salon' })
    made.push({ ...known, standing, limited: true })
  }
  const answer = await fetch(`${product.url}/api/v1/api-keys`, {
    method: 'POST',
    headers: { ...headersOf(owner), 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'attack at one location', scopes: ['all'], locations: [location] }),
  })
  if (answer.status !== 201) throw new Error(`No key for one location: ${answer.status}`)
  const { key } = (await answer.json()) as { key: string }
  const standing = { kind: 'key', scope: 'all', limited: true } as const
  return [...made, { ...withKey('key of one location', key), standing, limited: true, business: 'salon' }]
}

function withKey(name: string, key: string): Attacker {
  return { name, headers: { authorization: `Bearer ${key}` }, ...NOBODY }
}

function inSession(
  name: string,
  session: Session,
  { role, business }: { role: string; business: 'salon' | 'practice' },
): Attacker {
  return { name, headers: headersOf(session), standing: { kind: 'session', role }, business }
}

function headersOf({ cookie, csrf }: Session): Record<string, string> {
  return { cookie, ...(csrf === '' ? {} : { 'x-csrf-token': csrf }) }
}

/** The same length and alphabet, and another ending. */
function tampered(text: string): string {
  const at = Math.floor(text.length * 0.7)
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
}

function tamperedSession(cookie: string): string {
  return cookie.replace(
    /(askpro_session=)([^;]+)/,
    (_all, name: string, value: string) => `${name}${tampered(value)}`,
  )
}
