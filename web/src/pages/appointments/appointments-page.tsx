import { IconCalendarEvent } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import type { Appointment } from '../../api/contract.ts'
import { appointmentsOfDayQuery } from '../../api/queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { AppointmentRow, phaseOf } from '../../table/appointment-row.tsx'
import { ExportMenu } from '../../table/export-menu.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { addDays } from '../../util/local-date.ts'
import { useNow } from '../../util/use-now.ts'
import { DaySwitcher } from './day-switcher.tsx'

export const AppointmentsPage = () => {
  const { time, counted } = useFormats()
  const { day = time.today() } = useSearch({ from: '/office/appointments' })
  const query = usePrefetchedQuery(appointmentsOfDayQuery(day))
  const title = time.longDay(day)
  const standing = query.data?.filter(appointment => appointment.state !== 'cancelled')
  return (
    <>
      <PageHeader
        title={words.appointments.title}
        lead={relativeTitle(time.relativeDay(day), title)}
        actions={
          <ExportMenu
            path="/api/v1/appointments/export"
            query={{ from: day, to: addDays(day, 1) }}
            name={`appointments-${day}`}
          />
        }
      />
      <DaySwitcher day={day} />
      <Panel title={title} count={standing && counted(standing.length, words.appointments.count)}>
        <QueryState query={query} skeleton={<SkeletonRows rows={6} />}>
          {appointments =>
            appointments.length === 0 ? (
              <EmptyState
                icon={<IconCalendarEvent />}
                size="large"
                title={words.appointments.none(time.longDay(day))}
                text={words.appointments.noneText}
              />
            ) : (
              <DayList appointments={appointments} />
            )
          }
        </QueryState>
      </Panel>
    </>
  )
}

const relativeTitle = (relative: string | null, day: string) =>
  relative === null ? day : `${relative.charAt(0).toUpperCase()}${relative.slice(1)}, ${day}`

const DayList = ({ appointments }: { appointments: Appointment[] }) => {
  const nowMs = useNow(30_000)
  return (
    <ol>
      {appointments.map(appointment => (
        <AppointmentRow key={appointment.id} appointment={appointment} phase={phaseOf(appointment, nowMs)} />
      ))}
    </ol>
  )
}
