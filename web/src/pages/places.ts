import {
  IconBuildings,
  IconCalendarEvent,
  IconCalendarShare,
  IconCalendarWeek,
  IconChartBar,
  IconFlask2,
  IconHeadset,
  IconHome,
  IconInbox,
  IconListCheck,
  IconListDetails,
  IconPhone,
  IconRoute,
  IconSettings,
  IconSettingsAutomation,
  IconUsers,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import type { Session } from '../api/contract.ts'
import type { Words } from '../text/de.ts'
import { pb } from '../util/path-builder.ts'

type PlaceLink = ReturnType<
  (typeof pb)[
    | 'today'
    | 'calendar'
    | 'customers'
    | 'catalogue'
    | 'testCall'
    | 'calls'
    | 'appointments'
    | 'jobs'
    | 'inbox'
    | 'requests'
    | 'receptionist'
    | 'open'
    | 'reports'
    | 'settings'
    | 'connected'
    | 'businesses']
>
export type Place = {
  link: PlaceLink
  name: keyof Words['navigation']
  Icon: TablerIcon
  /** Left out of the bar of a phone, where another page leads to it. */
  bar?: 'not here'
  /** The permission without which it has nothing to show. */
  needs?: Session['permissions'][number]
  /** Of the whole business: who is limited to some locations has nothing there. */
  reach?: 'business'
}

/** What the day's work needs. */
const dailyPlaces: Place[] = [
  { link: pb.today(), name: 'today', Icon: IconHome },
  { link: pb.calendar(), name: 'calendar', Icon: IconCalendarWeek },
  { link: pb.appointments(), name: 'appointments', Icon: IconCalendarEvent, bar: 'not here' },
  { link: pb.calls(), name: 'calls', Icon: IconPhone },
  { link: pb.customers(), name: 'customers', Icon: IconUsers },
  { link: pb.open(), name: 'open', Icon: IconListCheck, bar: 'not here' },
  { link: pb.reports(), name: 'reports', Icon: IconChartBar, bar: 'not here' },
  { link: pb.catalogue(), name: 'catalogue', Icon: IconListDetails, bar: 'not here' },
  {
    link: pb.testCall(),
    name: 'testCall',
    Icon: IconFlask2,
    bar: 'not here',
    needs: 'write',
    reach: 'business',
  },
]

/** What runs behind it. */
const systemPlaces: Place[] = [
  { link: pb.jobs(), name: 'jobs', Icon: IconSettingsAutomation, needs: 'all' },
  { link: pb.inbox(), name: 'inbox', Icon: IconInbox, needs: 'all' },
  { link: pb.requests(), name: 'requests', Icon: IconRoute, reach: 'business' },
  { link: pb.receptionist(), name: 'receptionist', Icon: IconHeadset, reach: 'business' },
  { link: pb.connected(), name: 'connected', Icon: IconCalendarShare, reach: 'business' },
  { link: pb.settings(), name: 'settings', Icon: IconSettings },
  { link: pb.businesses(), name: 'businesses', Icon: IconBuildings, needs: 'operate' },
]

export const dailyPlacesFor = (session: Session): Place[] => placesFor(dailyPlaces, session)

export const systemPlacesFor = (session: Session): Place[] => placesFor(systemPlaces, session)

const placesFor = (places: Place[], { permissions, locations }: Session): Place[] =>
  places.filter(
    ({ needs, reach }) =>
      (needs === undefined || permissions.includes(needs)) && (reach === undefined || locations === null),
  )
