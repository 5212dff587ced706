import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CalcomSimulator, EXAMPLE_KEY, startCalcom } from '../../../sandbox/calcom/start-calcom.ts'
import { codeOf } from '../../../verify/product/authenticator.ts'
import { FILLED, fillTenant } from '../support/fill-tenant.ts'
import { joinAs, PASSWORD } from '../support/log-in.ts'
import { startProduct, type TestProduct } from '../support/test-product.ts'
import { type LookedAtPage, lookAt, WIDTHS, type Width } from './looked-at-page.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'

const SITE_MAP = join(import.meta.dirname, '../../../web/src/routes')
const widths = Object.keys(WIDTHS) as Width[]
const ids: Record<string, string> = {}

/** Every page of the site map, each at the addresses under which it looks different. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '/test-call': ['/test-call', '/test-call?tab=recorded'],
  '/calls': ['/calls', '/calls?q=niemand'],
  '/calls/$callId': ['/calls/:call', '/calls/:ghost'],
  '/appointments': ['/appointments', '/appointments?day=2027-01-01'],
  '/appointments/$appointmentId': ['/appointments/:appointment'],
  '/calendar': ['/calendar', '/calendar?view=week', '/calendar?view=month', '/calendar?by=rooms'],
  '/customers': ['/customers', '/customers?q=niemand'],
  '/customers/$customerId': ['/customers/:customer'],
  '/open': ['/open'],
  '/more': ['/more'],
  '/catalogue': ['services', 'team', 'matrix', 'rooms', 'hours', 'closed'].map(
    tab => `/catalogue?tab=${tab}`,
  ),
  '/reports': ['/reports', '/reports?from=2026-01-01&to=2026-01-31'],
  '/calendars': ['/calendars'],
  '/calendars/$connectionId/import': ['/calendars/:connection/import'],
  '/settings': ['/settings'],
  '/receptionist': ['/receptionist'],
  '/receptionist/$versionId': ['/receptionist/:version'],
  '/own': ['/own'],
  '/people': ['/people'],
  '/keys': ['/keys'],
  '/audit': ['/audit'],
  '/jobs': ['/jobs', '/jobs?state=dead'],
  '/inbox': ['/inbox', '/inbox?state=dead'],
  '/inbox/$eventId': ['/inbox/:event'],
  '/requests': ['/requests'],
  '/requests/$requestId': [`/requests/${FILLED.requestId}`],
  '/businesses': ['/businesses'],
  '/$': ['/nowhere'],
}
const PUBLIC: Readonly<Record<string, readonly string[]>> = {
  '/login': ['/login'],
  '/forgotten': ['/forgotten'],
  '/new-password': ['/new-password', '/new-password#away'],
  '/verified': ['/verified#away'],
  '/invitation': ['/invitation:invitation'],
}

let product: TestProduct
let calcom: CalcomSimulator
let browser: OpenBrowser
let inside: Array<{ width: Width; looked: LookedAtPage }>
let outside: Array<{ width: Width; looked: LookedAtPage }>

beforeAll(async () => {
  calcom = await startCalcom({ now: () => Date.now() })
  product = await startProduct({
    web: true,
    config: { calcom: { baseUrl: calcom.url, attendeeDomain: null } },
  })
  await fill()
  browser = await openBrowser()
  inside = await openPages()
  outside = await openPages()
  await enterAsOperator()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await calcom?.close()
})

async function openPages() {
  return await Promise.all(
    widths.map(async width => {
      const page = await browser.visit({ viewport: { width: WIDTHS[width], height: 900 } })
      return { width, looked: await lookAt(page, width) }
    }),
  )
}

/** A day as it may be: calls of all kinds, and of everything that is listed some rows. */
async function fill(): Promise<void> {
  for (const recording of ['salon-herrenschnitt', 'salon-rueckruf', 'salon-zwei-termine'])
    await product.retell.playCall({ recording, pace: 'instant' })
  await product.retell.playCall({
    script: {
      from: '+491713920044',
      to: '+493023125001',
      steps: [
        { agent: 'Salon Morgenrot, hier spricht eine KI.' },
        { user: 'Ich möchte am Freitag um zehn kommen.' },
        { agent: 'Ich habe Sie für Freitag um zehn Uhr eingetragen.' },
      ],
      ended: { disconnection_reason: 'user_hangup' },
    },
  })
  await product.settled()
  const connected = await product.post('/api/v1/calendar-connections', product.keys.salon, {
    ...{ provider: 'calcom', name: 'Salon bei Cal.com' },
    secrets: [
      { name: 'kind', value: 'api_key' },
      { name: 'apiKey', value: EXAMPLE_KEY },
    ],
  })
  const tenantId = await product.tenantId('salon')
  const [played] = await product.database.query<Record<string, string>>(
    `select (select call_fact.call_id from call_fact where call_fact.kind = 'booked' limit 1) as call,
       (select call.id from call where call.caller_e164 = '+491713920044' limit 1) as ghost,
       (select appointment.id from appointment where appointment.tenant_id = $1::uuid order by appointment.created_at limit 1) as appointment,
       (select inbox.id from inbox order by inbox.received_at limit 1) as event`,
    [tenantId],
  )
  await fillTenant(product.database, { tenantId, from: 1, to: 12 })
  const [filled] = await product.database.query<Record<string, string>>(
    `select (select appointment.customer_id from appointment where appointment.id = $1::uuid) as customer,
       (select agent_version.id from agent_version where agent_version.tenant_id = $2::uuid order by agent_version.number limit 1) as version`,
    [played?.appointment, tenantId],
  )
  const { link } = await product.app.modules.identity.users.invite({
    tenantId,
    email: 'eingeladen@salon.example',
    role: 'staff',
  })
  Object.assign(ids, played, filled, { invitation: new URL(link).hash, connection: connected.body.id })
}

/** Somebody who runs the installation sees all pages there are. */
async function enterAsOperator(): Promise<void> {
  const email = 'betrieb@askpro.example'
  const somebody = await joinAs(product, { slug: 'salon', role: 'owner', email })
  await product.app.modules.identity.users.setOperator(email, 'operator')
  const begun = await somebody.ask('POST', '/api/v1/profile/second-factor', { password: PASSWORD })
  await somebody.ask('POST', '/api/v1/profile/second-factor/confirm', { code: codeOf(begun.body.totp_uri) })
  const cookies = [...somebody.cookies].map(([name, value]) => ({ name, value, url: product.url }))
  await Promise.all(inside.map(({ looked }) => looked.page.context().addCookies(cookies)))
}

const addressesOf = (pages: typeof PAGES): string[] => Object.values(pages).flat()

async function problemsAt(pages: typeof inside, address: string): Promise<string[]> {
  const known = address.replace(/:(\w+)/, (_, what: string) => ids[what] ?? 'missing')
  const name = address.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'today'
  const reported = browser.problems.length
  const found = await Promise.all(
    pages.map(({ width, looked }) => looked.problemsAt(`${product.url}/app${known}`, `${name}-${width}`)),
  )
  return [...found.flat(), ...browser.problems.slice(reported)]
}

test('no page of the site map is forgotten here', async () => {
  const files = (await readdir(SITE_MAP)).filter(file => file.endsWith('-routes.tsx'))
  const texts = await Promise.all(files.map(file => readFile(join(SITE_MAP, file), 'utf8')))
  const paths = texts.flatMap(text => [...text.matchAll(/^ {2}path: '(.+)',$/gm)].map(([, path]) => path))
  const looked = [...Object.keys(PAGES), ...Object.keys(PUBLIC)].filter(path => path !== '/$')
  expect(paths.toSorted()).toEqual(looked.toSorted())
})

test.each(addressesOf(PUBLIC))(
  'before the login %s is right on every screen, in light and dark',
  async address => {
    expect(await problemsAt(outside, address)).toEqual([])
  },
)

test.each(addressesOf(PAGES))('%s is right on every screen, in light and dark', async address => {
  expect(await problemsAt(inside, address)).toEqual([])
})
