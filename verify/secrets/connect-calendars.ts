import type { Json } from '../fuzz/hostile-values.ts'
import type { Browser } from '../product/browser.ts'
import { done, type Town } from './open-accounts.ts'
import { AYLIN_AT_MICROSOFT, CALCOM_KEY, MARA_AT_GOOGLE, type Providers } from './providers.ts'

type Secrets = Readonly<Record<string, string>>

/** A calendar of every kind, read and written; those that cannot be reached, with their secrets in what comes back. */
export async function connectCalendars(town: Town, owner: Browser, providers: Providers): Promise<void> {
  const { book } = town
  const staff = (await done(owner.ask('GET', '/api/v1/staff'))).body.items as Array<Record<string, string>>
  const idOf = (name: string): string => staff.find(person => person.name === name)?.id ?? ''
  const connect = async (provider: string, secrets?: Secrets): Promise<string> => {
    const named = Object.entries(secrets ?? {}).map(([name, value]) => ({ name, value }))
    const wish: Json = { provider, name: `Bei ${provider}`, ...(secrets && { secrets: named }) }
    const made = await done(owner.ask('POST', '/api/v1/calendar-connections', wish))
    await owner.ask('POST', `/api/v1/calendar-connections/${made.body.id}/test`, {})
    return String(made.body.id)
  }
  const link = async (connection_id: string, resource_id: string, target: string): Promise<void> => {
    await owner.ask('POST', '/api/v1/calendar-links', {
      connection_id,
      resource_id,
      target,
      direction: 'both',
    })
  }

  const calcom = await connect('calcom', {
    kind: 'api_key',
    apiKey: book.add('API key of Cal.com', CALCOM_KEY),
  })
  await owner.ask('POST', `/api/v1/calendar-connections/${calcom}/webhook`, {})
  await link(calcom, idOf('Mara'), '101')
  await connect('calcom', { kind: 'api_key', apiKey: book.add('wrong key of Cal.com', 'cal_live_9c8b7a6d') })

  await link(await consent(owner, 'google', MARA_AT_GOOGLE), idOf('Mara'), MARA_AT_GOOGLE)
  await link(await consent(owner, 'microsoft', AYLIN_AT_MICROSOFT), idOf('Aylin'), providers.aylinCalendar)

  const password = book.add('password of a CalDAV server', 'caldav-Passwort-83b1')
  const caldav = await connect('caldav', { url: providers.parrot, username: 'jonas', password })
  await link(caldav, idOf('Jonas'), `${providers.parrot}/jonas/`)
  const url = `${providers.parrot}/${book.add('address of a feed', 'feed-2f9d41c7b0')}/jonas.ics`
  await link(await connect('ics', { url }), idOf('Jonas'), url)
  await connect('ics', {
    url: `http://${book.add('login in an address', 'user:feed-login-77')}@127.0.0.1:9/x.ics`,
  })
  await followFeed(town, owner, idOf('Mara'))

  async function consent(browser: Browser, provider: string, account: string): Promise<string> {
    const id = await connect(provider)
    const begun = await done(browser.ask('POST', `/api/v1/calendar-connections/${id}/consent`, {}))
    const page = new URL(String(begun.body.url))
    page.searchParams.set('chosen', account)
    const chosen = await fetch(page, { redirect: 'manual' })
    const back = new URL(chosen.headers.get('location') ?? '')
    book.add(`code of ${provider}`, back.searchParams.get('code') ?? '')
    const headers = { cookie: browser.cookie }
    const came = await fetch(back, { redirect: 'manual', headers })
    if (!came.headers.get('location')?.includes('consent=given'))
      throw new Error(`No consent at ${provider}: ${came.status} ${came.headers.get('location')}`)
    return id
  }
}

/** Our own feed of a person: fetched, and fetched with a wrong ending. */
async function followFeed({ product, book }: Town, owner: Browser, person: string): Promise<void> {
  const made = await done(owner.ask('POST', '/api/v1/calendar-feeds', { resource_id: person }))
  const path = String(made.body.path)
  const token = /([^/]+)\.ics$/.exec(path)?.[1] ?? ''
  book.add('token of our feed', token, 'POST /api/v1/calendar-feeds')
  for (const address of [path, path.replace('.ics', 'x.ics')])
    await (await fetch(product.url + address)).text()
}
