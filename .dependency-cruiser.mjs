/**
 * The import arrows of ARCHITECTURE.md as rules. Adding an arrow is a decision: write an ADR.
 */

/** Which module may use which, through its front door `index.ts`. */
export const ARROWS = {
  tenants: [],
  identity: ['tenants'],
  customers: ['tenants'],
  catalogue: ['tenants'],
  scheduling: ['tenants', 'customers', 'catalogue'],
  calls: ['tenants', 'customers', 'scheduling'],
  messaging: ['tenants', 'identity', 'customers', 'catalogue', 'scheduling', 'calls'],
  reception: ['tenants', 'customers', 'catalogue', 'scheduling', 'messaging', 'calls'],
  voice: ['tenants', 'catalogue', 'calls', 'reception'],
  reporting: [
    'tenants',
    'identity',
    'customers',
    'catalogue',
    'scheduling',
    'calls',
    'messaging',
    'reception',
    'voice',
  ],
  ops: [
    'tenants',
    'identity',
    'customers',
    'catalogue',
    'scheduling',
    'calls',
    'messaging',
    'reception',
    'voice',
  ],
}

/** Each outside package has one place that knows it. */
const ADAPTERS = {
  'retell-sdk': '^(server/src/modules/voice/retell|sandbox/retell)/',
  nodemailer: '^server/src/modules/messaging/smtp-channel[.]ts$',
  'ical-generator': '^server/src/modules/messaging/',
  'libphonenumber-js': '^server/src/modules/customers/',
  'date-holidays': '^server/src/modules/catalogue/holidays[.]ts$',
  'graphile-worker': '^server/src/platform/(jobs/|db/migrate[.]ts)',
  pino: '^server/src/platform/observability/',
  'prom-client': '^server/src/platform/observability/',
  fastify: '^(server/src/platform/http/|sandbox/)',
  pg: '^server/src/(platform/(db|jobs|live)/|roles/cli/demo-reset[.]ts)',
  'smtp-server': '^sandbox/mail/',
  mailparser: '^sandbox/mail/',
}

const TESTS = '([.]test[.]ts$|^server/test/|/testing/|/golden/)'

const moduleRules = Object.entries(ARROWS).flatMap(([module, allowed]) => {
  const others = Object.keys(ARROWS).filter(other => other !== module)
  return [
    {
      name: `${module}-uses-only-its-arrows`,
      comment: `${module} may use ${allowed.join(', ') || 'no other module'}. Declare an event and subscribe to it, or turn the dependency round.`,
      severity: 'error',
      from: { path: `^server/src/modules/${module}/`, pathNot: TESTS },
      to: {
        path: others.filter(other => !allowed.includes(other)).map(other => `^server/src/modules/${other}/`),
      },
    },
    {
      name: `${module}-only-through-its-front-door`,
      comment: `Import ${module} through server/src/modules/${module}/index.ts; if something is missing there, add it to the front door.`,
      severity: 'error',
      from: { path: '^server/src/', pathNot: [`^server/src/modules/${module}/`, TESTS] },
      to: { path: `^server/src/modules/${module}/`, pathNot: `^server/src/modules/${module}/index[.]ts$` },
    },
  ]
})

const adapterRules = Object.entries(ADAPTERS).map(([pack, place]) => ({
  name: `${pack}-has-one-adapter`,
  comment: `Only ${place} knows ${pack}. Use the adapter's own words.`,
  severity: 'error',
  from: { path: '^(server/src|sandbox|web/src)/', pathNot: [place, TESTS] },
  to: { path: `^node_modules/${pack}/`, dependencyTypesNot: ['type-only'] },
}))

export default {
  forbidden: [
    ...moduleRules,
    ...adapterRules,
    {
      name: 'domain-is-pure',
      comment:
        'domain/ imports only its own domain/ and platform/{errors,time,ids}: pass everything else in.',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/domain/', pathNot: TESTS },
      to: { pathNot: ['^server/src/modules/$1/domain/', '^server/src/platform/(errors|time|ids)/'] },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'The platform is below the modules: hand it what it needs in app.ts.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: TESTS },
      to: { path: '^server/src/(modules|roles|worlds|app[.]ts|config[.]ts)' },
    },
    {
      name: 'modules-do-not-look-up',
      comment: 'Modules are given their neighbours and options by app.ts.',
      severity: 'error',
      from: { path: '^server/src/modules/', pathNot: TESTS },
      to: { path: '^server/src/(roles|worlds|app[.]ts|config[.]ts)' },
    },
    {
      name: 'server-and-sandbox-are-strangers',
      comment: 'They meet over HTTP and SMTP only; otherwise the simulator proves nothing.',
      severity: 'error',
      from: { path: '^server/src/' },
      to: { path: '^sandbox/' },
    },
    {
      name: 'sandbox-and-server-are-strangers',
      comment: 'They meet over HTTP and SMTP only; otherwise the simulator proves nothing.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(server|web)/' },
    },
    {
      name: 'web-knows-only-the-contract',
      comment: 'The web application talks to the server over HTTP; types come from contract/.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|sandbox)/' },
    },
    {
      name: 'web-ui-knows-no-routes-and-no-api',
      comment: 'ui/ holds parts that any page can use: pass data and actions in.',
      severity: 'error',
      from: { path: '^web/src/ui/', pathNot: TESTS },
      to: { path: '^web/src/(api|pages|forms|table|routes)' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or a third is missing.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
