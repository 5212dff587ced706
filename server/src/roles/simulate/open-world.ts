import { type App, createApp } from '../../app.ts'
import type { Config } from '../../config.ts'
import type { WantedTime } from '../../modules/reception/index.ts'
import type { LocationId, TenantId } from '../../platform/ids/ids.ts'
import type { Log } from '../../platform/observability/log.ts'
import { fixedClock } from '../../platform/time/clock.ts'
import { WORLDS } from '../../worlds/seed-worlds.ts'
import { createWorldMaker, type MakeWorld } from './copy-world.ts'

/** One line on which simulated calls are held one after the other, with a clock of its own. */
export type Line = {
  readonly app: App
  readonly clock: ReturnType<typeof fixedClock>
  readonly makeWorld: MakeWorld
  close(): Promise<void>
}

/** The tenant of one script: nobody else's, and never used again. */
export type OpenWorld = {
  readonly tenantId: TenantId
  readonly locationId: LocationId
  readonly name: string
  readonly zone: string
  readonly staff: readonly string[]
  readonly services: readonly string[]
  readonly number: string
  /** The number that leads to this tenant alone. */
  readonly ownNumber: string
  readPhrase(phrase: string, lang: 'de' | 'en'): WantedTime | null
}

/** Nothing is sent from here: no worker runs, and this address is only there so that a confirmation is offered. */
const NOWHERE = 'smtp://127.0.0.1:9'

/** `makeWorld`: shared by lines of one database, so that each world is seeded once for all of them. */
export function openLine({
  makeWorld = createWorldMaker(),
  ...options
}: {
  config: Config
  databaseUrl: string
  log: Log
  makeWorld?: MakeWorld
}): Line {
  const clock = fixedClock('2026-01-01T00:00:00Z')
  const app = createApp({
    ...options,
    clock,
    outside: { smtpUrl: NOWHERE, retellSimulatorUrl: null },
    database: { poolSize: 2, limits: SIMULATION_LIMITS },
  })
  return { app, clock, makeWorld, close: app.close }
}

const SIMULATION_LIMITS = { statementMs: 20_000, lockMs: 10_000, idleInTransactionMs: 20_000 }

/** Makes one of the four worlds anew, as its first start would. */
export async function openWorld(
  { app, clock, makeWorld }: Line,
  world: string,
  now: string,
): Promise<OpenWorld> {
  clock.set(now)
  const fixture = WORLDS[world]
  if (!fixture) throw new Error(`There is no world "${world}".`)
  const { tenantId, ownNumber } = await makeWorld(app, world)
  return await app.platform.db.readTenant(tenantId, async tx => {
    const [tenant, services, staff] = await Promise.all([
      app.modules.tenants.read(tx),
      app.modules.catalogue.listServices(tx),
      app.modules.catalogue.listStaff(tx),
    ])
    const { opening } = fixture.catalogue
    return {
      tenantId,
      locationId: tenant.locationId,
      name: tenant.name,
      zone: tenant.timeZone,
      staff: staff.map(person => person.name),
      services: services.map(service => service.name),
      number: fixture.phoneNumber,
      ownNumber,
      readPhrase: (phrase, lang) =>
        app.modules.reception.likeliestTime({ tenant, now: clock.now(), lang }, { phrase, opening }),
    }
  })
}
