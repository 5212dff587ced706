/**
 * Who may import whom. The tables come first and are the decision; the rules below only spell them out.
 * A new arrow between modules is an ADR and a line in ARCHITECTURE.md, which a test compares with `arrows`.
 */

/** module → the modules whose front door (`index.ts`) it may use. */
export const arrows = {
  tenants: [],
  identity: ['tenants'],
  customers: ['tenants'],
  catalogue: ['tenants'],
  scheduling: ['tenants', 'customers', 'catalogue'],
  calendars: ['tenants', 'catalogue', 'scheduling'],
  calls: ['tenants', 'customers', 'scheduling'],
  messaging: ['tenants', 'identity', 'customers', 'catalogue', 'scheduling', 'calls'],
  reception: ['tenants', 'customers', 'catalogue', 'scheduling', 'messaging', 'calls'],
  voice: ['tenants', 'catalogue', 'calls', 'reception'],
}

/** They look through any front door, and nobody uses them. */
export const onlookers = ['reporting', 'ops']

/** package → the places that may import it: each provider's and each library's format is known in one place. */
const homes = {
  'retell-sdk': ['^server/src/modules/voice/retell/', '^sandbox/retell/', '^verify/lost-events/'],
  ai: ['^server/src/modules/reception/understanding/'],
  '@ai-sdk': ['^server/src/modules/reception/understanding/'],
  nodemailer: ['^server/src/modules/messaging/smtp-channel[.]ts$'],
  'ical-generator': ['^server/src/modules/(?:messaging|calendars/(?:ical|feed))/'],
  tsdav: ['^server/src/modules/calendars/caldav/'],
  'windows-iana': ['^server/src/platform/time/zone-names[.]ts$'],
  'libphonenumber-js': [
    '^server/src/modules/customers/',
    '^sandbox/calcom/',
    '^server/src/modules/calendars/calcom/',
  ],
  'rrule-temporal': ['^server/src/platform/time/recurrence[.]ts$'],
  'date-holidays': ['^server/src/modules/catalogue/closures/holidays[.]ts$'],
  'smtp-server': ['^sandbox/mail/'],
  mailparser: ['^sandbox/mail/'],
  'graphile-worker': ['^server/src/platform/jobs/', '^server/src/platform/db/migrate[.]ts$', '^bench/'],
  pino: ['^server/src/platform/observability/'],
  'prom-client': ['^server/src/platform/observability/'],
  'pino-roll': ['^server/src/platform/observability/'],
  '@opentelemetry': ['^server/src/platform/observability/'],
  '@sentry': ['^server/src/platform/observability/'],
  'better-auth': ['^server/src/modules/identity/accounts/'],
  '@zxcvbn-ts': ['^server/src/modules/identity/accounts/'],
  'write-excel-file': ['^server/src/platform/files/'],
  uqr: ['^web/src/pages/own/'],
  cockatiel: ['^server/src/platform/resilience/'],
  undici: ['^server/src/platform/resilience/', '^bench/', '^verify/'],
  'ipaddr.js': ['^server/src/platform/resilience/'],
  '@redis': ['^server/src/platform/limits/redis-store[.]ts$'],
  fastify: ['^server/src/platform/http/', '^sandbox/', '^bench/reference/'],
  pg: [
    '^server/src/platform/(?:db|jobs|live)/',
    '^server/src/roles/cli/',
    '^scripts/',
    '^bench/',
    '^verify/',
  ],
}

/** Packages whose types may be named anywhere: a route says what it takes and brings nothing in. */
const typesAreFree = ['fastify']

/** Tests, and the folders that hold what only tests need. They may import more; nobody else may import them. */
const TESTS = '[.](?:test|e2e)[.]tsx?$|/(?:testing|golden)/|^server/test/'
/** Scripts of pages, loaded by the browser from addresses. */
const PAGES = '^sandbox/.*page/'
const MODULES = '^server/src/modules/'
const TOP = '^server/src/(?:app|config|main)[.]ts$|^server/src/(?:roles|worlds)/'

export default {
  forbidden: [
    ...Object.entries(arrows).map(([module, neighbours]) => arrowRule(module, neighbours)),
    ...onlookers.map(module => arrowRule(module, Object.keys(arrows))),
    {
      name: 'listed-modules-only',
      comment:
        'This folder is no module of the table. Add it to arrows in .dependency-cruiser.mjs (with an ADR), or move it.',
      severity: 'error',
      from: { path: `${MODULES}(?!(?:${[...Object.keys(arrows), ...onlookers].join('|')})/)` },
      to: {},
    },
    {
      name: 'front-doors-only',
      comment:
        "Import the other module's index.ts, and export there what you need, if it is meant for others.",
      severity: 'error',
      from: { path: `${MODULES}([^/]+)/`, pathNot: TESTS },
      to: { path: MODULES, pathNot: [`${MODULES}$1/`, `${MODULES}[^/]+/index[.]ts$`] },
    },
    {
      name: 'front-doors-from-outside',
      comment: 'app.ts, roles and worlds use modules through their index.ts, like everybody else.',
      severity: 'error',
      from: { path: TOP, pathNot: TESTS },
      to: { path: MODULES, pathNot: `${MODULES}[^/]+/index[.]ts$` },
    },
    {
      name: 'domain-is-pure',
      comment:
        'domain/ decides and does nothing: pass in what it needs as a value. It may import its own domain/ and platform/{errors,time,ids}, no package and no part of Node.',
      severity: 'error',
      from: { path: `${MODULES}([^/]+)/domain/`, pathNot: TESTS },
      to: { pathNot: [`${MODULES}$1/domain/`, '^server/src/platform/(?:errors|time|ids)/'] },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'The platform declares a port, the module fills it, and app.ts brings them together.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: TESTS },
      to: { path: [MODULES, TOP] },
    },
    {
      name: 'modules-do-not-look-up',
      comment: 'A module gets what it needs as an argument of its create function; app.ts passes it in.',
      severity: 'error',
      from: { path: MODULES, pathNot: TESTS },
      to: { path: TOP },
    },
    {
      name: 'server-without-sandbox',
      comment: 'The product meets the simulators over the network only, as it meets the providers.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: TESTS },
      to: { path: '^(?:sandbox|bench|verify|scripts|web)/' },
    },
    {
      name: 'sandbox-without-server',
      comment:
        'A simulator that shares code with the product agrees with its mistakes. Write it from the provider’s documents.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(?:server|web|bench|verify|scripts)/' },
    },
    {
      name: 'tests-start-simulators',
      comment: 'Tests of the product start a simulator by its start-*.ts and then speak to it over HTTP.',
      severity: 'error',
      from: { path: '^(?:server|bench)/' },
      to: { path: '^sandbox/', pathNot: '/start-[^/]+[.]ts$' },
    },
    {
      name: 'web-knows-the-contract',
      comment: 'The web application knows the server by contract/ alone.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(?:server|sandbox|bench|verify|scripts)/' },
    },
    {
      name: 'web-ui-knows-no-routes-and-no-api',
      comment: 'ui/ holds parts that any page can use: pass data and actions in.',
      severity: 'error',
      from: { path: '^web/src/ui/', pathNot: TESTS },
      to: { path: '^web/src/(?:api|pages|forms|table|routes)' },
    },
    {
      name: 'web-runs-in-a-browser',
      comment: 'There is no Node in a browser.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'prepare-needs-nothing',
      comment: 'It runs before anything is installed: parts of Node, and its own folder.',
      severity: 'error',
      from: { path: '^scripts/prepare' },
      to: { dependencyTypesNot: ['core'], pathNot: '^scripts/prepare/' },
    },
    ...Object.entries(homes).map(([name, places]) => homeRule(name, places)),
    {
      name: 'no-development-packages',
      comment: 'What the product imports when it runs belongs to "dependencies" in package.json.',
      severity: 'error',
      from: { path: '^(?:server/src|sandbox|web/src)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-material',
      comment: 'What tests need stays with the tests. Move what the product needs too out of there.',
      severity: 'error',
      from: { path: '^(?:server/src|sandbox|web/src|scripts)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-test-material-in-proofs',
      comment: 'Proofs and benches try the phrases and amounts that tests know, and nothing else of theirs.',
      severity: 'error',
      from: { path: '^(?:bench|verify)/', pathNot: TESTS },
      to: {
        path: TESTS,
        pathNot:
          '^server/src/(?:modules/reception/domain/(?:time/(?:testing|golden)|speech/testing)|platform/i18n/testing)/',
      },
    },
    {
      name: 'no-cycles',
      comment: 'Move what both need into a third file, or turn one direction into an argument or an event.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'There is no such file or package. Relative imports end in .ts.',
      severity: 'error',
      from: { pathNot: PAGES },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/|[.]css$|^contract/openapi[.]json$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    detectProcessBuiltinModuleCalls: true,
  },
}

function arrowRule(module, neighbours) {
  const allowed = neighbours.length === 0 ? 'no other module' : neighbours.join(', ')
  return {
    name: `${module}-arrows`,
    comment: `${module} may use ${allowed}. Against the arrows: let the lower module declare an event, and subscribe to it in jobs.ts.`,
    severity: 'error',
    from: { path: `${MODULES}${module}/`, pathNot: TESTS },
    to: { path: MODULES, pathNot: `${MODULES}(?:${[module, ...neighbours].join('|')})/` },
  }
}

function homeRule(name, places) {
  const to = { path: `(?:^|/)node_modules/${name}/` }
  return {
    name: `${name}-at-home`,
    comment: `Only ${places.join(' and ')} may import ${name}. Say what you need there, in our words, and use that.`,
    severity: 'error',
    from: { pathNot: [...places, TESTS] },
    to: typesAreFree.includes(name) ? { ...to, dependencyTypesNot: ['type-only'] } : to,
  }
}
