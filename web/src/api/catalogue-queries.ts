import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { OwnerHours, Room, ServiceDetail, StaffMember } from './contract.ts'
import { topics } from './queries.ts'

export const catalogueServicesQuery = (state: 'active' | 'archived') =>
  queryOptions({
    queryKey: [topics.catalogue, 'services', state],
    queryFn: async ({ signal }) => {
      const query = { state }
      return (await unwrap(client.GET('/api/v1/services', { params: { query }, signal }))).items
    },
  })

export const serviceQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.catalogue, 'service', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/services/{id}', { params: { path: { id } }, signal })),
  })

/** Everybody, also who does not work here any more. */
export const allStaffQuery = () =>
  queryOptions({
    queryKey: [topics.catalogue, 'staff', 'all'],
    queryFn: async ({ signal }) => {
      const query = { state: 'all' } as const
      return (await unwrap(client.GET('/api/v1/staff', { params: { query }, signal }))).items
    },
  })

export const hoursQuery = () =>
  queryOptions({
    queryKey: [topics.catalogue, 'hours'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/hours', { signal }))).items,
  })

/** Blocked times of the whole business and of rooms that are not over yet. */
export const closuresQuery = (from: string) =>
  queryOptions({
    queryKey: [topics.calendar, 'closures', from],
    queryFn: async ({ signal }) => {
      const query = { from, limit: 200 }
      return (await unwrap(client.GET('/api/v1/closures', { params: { query }, signal }))).items
    },
  })

/** Dates from today on which other hours count than those of the week. */
export const hoursExceptionsQuery = (from: string) =>
  queryOptions({
    queryKey: [topics.catalogue, 'hours-exceptions', from],
    queryFn: async ({ signal }) => {
      const query = { from, limit: 200 }
      return (await unwrap(client.GET('/api/v1/hours-exceptions', { params: { query }, signal }))).items
    },
  })

export type ExceptionWish = {
  resource_id: string | null
  date: string
  windows: { from: string; to: string }[]
  reason: string | null
}

/** @throws Problem `catalogue/exception-exists` when somebody has entered one for that date already. */
export const addHoursException = (body: ExceptionWish) =>
  unwrap(client.POST('/api/v1/hours-exceptions', { body }))

export const removeHoursException = (id: string) =>
  unwrap(client.DELETE('/api/v1/hours-exceptions/{id}', { params: { path: { id } } }))

export type ServiceWish = {
  name: string
  price_minor: number
  segments: ServiceDetail['segments']
}

export const saveService = (service: ServiceDetail | null, wish: ServiceWish) =>
  service === null
    ? unwrap(client.POST('/api/v1/services', { body: wish }))
    : unwrap(
        client.PATCH('/api/v1/services/{id}', {
          params: { path: { id: service.id } },
          body: { ...wish, version: service.version },
        }),
      )

export const archiveService = (id: string) =>
  unwrap(client.DELETE('/api/v1/services/{id}', { params: { path: { id } } }))

export const restoreService = (id: string) =>
  unwrap(client.POST('/api/v1/services/{id}/restore', { params: { path: { id } } }))

export const addStaff = (name: string) => unwrap(client.POST('/api/v1/staff', { body: { name } }))

type StaffChange = { name?: string; service_ids?: string[] }

export const changeStaff = ({ id, version }: StaffMember, change: StaffChange) =>
  unwrap(client.PATCH('/api/v1/staff/{id}', { params: { path: { id } }, body: { ...change, version } }))

export const setStaffActive = ({ id, version, active }: StaffMember) => {
  const wish = { params: { path: { id } }, body: { version } }
  return active
    ? unwrap(client.POST('/api/v1/staff/{id}/deactivate', wish))
    : unwrap(client.POST('/api/v1/staff/{id}/activate', wish))
}

/** @throws Problem `platform/stale-version` when somebody else changed the hours meanwhile. */
export const saveHours = ({ owner, version }: OwnerHours, week: OwnerHours['week']) =>
  unwrap(
    client.PUT('/api/v1/hours', {
      body: { staff_id: owner.kind === 'staff' ? owner.id : null, version, week },
    }),
  )

/** Rooms and devices, also archived ones. */
export const roomsQuery = () =>
  queryOptions({
    queryKey: [topics.catalogue, 'rooms'],
    queryFn: async ({ signal }) => {
      const query = { state: 'all' } as const
      return (await unwrap(client.GET('/api/v1/resources', { params: { query }, signal }))).items
    },
  })

export const addRoom = (body: { name: string; kind: Room['kind'] }) =>
  unwrap(client.POST('/api/v1/resources', { body }))

/** @throws Problem `platform/stale-version` when somebody else changed it meanwhile. */
export const changeRoom = ({ id, version }: Room, wish: { lanes?: number; service_ids?: string[] }) =>
  unwrap(client.PATCH('/api/v1/resources/{id}', { params: { path: { id } }, body: { ...wish, version } }))

export const setRoomActive = ({ id, active, version }: Room) => {
  const wish = { params: { path: { id } }, body: { version } }
  return active
    ? unwrap(client.POST('/api/v1/resources/{id}/archive', wish))
    : unwrap(client.POST('/api/v1/resources/{id}/restore', wish))
}
