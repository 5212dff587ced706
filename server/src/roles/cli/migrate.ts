import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { checkMigrations, isUpToDate, type MigrationCheck } from '../../platform/db/check-migrations.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { openDatabase } from '../../platform/db/open-database.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate [--check] [--json]',
  summary:
    'Brings the database to this version. --check changes nothing: exit code 0 only if the database is exactly ' +
    'what the migrations of this version make.',
  run: async words => {
    const { values } = parseArgs({
      args: [...words],
      options: { check: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    })
    const config = loadConfig()
    const database = await openDatabase({
      ...config.database,
      dataDir: config.dataDir,
      purpose: values.check ? 'look' : 'use',
    })
    try {
      if (values.check) {
        const check = await checkMigrations(database.ownerUrl)
        report(values.json, check, sentences(check).join('\n'))
        return isUpToDate(check) ? 0 : 1
      }
      const { applied, current, newer } = await migrate(database.ownerUrl)
      const text = applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`
      report(values.json, { applied, current, newer }, text)
      return 0
    } finally {
      await database.close()
    }
  },
}

function sentences({ pending, unknown, changed, schema, difference }: MigrationCheck): string[] {
  const said = [
    ...(pending.length > 0 ? [`Pending: ${pending.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`Applied by a newer version: ${unknown.join(', ')}`] : []),
    ...(changed.length > 0 ? [`Changed after they had been applied: ${changed.join(', ')}`] : []),
    ...(difference
      ? [
          `The schema is not what the migrations make. First difference, expected and found:\n- ${difference.expected}\n+ ${difference.found}`,
        ]
      : []),
  ]
  return said.length === 0 && schema === 'equal'
    ? ['Nothing is pending. The schema is as it should be.']
    : said
}

function report(json: boolean, object: unknown, text: string): void {
  console.log(json ? JSON.stringify(object) : text)
}
