// Must run before the first paint, because otherwise a chosen dark scheme flashes white. A file of its own,
// because the content security policy allows no inline script.
const chosen = localStorage.getItem('mantine-color-scheme-value')
const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
const scheme = chosen === 'light' || chosen === 'dark' ? chosen : prefersDark ? 'dark' : 'light'
document.documentElement.dataset.mantineColorScheme = scheme
