import { describe, expect, test } from 'vitest'
import { arrowProblems, arrowsOfDocument } from './rules/arrow-rules.ts'
import { readArrows } from './rules/configured-arrows.ts'
import {
  benchNames,
  commandProblems,
  decisionProblems,
  exampleProblems,
  fileProblems,
  folderProblems,
  linkProblems,
  migrationProblems,
  missingNames,
  phoneCallProblems,
  securityProblems,
  variablesOf,
} from './rules/document-rules.ts'
import {
  apiErrorProblems,
  declaredCodes,
  errorDocumentProblems,
  errorProblems,
  OUTSIDE_THE_API,
  statusProblems,
} from './rules/error-rules.ts'
import {
  destroysNothing,
  type FileRule,
  isShortEnough,
  keepsToTheDatabase,
  leavesEnvironmentAlone,
  saysWhatIsInside,
  usesOutboundClient,
} from './rules/file-rules.ts'
import { addressProblems } from './rules/guide-rules.ts'
import {
  decidedPackageProblems,
  lockfileProblems,
  mixedVersionProblems,
  versionProblems,
} from './rules/package-rules.ts'
import { leavesPhrasesToTheParser } from './rules/phrase-rules.ts'
import { promiseProblems, proofNames } from './rules/promise-rules.ts'
import { readRepositoryFile, repositoryPaths, repositorySources } from './rules/repository-files.ts'
import { leavesNoTestOut, namesEachTestOnce } from './rules/test-rules.ts'
import { leavesTimeToOnePlace } from './rules/time-rules.ts'

/**
 * Rules of the house that no compiler knows, held against every file; those about the migrated database are in
 * `database-rules.test.ts`. That each of them finds what it forbids is proved beside it, in `rules/*.test.ts`.
 */
const paths = repositoryPaths()
const sources = repositorySources()
const serverSources = sources.filter(({ path }) => path.startsWith('server/src/'))
/** What stands in the first group of `name`, in the files of the server that are meant. */
const namedIn = (files: RegExp, name: RegExp): string[] =>
  serverSources
    .filter(({ path }) => files.test(path) && !path.endsWith('.test.ts'))
    .flatMap(({ text }) => [...text.matchAll(name)].map(match => match[1] ?? ''))
const problemsOf = (rule: FileRule): string[] => sources.flatMap(rule)

test('git shows the files that the rules are about', () => {
  expect(sources.length).toBeGreaterThan(300)
})

describe('A source file', () => {
  test('has a name, and lies in folders, that say what is inside', () => {
    expect(problemsOf(saysWhatIsInside)).toEqual([])
  })

  test('is short enough to be read', () => {
    expect(problemsOf(isShortEnough)).toEqual([])
  })

  test('takes its settings from the configuration', () => {
    expect(problemsOf(leavesEnvironmentAlone)).toEqual([])
  })

  test('destroys no database and no table', () => {
    const migrations = paths
      .filter(path => path.startsWith('server/migrations/'))
      .map(path => ({ path, text: readRepositoryFile(path) }))
    expect([...sources, ...migrations].flatMap(destroysNothing)).toEqual([])
  })

  test('reaches the network through the outbound client', () => {
    expect(problemsOf(usesOutboundClient)).toEqual([])
  })

  test('keeps what it knows in the database (slot board: JSON files, and the same in two places)', () => {
    expect(problemsOf(keepsToTheDatabase)).toEqual([])
  })

  test('leaves phrases about time to the one parser', () => {
    expect(problemsOf(leavesPhrasesToTheParser)).toEqual([])
  })

  test('reckons with days, wall times and free time in one place', () => {
    expect(problemsOf(leavesTimeToOnePlace)).toEqual([])
  })
})

describe('A test', () => {
  test('has a name of its own', () => {
    expect(problemsOf(namesEachTestOnce)).toEqual([])
  })

  test('runs, or says why it does not', () => {
    expect(problemsOf(leavesNoTestOut)).toEqual([])
  })
})

describe('An error code', () => {
  const openapi = JSON.parse(readRepositoryFile('contract/openapi.json'))

  test('is declared once, in errors.ts, under the name of its module', () => {
    expect(errorProblems(serverSources)).toEqual([])
  })

  test('is in the documents, and no other is', () => {
    expect(errorDocumentProblems(serverSources, readRepositoryFile('docs/errors.md'))).toEqual([])
  })

  test('is answered by a route of the API, or has its place outside of it', () => {
    expect(apiErrorProblems(serverSources, openapi, OUTSIDE_THE_API)).toEqual([])
  })

  test('has one status in the code, in the documents and in the description of the API', () => {
    expect(statusProblems(serverSources, readRepositoryFile('docs/errors.md'), openapi)).toEqual([])
  })

  test('is found where it is declared', () => {
    expect(declaredCodes(serverSources).length).toBeGreaterThan(20)
  })
})

describe('What is installed', () => {
  const manifest = readRepositoryFile('package.json')

  test('comes from wherever the machine gets its packages', () => {
    expect(lockfileProblems(readRepositoryFile('package-lock.json'))).toEqual([])
  })

  test('has one exact version', () => {
    expect(versionProblems(manifest)).toEqual([])
  })

  test('has one version for all of Mantine', () => {
    expect(mixedVersionProblems(manifest, '@mantine')).toEqual([])
  })

  test('was decided, and whatever was decided is installed', () => {
    const decision = readRepositoryFile('docs/adr/0009-dependencies.md')
    expect(decidedPackageProblems(manifest, decision)).toEqual([])
  })
})

test('Migrations are numbered without gaps', () => {
  const names = paths
    .filter(path => path.startsWith('server/migrations/'))
    .map(path => path.split('/').at(-1) ?? '')
  expect(names.length).toBeGreaterThan(0)
  expect(migrationProblems(names)).toEqual([])
})

describe('The documents', () => {
  const documents = paths
    .filter(path => path.endsWith('.md'))
    .map(path => ({ path, text: readRepositoryFile(path) }))
  /** What was, is told there too. */
  const current = documents.filter(({ path }) => path !== 'CHANGELOG.md')
  const proofs = proofNames(sources)
  const benches = benchNames(readRepositoryFile('bench/run.ts'))
  const commands = namedIn(/roles\/cli\//, /^ {2}name: '([^']+)'/gm)

  test('link to what is there', () => {
    expect(documents.flatMap(document => linkProblems(document, paths))).toEqual([])
  })

  test('name files and folders that are there', () => {
    expect(current.flatMap(document => fileProblems(document, paths))).toEqual([])
  })

  test('run what can be run', () => {
    const { scripts } = JSON.parse(readRepositoryFile('package.json'))
    const runnable = { scripts: Object.keys(scripts), commands, proofs, benches }
    expect(Object.values(runnable).map(names => names.length > 10)).not.toContain(false)
    expect(current.flatMap(document => commandProblems(document, runnable))).toEqual([])
  })

  test('of a module, and of the platform, name each of their folders', () => {
    const readmes = documents.filter(({ path }) =>
      /^server\/src\/(modules\/[\w-]+|platform)\/README\.md$/.test(path),
    )
    expect(readmes.length).toBeGreaterThan(8)
    expect(readmes.flatMap(readme => folderProblems(readme, paths))).toEqual([])
  })

  test('tell integrators of every address of the API, and what a key needs for it', () => {
    const guide = readRepositoryFile('docs/guides/integrator.md')
    expect(addressProblems(guide, readRepositoryFile('docs/permissions.md'))).toEqual([])
  })

  test('map the requirements of security to tests that are there', () => {
    expect(securityProblems(readRepositoryFile('docs/security.md'), paths)).toEqual([])
  })

  test('tell one phone call in at most ten files, which all exist', () => {
    expect(phoneCallProblems(readRepositoryFile('docs/one-phone-call.md'), paths)).toEqual([])
  })

  test('list every decision', () => {
    const decisions = paths
      .filter(path => /^docs\/adr\/\d/.test(path))
      .map(path => ({ path, text: readRepositoryFile(path) }))
    expect(decisions.length).toBeGreaterThan(10)
    expect(decisionProblems(readRepositoryFile('docs/adr/README.md'), decisions)).toEqual([])
  })

  test('have every variable, command, schedule, proof and bench', () => {
    const read = (path: string) => ({ path, text: readRepositoryFile(path) })
    const variables = variablesOf(readRepositoryFile('server/src/config.ts'))
    const schedules = namedIn(/modules|platform/, /jobs\.schedule\(\{\s*name: '([^']+)'/g)
    const jobs = [
      ...namedIn(/modules|platform/, /jobs\.(?:define|subscribe)\([^{]*\{\s*name: '([^']+)'/g),
      // Messaging defines its jobs by functions of its own.
      ...namedIn(/modules\/messaging/, /(?:defineSend|tell)\((?:\w+, )?'([^']+)'/g),
    ]
    expect([variables, commands, schedules, jobs].map(names => names.length > 3)).not.toContain(false)
    const operator = read('docs/guides/operator.md')
    expect([
      ...exampleProblems(readRepositoryFile('.env.example'), variables),
      ...missingNames(operator, [...variables, ...schedules]),
      ...missingNames(read('README.md'), commands),
      ...missingNames(read('CONTRIBUTING.md'), [...proofs, ...benches]),
      ...missingNames(read('ARCHITECTURE.md'), [...schedules, ...jobs]),
    ]).toEqual([])
  })

  test('promise what is enforced, tested and proved where they say', () => {
    const repository = {
      ...{ files: sources, proofs, schema: readRepositoryFile('server/schema.sql') },
      records: ['verify', 'bench'].map(folder => readRepositoryFile(`${folder}/README.md`)).join('\n'),
    }
    expect(promiseProblems(readRepositoryFile('docs/promises.md'), repository)).toEqual([])
  })

  test('draw the import arrows that are checked', async () => {
    const drawn = arrowsOfDocument(readRepositoryFile('ARCHITECTURE.md'))
    expect(Object.keys(drawn).length).toBeGreaterThan(8)
    expect(arrowProblems(drawn, await readArrows())).toEqual([])
  })
})
