import type { SourceFile } from './repository-files.ts'

/** Rules about one file: each returns what is wrong with it, as sentences that begin with its path. */
export type FileRule = (file: SourceFile) => string[]

const LONGEST = 400

/** "service" is missing here: it is a word of the business, what can be booked (Leistung). */
const EMPTY_WORDS = 'manager|handler|helpers?|utils?|common|misc|impl|data|info|base'
const ENDS_EMPTY = new RegExp(`(^|-)(${EMPTY_WORDS})$`)
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** The layout names this folder so. */
const NAMED_BY_LAYOUT = /^web\/src\/util\//

const MAY_READ_ENVIRONMENT =
  /^server\/src\/config\.ts$|^sandbox\/main\.ts$|^(scripts|bench|verify|server\/test)\/|\.test\.ts$/
const READS_ENVIRONMENT =
  /\bprocess\s*\??\.?\s*(\.\s*env\b|\[\s*['"]env['"])|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|\{[^}]*\benv\b[^}]*\}\s*from\s*['"](node:)?process['"]/

const DESTROYS = /\b(drop\s+(database|schema|owned)|truncate)\b(?!\()/i
const MAY_DESTROY: Readonly<Record<string, string>> = {
  'server/src/roles/cli/demo-reset.ts': 'refuses unless the installation says "demo"',
  'server/test/support/drop-test-database.ts': 'refuses unless a test made it and nobody says otherwise',
  'server/src/platform/db/database.test.ts': 'a clone; and that the application may not',
  'server/src/platform/db/external-database.test.ts': 'a server of its own',
  'server/test/database-rules.test.ts': 'that the application may not',
  'server/src/platform/db/tenant-rules.test.ts': 'that the application may not',
  'server/test/rules/file-rules.ts': 'this table',
  'server/test/rules/file-rules.test.ts': 'what this table is for',
}

const OUTBOUND_CLIENT = 'server/src/platform/resilience/'
/** `fetch`, a client for HTTP, or a bare connection; types alone ask nobody. */
const ASKS_OUTSIDE = new RegExp(
  [
    /(?<![\w.])fetch\(/,
    /import (?!type\b)[^;'"]*from\s*['"](undici|axios|got|(node:)?http2?|(node:)?https)['"]/,
    /import (?!type\b)[^;'"]*\b(connect|createConnection|Socket)\b[^;'"]*from\s*['"](node:)?(net|tls)['"]/,
    /await import\(\s*['"](undici|(node:)?(https?|http2|net|tls))['"]/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** Names of files and their folders are kebab-case, and end in a word that says what is inside. */
export const saysWhatIsInside: FileRule = ({ path }) => {
  const parts = path.split('/')
  const file = parts.at(-1) ?? ''
  const folders = NAMED_BY_LAYOUT.test(path) ? [] : parts.slice(0, -1)
  const names = [...folders, file.replace(/\..*$/, '')].filter(name => name !== '' && !name.startsWith('.'))
  return names.flatMap(name => {
    if (!KEBAB_CASE.test(name)) return [`${path}: "${name}" is not kebab-case`]
    return ENDS_EMPTY.test(name) ? [`${path}: "${name}" ends in a word that says nothing`] : []
  })
}

export const isShortEnough: FileRule = ({ path, text }) => {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return lines > LONGEST ? [`${path} has ${lines} lines, more than ${LONGEST}`] : []
}

/** A setting that is read in two places has two defaults. */
export const leavesEnvironmentAlone: FileRule = ({ path, text }) =>
  READS_ENVIRONMENT.test(text) && !MAY_READ_ENVIRONMENT.test(path)
    ? [`${path} reads process.env; take the value from the configuration`]
    : []

/** Whole tables and databases vanish in few places, each behind a question what the database is for (failure 91). */
export const destroysNothing: FileRule = ({ path, text }) =>
  /^(server|scripts|bench|verify|sandbox)\//.test(path) && DESTROYS.test(text) && !(path in MAY_DESTROY)
    ? [`${path} empties or drops what may be real; see MAY_DESTROY`]
    : []

const WRITES_FILES =
  /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFile|copyFileSync|openSync|renameSync)\(/
const MAY_WRITE_FILES: Readonly<Record<string, string>> = {
  'server/src/config.ts': 'the secret key, once',
  'server/src/platform/db/create-cluster.ts': 'the password of the embedded database, once',
  'server/src/platform/db/embedded-server.ts': 'the port of the embedded database',
  'server/src/platform/db/launch-postgres.ts': 'its log',
  'server/src/roles/running-server.ts': 'where the product runs',
}

/** What a business knows is in the database alone: no file beside it is half written, or says otherwise. */
export const keepsToTheDatabase: FileRule = ({ path, text }) =>
  path.startsWith('server/src/') &&
  !/\.test\.ts$/.test(path) &&
  WRITES_FILES.test(text) &&
  !(path in MAY_WRITE_FILES)
    ? [`${path} writes a file; what is to stay belongs into the database`]
    : []

/** The outbound client refuses to run inside a transaction, has time limits, and is the one to watch. */
export const usesOutboundClient: FileRule = ({ path, text }) =>
  path.startsWith('server/src/') &&
  !path.startsWith(OUTBOUND_CLIENT) &&
  !/\.test\.ts$/.test(path) &&
  ASKS_OUTSIDE.test(text)
    ? [`${path} goes past the outbound client`]
    : []
