import { Link } from '@tanstack/react-router'
import type { Calendar, DrawnAppointment } from '../../api/contract.ts'
import { currentLanguage } from '../../text/language.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { clockOf, stretchOn, wallMinutes } from '../../util/day-layout.ts'
import type { LocalDate } from '../../util/local-date.ts'
import { type CalendarSearch, pb } from '../../util/path-builder.ts'
import styles from './month-grid.module.css'
import { daysShown } from './range-shown.ts'

type Props = { calendar: Calendar; day: LocalDate; search: CalendarSearch }

const MOST_NAMED = 3

/** Six weeks, a cell for each day: how full it is, what comes first, and why it is closed. */
export const MonthGrid = ({ calendar, day, search }: Props) => {
  const { time } = useFormats()
  const days = daysShown('month', day)
  return (
    <div className={styles.month}>
      <div className={styles.weekdays} aria-hidden="true">
        {days.slice(0, 7).map(date => (
          <span key={date}>{time.weekday(date)}</span>
        ))}
      </div>
      <ol className={styles.cells}>
        {days.map(date => (
          <Cell
            key={date}
            calendar={calendar}
            date={date}
            search={search}
            place={date.slice(0, 7) === day.slice(0, 7) ? 'inside' : 'outside'}
          />
        ))}
      </ol>
    </div>
  )
}

type CellProps = { calendar: Calendar; date: LocalDate; search: CalendarSearch; place: 'inside' | 'outside' }

const Cell = ({ calendar, date, search, place }: CellProps) => {
  const { time, counted } = useFormats()
  const found = appointmentsOn(calendar, date, search.who)
  const load = loadOn(calendar, date, search.who)
  const closed = whyClosed(calendar, date)
  const label = [time.longDay(date), counted(found.length, words.calendar.count)].join(', ')
  return (
    <li className={styles.cell} data-place={place} data-today={date === time.today() || undefined}>
      <Link
        className={styles.link}
        {...pb.calendarAt({ ...search, view: 'day', day: date })}
        aria-label={closed ? `${label}, ${closed}` : label}
      >
        <span className={styles.top}>
          <span className={styles.number}>{Number(date.slice(8))}</span>
          {found.length > 0 && <span className={styles.count}>{found.length}</span>}
        </span>
        {closed && <span className={styles.closed}>{closed}</span>}
        <span className={styles.entries}>
          {found.slice(0, MOST_NAMED).map(appointment => (
            <span className={styles.entry} key={appointment.id} data-state={appointment.state}>
              <span className={styles.clock}>{clockOf(wallMinutes(appointment.starts_at))}</span>{' '}
              {appointment.attendee_name}
            </span>
          ))}
          {found.length > MOST_NAMED && (
            <span className={styles.more}>{counted(found.length - MOST_NAMED, words.calendar.more)}</span>
          )}
        </span>
        {load > 0 && (
          <span className={styles.load} aria-hidden="true">
            <span className={styles.loadBar} style={{ width: `${Math.min(1, load) * 100}%` }} />
          </span>
        )}
      </Link>
    </li>
  )
}

const appointmentsOn = (
  { appointments }: Calendar,
  date: LocalDate,
  who: string | undefined,
): DrawnAppointment[] =>
  appointments.filter(
    ({ starts_at, segments }) =>
      starts_at.startsWith(date) &&
      (who === undefined || segments.some(({ resource_id }) => resource_id === who)),
  )

/** Of the minutes in which people work, the share in which they are booked. */
const loadOn = ({ resources, appointments }: Calendar, date: LocalDate, who: string | undefined): number => {
  const people = resources.filter(({ id, kind }) => (who === undefined ? kind === 'staff' : id === who))
  const ids = new Set(people.map(({ id }) => id))
  const minutes = (spans: readonly { starts_at: string; ends_at: string }[]) =>
    spans.reduce((sum, span) => {
      const stretch = stretchOn(date, span)
      return sum + (stretch ? stretch.to - stretch.from : 0)
    }, 0)
  const working = people.reduce((sum, { working: spans }) => sum + minutes(spans), 0)
  const booked = appointments.reduce(
    (sum, { segments }) => sum + minutes(segments.filter(({ resource_id }) => ids.has(resource_id))),
    0,
  )
  return working === 0 ? 0 : booked / working
}

const whyClosed = ({ holidays, opening, blocks }: Calendar, date: LocalDate): string | null => {
  const holiday = holidays.find(entry => entry.date === date)
  if (holiday) return holiday.name[currentLanguage()]
  if (!opening.some(span => stretchOn(date, span))) return words.calendar.closed
  const block = blocks.find(entry => entry.resource_id === null && stretchOn(date, entry))
  return block ? (block.reason ?? words.calendar.blocked) : null
}
