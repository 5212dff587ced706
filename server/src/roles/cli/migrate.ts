import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { migrate, pendingMigrations } from '../../platform/db/migrate.ts'
import { openDatabase } from '../../platform/db/open-database.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate [--check] [--json]',
  summary: 'Brings the database to this version; --check only says what is missing (exit code 1).',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: { check: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    })
    const config = loadConfig()
    const database = await openDatabase({ dataDir: config.dataDir, ...config.database })
    try {
      if (values.check) {
        const pending = await pendingMigrations(database.ownerUrl)
        report(
          values.json,
          { pending },
          pending.length === 0 ? 'Nothing is pending.' : `Pending: ${pending.join(', ')}`,
        )
        return pending.length === 0 ? 0 : 1
      }
      const { applied, current } = await migrate(database.ownerUrl)
      report(
        values.json,
        { applied, current },
        applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`,
      )
      return 0
    } finally {
      await database.close()
    }
  },
}

function report(json: boolean, object: unknown, text: string): void {
  console.log(json ? JSON.stringify(object) : text)
}
