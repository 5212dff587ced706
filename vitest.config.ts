import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Vitest would leave one core free. Most slow files wait for processes and time limits: on two cores the database
    // tests take 190 s side by side, 320 s one after the other.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'server/src/**/domain/**/*.test.ts',
            'server/src/**/*.unit.test.ts',
            'sandbox/**/*.test.ts',
            'web/src/**/*.test.ts',
          ],
          // They take milliseconds on a machine of their own, and must not fail on one that others use.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['server/src/**/*.test.ts', 'server/test/**/*.test.ts', 'verify/**/*.test.ts'],
          exclude: ['server/src/**/domain/**', 'server/src/**/*.unit.test.ts', 'server/test/browser/**'],
          globalSetup: ['server/test/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['server/test/browser/**/*.test.ts'],
          globalSetup: ['server/test/support/database-server.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // The default of one second is less than a page takes to draw on a machine that does much else.
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
