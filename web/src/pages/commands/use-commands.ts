import { useMantineColorScheme } from '@mantine/core'
import {
  IconCalendarOff,
  IconCalendarPlus,
  IconHelpCircle,
  IconHistory,
  IconKey,
  IconKeyboard,
  IconMoon,
  IconSun,
  IconUser,
  IconUserCircle,
  IconUsers,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { foundCustomersQuery } from '../../api/booking-queries.ts'
import { useSession } from '../../api/session-context.ts'
import { phoneOf } from '../../table/customer-row.tsx'
import { words } from '../../text/words.ts'
import { pb } from '../../util/path-builder.ts'
import { useSettled } from '../../util/use-settled.ts'
import { dailyPlacesFor, systemPlacesFor } from '../places.ts'

export type Command = {
  key: string
  name: string
  more?: string | undefined
  Icon: TablerIcon
  run: () => void
}
export type CommandGroup = { name: 'pages' | 'actions' | 'customers'; commands: Command[] }

const LEAST_LETTERS = 2
const MOST_CUSTOMERS = 6

/** What fits the letters, in groups that have something. */
export const useCommands = (typed: string, onHelp: () => void): CommandGroup[] => {
  const groups: CommandGroup[] = [
    { name: 'pages', commands: usePages().filter(({ name }) => fits(name, typed)) },
    { name: 'actions', commands: useActions(onHelp).filter(({ name }) => fits(name, typed)) },
    { name: 'customers', commands: useCustomers(typed) },
  ]
  return groups.filter(({ commands }) => commands.length > 0)
}

/** Every word that was typed begins a word of the name. */
const fits = (name: string, typed: string) => {
  const parts = name.toLowerCase().split(/[\s-]+/)
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => parts.some(part => part.startsWith(word)))
}

const usePages = (): Command[] => {
  const navigate = useNavigate()
  const session = useSession()
  const own = [
    { link: pb.own(), name: 'own', Icon: IconUserCircle, needs: undefined },
    { link: pb.people(), name: 'people', Icon: IconUsers, needs: 'people' },
    { link: pb.keys(), name: 'keys', Icon: IconKey, needs: 'keys' },
    { link: pb.audit(), name: 'audit', Icon: IconHistory, needs: 'audit' },
  ] as const
  const places = [
    ...dailyPlacesFor(session),
    ...systemPlacesFor(session),
    ...own.filter(({ needs }) => needs === undefined || session.permissions.includes(needs)),
  ]
  return places.map(({ link, name, Icon }) => ({
    key: name,
    name: words.navigation[name],
    Icon,
    run: () => void navigate(link),
  }))
}

const useActions = (onHelp: () => void): Command[] => {
  const text = words.commands.palette
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const mayWrite = useSession().permissions.includes('write')
  const starts = [
    { key: 'book', Icon: IconCalendarPlus },
    { key: 'block', Icon: IconCalendarOff },
    { key: 'explain', Icon: IconHelpCircle },
  ] as const
  return [
    ...starts
      .filter(() => mayWrite)
      .map(({ key, Icon }) => ({
        ...{ key, name: text[key], Icon },
        run: () => void navigate(pb.calendarStarting(key)),
      })),
    { key: 'light', name: text.light, Icon: IconSun, run: () => setColorScheme('light') },
    { key: 'dark', name: text.dark, Icon: IconMoon, run: () => setColorScheme('dark') },
    { key: 'shortcuts', name: text.shortcuts, Icon: IconKeyboard, run: onHelp },
  ]
}

const useCustomers = (typed: string): Command[] => {
  const navigate = useNavigate()
  const settled = useSettled(typed)
  const query = useQuery({
    ...foundCustomersQuery(settled),
    enabled: settled.length >= LEAST_LETTERS,
  })
  if (typed.length < LEAST_LETTERS) return []
  return (query.data ?? []).slice(0, MOST_CUSTOMERS).map(customer => ({
    key: customer.id,
    name: customer.name,
    more: phoneOf(customer) ?? customer.email ?? undefined,
    Icon: IconUser,
    run: () => void navigate(pb.customer(customer.id)),
  }))
}
