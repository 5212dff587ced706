import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Appointment } from '../../api/contract.ts'
import { seriesQuery } from '../../api/series-queries.ts'
import { AppointmentBadge } from '../../table/appointment-badge.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './series-panel.module.css'

type Series = NonNullable<Appointment['series']>

/** Which of a series an appointment is, and the others of it. */
export const SeriesPanel = ({ appointment, series }: { appointment: Appointment; series: Series }) => {
  const query = useQuery(seriesQuery(series.id))
  return (
    <Panel title={words.series.title}>
      <p className={styles.which}>{words.series.which(series.position, series.of)}</p>
      <QueryState query={query} skeleton={<SkeletonRows rows={3} />}>
        {({ appointments }) => (
          <ol className={styles.list}>
            {appointments.map(one => (
              <Sibling key={one.id} appointment={one} isOpen={one.id === appointment.id} />
            ))}
          </ol>
        )}
      </QueryState>
    </Panel>
  )
}

const Sibling = ({ appointment, isOpen }: { appointment: Appointment; isOpen: boolean }) => {
  const { time } = useFormats()
  return (
    <li className={styles.item}>
      <Link
        className={styles.link}
        {...pb.appointment(appointment.id)}
        {...(isOpen && { 'aria-current': 'page' as const })}
      >
        <time dateTime={appointment.starts_at}>
          {time.longDay(time.dayOf(appointment.starts_at))}, {time.clock(appointment.starts_at)}
        </time>
      </Link>
      {appointment.series?.exception && <span className={styles.alone}>{words.series.exception}</span>}
      <AppointmentBadge state={appointment.state} />
    </li>
  )
}
