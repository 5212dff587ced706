import pg from 'pg'
import { loadConfig } from '../../config.ts'
import { openDatabase } from '../../platform/db/open-database.ts'
import { installationKind } from '../../worlds/installation.ts'
import { seedWorlds } from '../../worlds/seed-worlds.ts'
import { type Command, withApp } from './command.ts'

export const demoReset: Command = {
  name: 'demo reset',
  usage: 'demo reset',
  summary: 'Empties a demo installation and makes its businesses anew. Refuses on any other database.',
  run: async () =>
    await withApp(async app => {
      const kind = await installationKind(app.platform)
      if (kind !== 'demo') throw new Error('This database is not a demo installation. Nothing was changed.')
      await emptyTables()
      await app.modules.voice.ensurePlatformConnections()
      await seedWorlds(app)
      console.log('The demo businesses are as new.')
      return 0
    }),
}

/** As the owner: the application's role can neither truncate nor delete most of it. */
async function emptyTables(): Promise<void> {
  const config = loadConfig()
  const database = await openDatabase({ dataDir: config.dataDir, ...config.database })
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query(`
      do $$
      declare tables text;
      begin
        if not exists (select 1 from installation where installation.kind = 'demo') then
          raise exception 'not a demo installation';
        end if;
        select string_agg(format('%I', c.relname), ', ') into tables
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and c.relname not in ('schema_migration', 'installation');
        execute 'truncate ' || tables;
      end
      $$`)
  } finally {
    await client.end()
  }
}
