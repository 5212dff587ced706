import { Link } from '@tanstack/react-router'
import type { Appointment } from '../api/contract.ts'
import { useFormats } from '../text/use-formats.ts'
import { words } from '../text/words.ts'
import { pb } from '../util/path-builder.ts'
import { AppointmentBadge, SourceSign } from './appointment-badge.tsx'
import styles from './appointment-row.module.css'

type Props = { appointment: Appointment; phase: 'past' | 'running' | 'coming' }

export const AppointmentRow = ({ appointment, phase }: Props) => {
  const { time } = useFormats()
  const staff = appointment.staff.map(person => person.name).join(', ')
  const gone = appointment.state === 'cancelled'
  return (
    <li className={styles.item} data-phase={phase} data-gone={gone || undefined}>
      <Link {...pb.appointment(appointment.id)} className={styles.row}>
        <span className={styles.when}>
          <time className={styles.start} dateTime={appointment.starts_at}>
            {time.clock(appointment.starts_at)}
          </time>
          <time className={styles.end} dateTime={appointment.ends_at}>
            {time.clock(appointment.ends_at)}
          </time>
        </span>
        <span className={styles.what}>
          <span className={styles.customer}>{appointment.attendee_name ?? appointment.customer.name}</span>
          <span className={styles.service}>
            {appointment.service.name}
            {staff !== '' && ` ${words.appointments.with} ${staff}`}
          </span>
        </span>
        <span className={styles.source}>
          <SourceSign source={appointment.source} />
        </span>
        <span className={styles.state}>
          <AppointmentBadge state={appointment.state} />
        </span>
      </Link>
    </li>
  )
}

/** Where an appointment stands in relation to the present. */
export const phaseOf = (appointment: Appointment, nowMs: number): Props['phase'] => {
  if (Date.parse(appointment.ends_at) <= nowMs) return 'past'
  return Date.parse(appointment.starts_at) <= nowMs ? 'running' : 'coming'
}
