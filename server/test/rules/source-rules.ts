/** Rules about the files of the repository, as functions from a file to what is wrong with it. */

/** "service" is missing here: it is a word of the business, what can be booked (Leistung). */
const BANNED_LAST_WORDS = /(^|-)(manager|handler|helper|helpers|util|utils|common|misc|impl|data|info|base)$/
const LONGEST = 400
const LONGEST_TEST = 600

export function fileNameProblem(path: string): string | null {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/(\.unit)?(\.test|\.e2e)?\.(ts|tsx|mjs)$/, '') ?? ''
  if (name.startsWith('.') || /\.(config|d|generated)$/.test(name)) return null
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return `${path} is not kebab-case`
  return BANNED_LAST_WORDS.test(name) ? `${path} ends in a word that says nothing` : null
}

export function sizeProblem(path: string, lines: number): string | null {
  const most = /\.test\.ts$/.test(path) ? LONGEST_TEST : LONGEST
  return lines > most ? `${path} has ${lines} lines, more than ${most}` : null
}

const MAY_READ_ENVIRONMENT =
  /^(server\/src\/config\.ts|sandbox\/main\.ts|scripts\/|bench\/|.*\.test\.ts$|server\/test\/)/

export function environmentProblem(path: string, text: string): string | null {
  return text.includes('process.env') && !MAY_READ_ENVIRONMENT.test(path) ? `${path} reads process.env` : null
}

/** fetch is for the one outbound client; tests and the sandbox speak HTTP on purpose. */
export function fetchProblem(path: string, text: string): string | null {
  const outside = path.startsWith('server/src/') && !/\.test\.ts$/.test(path)
  return outside && /\bfetch\(/.test(text) && path !== 'server/src/platform/resilience/outbound.ts'
    ? `${path} calls fetch past the outbound client`
    : null
}

export function focusProblem(path: string, text: string): string | null {
  return /\b(test|it|describe)\.(only|skip|todo)\b/.test(text) ? `${path} focuses or skips a test` : null
}

export function doubledTestNames(path: string, text: string): string[] {
  const names = [...text.matchAll(/^test\((['"`])(.+?)\1/gm)].map(match => match[2] ?? '')
  return names.filter((name, index) => names.indexOf(name) !== index).map(name => `${path}: "${name}" twice`)
}
