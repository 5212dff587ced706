import { IconCalendarEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Appointment } from '../../api/contract.ts'
import { appointmentsOfDayQuery } from '../../api/queries.ts'
import { AppointmentRow, phaseOf } from '../../table/appointment-row.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import type { LocalDate } from '../../util/local-date.ts'
import { pb } from '../../util/path-builder.ts'
import { useNow } from '../../util/use-now.ts'
import styles from './today-appointments.module.css'

export const TodayAppointments = ({ day }: { day: LocalDate }) => {
  // The loader has started the day it saw; after midnight this page is still open and the day is another.
  const query = useQuery({ ...appointmentsOfDayQuery(day), retryOnMount: false })
  return (
    <Panel
      title={words.today.appointments}
      count={query.data && standing(query.data) > 0 ? standing(query.data) : undefined}
      action={
        <Link className={styles.all} {...pb.appointments()}>
          {words.actions.showAll}
        </Link>
      }
    >
      <QueryState query={query} skeleton={<SkeletonRows rows={6} />}>
        {appointments =>
          appointments.length === 0 ? (
            <EmptyState
              icon={<IconCalendarEvent />}
              title={words.today.appointmentsNone}
              text={words.today.appointmentsNoneText}
            />
          ) : (
            <Agenda appointments={appointments} />
          )
        }
      </QueryState>
    </Panel>
  )
}

const standing = (appointments: Appointment[]) =>
  appointments.filter(appointment => appointment.state !== 'cancelled').length

/** The day in order, with a line where the present is. */
const Agenda = ({ appointments }: { appointments: Appointment[] }) => {
  const nowMs = useNow(30_000)
  const upcoming = appointments.find(appointment => phaseOf(appointment, nowMs) === 'coming')
  return (
    <ol>
      {appointments.map(appointment => (
        <Fragment key={appointment.id}>
          {appointment === upcoming && appointment !== appointments[0] && <NowLine nowMs={nowMs} />}
          <AppointmentRow appointment={appointment} phase={phaseOf(appointment, nowMs)} />
        </Fragment>
      ))}
    </ol>
  )
}

const NowLine = ({ nowMs }: { nowMs: number }) => {
  const { time } = useFormats()
  return (
    <li className={styles.now}>
      <span>
        {words.today.now}, {time.clock(nowMs)}
      </span>
    </li>
  )
}
