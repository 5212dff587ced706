import { describe, expect, test } from 'vitest'
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
} from './document-rules.ts'

const paths = ['README.md', 'docs/adr/0001-a.md', 'docs/guides/operator.md']
const links = (text: string, path = 'docs/guides/operator.md'): string[] =>
  linkProblems({ path, text }, paths)

describe('A link', () => {
  test.each([
    ['beside', '[a](operator.md)'],
    ['upwards', '[a](../../README.md)'],
    ['from the root', '[a](/README.md)'],
    ['to a folder', '[a](../adr/)'],
    ['to a heading', '[a](../adr/0001-a.md#context)'],
    ['to this page', '[a](#context)'],
    ['to elsewhere', '[a](https://host.example/x) [b](mailto:a@host.example)'],
  ])('%s may lead there', (_where, text) => {
    expect(links(text)).toEqual([])
  })

  test.each([['[a](gone.md)'], ['[a](../README.md)'], ['[a](/docs/gone.md#x)']])(
    'to nowhere is found: %s',
    text => {
      expect(links(text)).toHaveLength(1)
    },
  )
})

describe('A file that is named', () => {
  const sources = ['server/src/modules/calls/domain/call.ts', 'server/test/scenarios/a-call.test.ts']
  const named = (text: string): string[] => fileProblems({ path: 'README.md', text }, sources)

  test.each([
    ['as a whole', '`server/src/modules/calls/domain/call.ts`'],
    ['by its end', '`domain/call.ts` and `call.ts`'],
    ['among scenarios', '`s/a-call.test.ts`'],
    ['as a folder', '`server/src/modules/` and `server/test`'],
    ['as several', '`server/{src,test}/` and `domain/{call}.ts`'],
    ['as a pattern', '`domain/*.test.ts` and `server/migrations/NNNN_what.sql`'],
    ['as what is no file', '`access/csrf` `@ai-sdk/anthropic` `.ts` `ical.js`'],
  ])('%s may be there', (_how, text) => {
    expect(named(text)).toEqual([])
  })

  test.each([['`gone.ts`'], ['`calls/call.ts`'], ['`server/gone/`'], ['`domain/{call,gone}.ts`']])(
    'and is nowhere is found: %s',
    text => {
      expect(named(text)).toHaveLength(1)
    },
  )
})

describe('What a document runs', () => {
  const runnable = { scripts: ['check', 'verify', 'bench', 'askpro'], commands: ['slots', 'call chat'] }
  const run = (text: string): string[] =>
    commandProblems({ path: 'README.md', text }, { ...runnable, proofs: ['fuzz'], benches: ['start'] })

  test.each([
    ['npm run check, npm run verify -- fuzz, npm run bench -- start, npm run bench -- <name>'],
    ['`askpro slots`, bin/askpro call chat --tenant x, npm run askpro -- call chat'],
  ])('may be there: %s', text => {
    expect(run(text)).toEqual([])
  })

  test.each([
    ['npm run gone'],
    ['npm run verify -- start'],
    ['npm run bench -- fuzz'],
    ['`askpro gone`'],
    ['bin/askpro call gone'],
  ])('and is nowhere is found: %s', text => {
    expect(run(text)).toHaveLength(1)
  })

  test('has the names of benches from their list', () => {
    expect(benchNames("  start: measureStart,\n  'voice-tools': measureVoiceTools,\n")).toEqual([
      'start',
      'voice-tools',
    ])
  })
})

describe('The folders of a module', () => {
  const inside = ['m/README.md', 'm/index.ts', 'm/domain/call.ts', 'm/line/dial.ts', 'n/other/x.ts']
  const folders = (text: string): string[] => folderProblems({ path: 'm/README.md', text }, inside)

  test('are named alone or by what is in them', () => {
    expect(folders('`domain/` and `line/dial.ts`')).toEqual([])
  })

  test('are missed', () => {
    expect(folders('`domain`')).toEqual(['m/README.md does not name its folder line'])
  })
})

describe('The way of a call', () => {
  const files = Array.from({ length: 11 }, (_, index) => `server/src/step-${index}.ts`)
  const told = (count: number): string =>
    files
      .slice(0, count)
      .map(path => `\`${path}\``)
      .join('\n')

  test('in ten files is short enough', () => {
    expect(phoneCallProblems(told(10), files)).toEqual([])
  })

  test('in eleven files is too long', () => {
    expect(phoneCallProblems(told(11), files)).toEqual(['it names 11 files, more than 10'])
  })

  test('through a file that is gone is found', () => {
    expect(phoneCallProblems(told(2), files.slice(0, 1))).toEqual(['server/src/step-1.ts does not exist'])
  })

  test('through no file is found', () => {
    expect(phoneCallProblems('', files)).toEqual(['it names no file'])
  })
})

describe('Migrations', () => {
  test('one after the other are good, in whatever order they are listed', () => {
    expect(migrationProblems(['0002_b.sql', '0001_a_b2.sql'])).toEqual([])
  })

  test.each([
    ['with a gap', ['0001_a.sql', '0003_b.sql'], /0003_b.sql should have number 2/],
    ['with one number twice', ['0001_a.sql', '0001_b.sql'], /0001_b.sql should have number 2/],
    ['that begin late', ['0002_a.sql'], /should have number 1/],
    ['that would be overlooked', ['0001_a.sql', '2_b.sql'], /is not NNNN_what.sql/],
    ['with a space', ['0001_a b.sql'], /is not NNNN_what.sql/],
  ])('%s are found', (_how, names, problem) => {
    expect(migrationProblems(names).join()).toMatch(problem)
  })
})

describe('The index of decisions', () => {
  const index = '| | decision |\n|---|---|\n| [0001](0001-a.md) | One |\n| [0003](0003-b.md) | Two |\n'
  const [one, two] = [
    { path: 'docs/adr/0001-a.md', text: '# 0001 One\n\n**Context.**' },
    { path: 'docs/adr/0003-b.md', text: '# 0003 Two\n' },
  ] as const

  test('may leave a number out', () => {
    expect(decisionProblems(index, [one, two])).toEqual([])
  })

  test.each([
    ['a decision that it lacks', [one, two, { path: 'docs/adr/0004-c.md', text: '# 0004 Three\n' }]],
    ['a decision that is gone', [one]],
    ['another title', [one, { ...two, text: '# 0003 Three\n' }]],
    ['another number', [one, { ...two, text: '# 0002 Two\n' }]],
  ])('with %s is found', (_what, decisions) => {
    expect(decisionProblems(index, decisions)).not.toEqual([])
  })
})

describe('A table of names', () => {
  const table = (text: string): string[] => missingNames({ path: 'a.md', text }, ['job.purge', 'jobs retry'])

  test('with every name is good, whatever follows it', () => {
    expect(table('| `job.purge` | `jobs retry ID…` |')).toEqual([])
  })

  test.each([
    '| `job.purge-all` | `jobs retry` |',
    '| `jobxpurge` | `jobs retry` |',
    'job.purge, `jobs retry`',
  ])('without one is found: %s', text => {
    expect(table(text)).toEqual(['a.md does not have job.purge'])
  })
})

describe('The variables of the environment', () => {
  const variables = variablesOf(
    'const environment = z.object({\n  PORT: z.string(),\n  SMTP_URL: url(),\n})\n',
  )

  test('are those of the schema', () => {
    expect(variables).toEqual(['PORT', 'SMTP_URL'])
  })

  test('are all in the example, and no other is', () => {
    expect(exampleProblems('# Port\nPORT=8080\nSMTP_URL=\n', variables)).toEqual([])
    expect(exampleProblems('PORT=8080\nHOST=\n', variables)).toEqual([
      'SMTP_URL is not in the example',
      'HOST is in the example and read by nobody',
    ])
  })
})

describe('The page of security', () => {
  test('names tests that are there', () => {
    const there = ['server/test/scenarios/people-log-in.test.ts', 'verify/attack/attack.test.ts']
    const text = '`s/people-log-in.test.ts`, `verify/attack/attack.test.ts`, `PUBLIC_URL`'
    expect(securityProblems(text, there)).toEqual([])
    expect(securityProblems(text, [])).toHaveLength(2)
    expect(securityProblems('words', there)).toEqual(['it names no file'])
  })
})
