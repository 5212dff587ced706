import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Limits end what hangs. They are no measure of speed: a busy machine must not fail a test. */
const LONGEST_TEST = { unit: 120_000, database: 180_000, browser: 240_000 } as const
const LONGEST_POLL = 30_000
const SAME_PROPERTIES = ['server/test/support/property-seed.ts']

export default defineConfig({
  test: {
    // Vitest would leave one core free. Most slow files wait for processes and time limits: on two cores the database
    // tests take 190 s side by side, 320 s one after the other.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What one project or run has transformed, the next reads.
    fsModuleCache: true,
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing that is pure can leave anything behind for the next file.
          isolate: false,
          setupFiles: SAME_PROPERTIES,
          include: [
            'server/src/**/domain/**/*.test.ts',
            'server/src/**/*.unit.test.ts',
            'sandbox/**/*.test.ts',
            'web/src/**/*.test.ts',
          ],
          testTimeout: LONGEST_TEST.unit,
          hookTimeout: LONGEST_TEST.unit,
          expect: { poll: { timeout: LONGEST_POLL } },
        },
      },
      {
        test: {
          name: 'database',
          // Every file starts products of its own and keeps nothing in modules: read once, the code serves them all. It
          // took a quarter of the time to read it for each.
          isolate: false,
          setupFiles: SAME_PROPERTIES,
          include: ['server/src/**/*.test.ts', 'server/test/**/*.test.ts', 'verify/**/*.test.ts'],
          exclude: ['server/src/**/domain/**', 'server/src/**/*.unit.test.ts', 'server/test/browser/**'],
          globalSetup: ['server/test/support/database-server.ts'],
          testTimeout: LONGEST_TEST.database,
          hookTimeout: LONGEST_TEST.database,
          expect: { poll: { timeout: LONGEST_POLL } },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['server/test/browser/**/*.test.ts'],
          globalSetup: ['server/test/support/database-server.ts'],
          testTimeout: LONGEST_TEST.browser,
          hookTimeout: LONGEST_TEST.browser,
          expect: { poll: { timeout: LONGEST_POLL } },
          fileParallelism: false,
          // A real browser on a busy machine: once more, and the report says which test needed it.
          retry: 1,
        },
      },
    ],
  },
})
