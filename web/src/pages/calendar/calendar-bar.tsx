import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconList, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CalendarResource } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import type { LocalDate } from '../../util/local-date.ts'
import { type CalendarSearch, type CalendarView, calendarViews, pb } from '../../util/path-builder.ts'
import { LinkButton, LinkSign } from '../link-button.tsx'
import styles from './calendar-bar.module.css'
import { rangeShown, stepTo, weekNumber } from './range-shown.ts'
import { useCalendarAddress } from './use-calendar-address.ts'

type Props = {
  search: CalendarSearch
  view: CalendarView
  day: LocalDate
  resources: readonly CalendarResource[]
}

/** Which days, in which view, and whose. Everything is in the address. */
export const CalendarBar = ({ search, view, day, resources }: Props) => {
  const { time } = useFormats()
  const { day: _, ...withoutDay } = search
  const at = (wanted: CalendarSearch) => pb.calendarAt({ ...search, ...wanted })
  return (
    <div className={styles.bar}>
      <nav className={styles.steps} aria-label={words.calendar.pick}>
        <LinkButton {...pb.calendarAt(withoutDay)} variant="default" size="sm">
          {words.calendar.today}
        </LinkButton>
        <LinkSign
          {...at({ day: stepTo(view, day, -1) })}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={words.calendar.previous[view]}
        >
          <IconChevronLeft size={20} />
        </LinkSign>
        <LinkSign
          {...at({ day: stepTo(view, day, 1) })}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={words.calendar.next[view]}
        >
          <IconChevronRight size={20} />
        </LinkSign>
        <DayField day={day} search={search} text={titleOf(time, view, day)} />
      </nav>
      <div className={styles.choices}>
        <Whose search={search} view={view} resources={resources} />
        <nav className={styles.views} aria-label={words.calendar.views}>
          {calendarViews.map(known => (
            <Link
              key={known}
              className={styles.view}
              {...at({ view: known, by: known === 'day' ? search.by : undefined })}
              aria-current={known === view ? 'page' : undefined}
            >
              {words.calendar.view[known]}
            </Link>
          ))}
        </nav>
        <span className={styles.tools}>
          <LinkSign
            {...pb.appointmentsOn(day)}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.calendar.list}
            title={words.calendar.list}
          >
            <IconList size={20} stroke={1.75} />
          </LinkSign>
          <ActionIcon
            className={styles.print}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.calendar.print}
            title={words.calendar.print}
            onClick={() => window.print()}
          >
            <IconPrinter size={20} stroke={1.75} />
          </ActionIcon>
        </span>
      </div>
    </div>
  )
}

const titleOf = (time: ReturnType<typeof useFormats>['time'], view: CalendarView, day: LocalDate) => {
  if (view === 'day') return time.longDay(day)
  if (view === 'month') return time.longMonth(day)
  const { first, last } = rangeShown('week', day)
  return `${time.dayRange(first, last)} · ${words.calendar.week(weekNumber(day))}`
}

const DayField = ({ day, search, text }: { day: LocalDate; search: CalendarSearch; text: string }) => {
  const go = useCalendarAddress()
  return (
    <label className={styles.dayField}>
      <span className={styles.dayText}>{text}</span>
      <input
        className={styles.dayInput}
        type="date"
        aria-label={words.slots.day}
        value={day}
        onChange={event => event.currentTarget.value && go({ ...search, day: event.currentTarget.value })}
      />
    </label>
  )
}

/** One person's calendar or everybody's; in the view of a day also rooms instead of people. */
const Whose = ({ search, view, resources }: Pick<Props, 'search' | 'view' | 'resources'>) => {
  const go = useCalendarAddress()
  const people = resources.filter(({ kind }) => kind === 'staff')
  const hasRooms = view === 'day' && people.length < resources.length
  if (people.length < 2 && !hasRooms) return null
  const ROOMS = 'rooms'
  return (
    <NativeSelect
      size="sm"
      className={styles.whose}
      aria-label={words.calendar.who}
      value={search.by === 'rooms' && view === 'day' ? ROOMS : (search.who ?? '')}
      data={[
        { value: '', label: words.calendar.everybody },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        ...(hasRooms ? [{ value: ROOMS, label: words.calendar.rooms }] : []),
      ]}
      onChange={event => {
        const { value } = event.currentTarget
        const isRooms = value === ROOMS
        go({ ...search, who: isRooms ? undefined : value || undefined, by: isRooms ? 'rooms' : undefined })
      }}
    />
  )
}
