import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { Place, Settings } from './contract.ts'
import { topics } from './queries.ts'

export const settingsQuery = () =>
  queryOptions({
    queryKey: [topics.settings, 'business'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/settings', { signal })),
  })

export const placesQuery = () =>
  queryOptions({
    queryKey: [topics.settings, 'places'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/locations', { signal }))).items,
  })

/** What is still to be set up. Anything may have changed it, so it is read on every visit. */
export const onboardingQuery = () =>
  queryOptions({
    queryKey: [topics.onboarding],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/onboarding', { signal }))).items,
  })

export type SettingsWish = Omit<
  Settings,
  'slug' | 'sector' | 'time_zone' | 'region' | 'version' | 'locale'
> & {
  locale: 'de-DE' | 'en-GB' | 'en-US'
}

/** @throws Problem `platform/stale-version` when somebody else changed the settings meanwhile. */
export const changeSettings = ({ version }: Settings, wish: SettingsWish): Promise<Settings> =>
  unwrap(client.PATCH('/api/v1/settings', { body: { ...wish, version } }))

/** Whom callers are put through to; null: nobody. @throws Problem `platform/stale-version` */
export const changeTransfer = ({ id, version }: Place, transfer: Place['transfer']): Promise<Place> =>
  unwrap(client.PATCH('/api/v1/locations/{id}', { params: { path: { id } }, body: { transfer, version } }))
