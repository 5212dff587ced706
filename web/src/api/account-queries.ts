import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import { topics } from './queries.ts'

export const ownSessionsQuery = () =>
  queryOptions({
    queryKey: [topics.session, 'open'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/profile/sessions', { signal }))).items,
  })

export const passkeysQuery = () =>
  queryOptions({
    queryKey: [topics.session, 'passkeys'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/profile/passkeys', { signal })),
  })

export const membersQuery = () =>
  queryOptions({
    queryKey: [topics.people, 'members'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/users', { signal }))).items,
  })

export const invitationsQuery = () =>
  queryOptions({
    queryKey: [topics.people, 'invitations'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/invitations', { signal }))).items,
  })

export const loginRulesQuery = () =>
  queryOptions({
    queryKey: [topics.people, 'rules'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/login-rules', { signal })),
  })

export const apiKeysQuery = () =>
  queryOptions({
    queryKey: [topics.apiKeys],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/api-keys', { signal }))).items,
  })
