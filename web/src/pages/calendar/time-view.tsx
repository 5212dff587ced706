import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Calendar, DrawnAppointment } from '../../api/contract.ts'
import { currentLanguage } from '../../text/language.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { clockOf } from '../../util/day-layout.ts'
import { clockMinutes, type LocalDate } from '../../util/local-date.ts'
import { type CalendarSearch, pb } from '../../util/path-builder.ts'
import { useNow } from '../../util/use-now.ts'
import { personOf } from './appointment-sheet.tsx'
import styles from './calendar-page.module.css'
import { type Column, columnsOfDay, columnsOfDays } from './columns.ts'
import type { GridProps } from './grid-props.ts'
import { daysShown } from './range-shown.ts'
import { TimeGrid } from './time-grid.tsx'
import type { Moved, MoveTo } from './use-move.ts'
import type { Drop, Moving } from './use-mover.ts'

type Props = {
  calendar: Calendar
  search: CalendarSearch
  view: 'day' | 'week'
  day: LocalDate
  onOpen: (appointment: DrawnAppointment) => void
  onPick: GridProps['onPick']
  onMove: (moved: Moved, to: MoveTo) => void
}

/** A day by people or rooms, or a week; what moves is announced to whoever does not see it. */
export const TimeView = ({ calendar, search, view, day, onOpen, onPick, onMove }: Props) => {
  const { time } = useFormats()
  const nowMs = useNow(30_000)
  const [said, setSaid] = useState('')
  const columns = columnsFor(calendar, search, view, day)
  const place = (column: Column) =>
    view === 'week' || column.resource === null ? time.longDay(column.day) : column.resource.name

  const drop = ({ entry: { appointment }, column, from }: Drop) => {
    const { resource } = column
    const staffId = resource?.kind === 'staff' ? resource.id : personOf(appointment, calendar)
    onMove(movedOf(appointment), { day: column.day, minutes: from, staffId })
  }
  const announce = (moving: Moving | null) => {
    if (moving === null) return setSaid(words.move.givenUp)
    const column = columns.find(({ key }) => key === moving.columnKey)
    const { attendee_name } = moving.entry.appointment
    const isFirst = said === '' || said === words.move.givenUp
    const where = `${clockOf(moving.from)}${column ? `, ${place(column)}` : ''}`
    setSaid(isFirst ? words.move.picked(attendee_name) : words.move.at(where))
  }
  return (
    <>
      <TimeGrid
        columns={columns}
        heads={column => <ColumnHead column={column} view={view} calendar={calendar} search={search} />}
        nameOf={place}
        now={{ day: time.today(), minutes: clockMinutes(nowMs, calendar.zone) }}
        names={view === 'day' ? 'known' : 'shown'}
        onOpen={onOpen}
        onPick={onPick}
        onDrop={drop}
        onKeyboard={announce}
      />
      <VisuallyHidden>
        <span aria-live="assertive">{said}</span>
      </VisuallyHidden>
    </>
  )
}

const columnsFor = (calendar: Calendar, { who, by }: CalendarSearch, view: Props['view'], day: LocalDate) => {
  if (view === 'week') return columnsOfDays(calendar, daysShown('week', day), who)
  const columns = columnsOfDay(calendar, day, by ?? 'people')
  const own = columns.filter(({ key }) => key === who)
  return own.length > 0 ? own : columns
}

export const movedOf = ({ id, version, attendee_name, service }: DrawnAppointment): Moved => ({
  id,
  version,
  who: attendee_name,
  serviceId: service.id,
})

type HeadProps = { column: Column; view: Props['view']; calendar: Calendar; search: CalendarSearch }

const ColumnHead = ({ column, view, calendar, search }: HeadProps) => {
  const { time, counted } = useFormats()
  const holiday = calendar.holidays.find(({ date }) => date === column.day)
  if (view === 'day')
    return (
      <>
        <span className={styles.headName}>{column.resource?.name}</span>
        <span className={styles.headMore}>
          {column.working.length === 0
            ? words.calendar.closedFor
            : counted(column.entries.length, words.calendar.count)}
        </span>
      </>
    )
  return (
    <Link className={styles.headDay} {...pb.calendarAt({ ...search, view: 'day', day: column.day })}>
      <span className={styles.headWeekday}>{time.weekday(column.day)}</span>
      <span className={styles.headNumber} data-today={column.day === time.today() || undefined}>
        {Number(column.day.slice(8))}
      </span>
      <VisuallyHidden>{time.longDay(column.day)}</VisuallyHidden>
      {holiday && <span className={styles.headHoliday}>{holiday.name[currentLanguage()]}</span>}
    </Link>
  )
}
