// Runs before the first paint: what is drawn then has the right colours and language, and does not change again. A file
// of its own, because the content security policy allows no inline script.

// A browser may refuse its storage to a page.
const stored = key => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const { documentElement } = document
const chosen = stored('mantine-color-scheme-value')
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
const scheme = chosen === 'light' || chosen === 'dark' ? chosen : prefersDark ? 'dark' : 'light'
documentElement.dataset.mantineColorScheme = scheme

// As `text/language.ts` finds it, which also asks the business.
const spoken = [stored('askpro-language'), ...navigator.languages]
documentElement.lang =
  spoken.map(wish => /^(de|en)\b/i.exec(wish ?? '')?.[1].toLowerCase()).find(Boolean) ?? 'de'

// Who is logged in is asked while the application is still on its way, and then what the first screen shows;
// `api/asked-before.ts` takes the answers. Not on pages for whoever has not logged in yet: there each would fail.
window.askedBefore = new Map()
const ask = address => {
  const headers = { 'accept-language': documentElement.lang }
  const answer = fetch(address, { credentials: 'same-origin', headers })
  window.askedBefore.set(address, { answer, askedAt: performance.now() })
  return answer
}
const askForToday = async ({ permissions, tenant }) => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: tenant.time_zone }).format()
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  const lists = [
    '/api/v1/calls?limit=20',
    '/api/v1/callback-requests?state=open&limit=200',
    '/api/v1/wishes?state=open&limit=200',
    '/api/v1/receptionist/alarms',
    '/api/v1/block-collisions?limit=200&state=open',
    ...(permissions.includes('all') ? ['/api/v1/jobs?state=dead&limit=200'] : []),
    `/api/v1/appointments?from=${day}&to=${next}&limit=200`,
  ]
  await Promise.allSettled(lists.map(ask))
}

const [, open] = /^\/app\/(login|forgotten|new-password|verified|invitation)\b/.exec(location.pathname) ?? []
if (open === undefined)
  ask('/api/v1/session')
    .then(answer => (answer.ok && location.pathname === '/app/' ? answer.clone().json() : null))
    .then(session => session && session.user.second_factor !== 'needed' && askForToday(session))
    // Whoever takes the answer hears of it.
    .catch(() => {})
else documentElement.dataset.arriving = open

// The application begins when the page's first picture stands (or would, in a window that nobody sees), and its parts
// run one after the other, so that a tap in between is heard.
const painted = new Promise(resolve => {
  requestAnimationFrame(() => setTimeout(resolve))
  addEventListener('load', resolve)
})
const nextTask = () => new Promise(resolve => setTimeout(resolve))
const begin = async () => {
  await painted
  for (const { href } of document.querySelectorAll('link[rel="modulepreload"]')) {
    await import(href)
    await nextTask()
  }
}
void begin()
