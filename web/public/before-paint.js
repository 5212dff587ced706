// Must run before the first paint, because otherwise a chosen dark scheme flashes white. A file of its own,
// because the content security policy allows no inline script.
const chosen = localStorage.getItem('mantine-color-scheme-value')
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
const scheme = chosen === 'light' || chosen === 'dark' ? chosen : prefersDark ? 'dark' : 'light'
document.documentElement.dataset.mantineColorScheme = scheme

// Who is logged in is asked while the application is still on its way; `sessionQuery` takes the answer. Not on pages
// for whoever has not logged in yet: there it would be a failed request.
if (!/^\/app\/(login|forgotten|new-password|verified|invitation)\b/.test(location.pathname)) {
  window.earlySession = fetch('/api/v1/session', { credentials: 'same-origin' })
  window.earlySession.catch(() => {})
}
