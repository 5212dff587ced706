import { IconCircleCheckFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Appointment, Message } from '../api/contract.ts'
import { useFormats } from '../text/use-formats.ts'
import { words } from '../text/words.ts'
import { DateTile } from '../ui/date-tile.tsx'
import { pb } from '../util/path-builder.ts'
import styles from './booked-card.module.css'
import { MessageRow } from './message-row.tsx'

type Props = { appointment: Appointment; messages: Message[] }

/** An appointment that a call has just made, as it stands in the calendar. */
export const BookedCard = ({ appointment, messages }: Props) => {
  const { time } = useFormats()
  const day = time.dayOf(appointment.starts_at)
  const staff = appointment.staff.map(person => person.name).join(', ')
  return (
    <article className={styles.card} data-state={appointment.state}>
      <p className={styles.status} role="status">
        <IconCircleCheckFilled size={18} aria-hidden="true" />
        {appointment.state === 'confirmed'
          ? words.testCall.booked
          : words.appointmentState[appointment.state]}
      </p>
      <Link className={styles.body} {...pb.appointment(appointment.id)}>
        <DateTile weekday={time.weekday(day)} day={Number(day.slice(8))} month={time.month(day)} />
        <span className={styles.words}>
          <span className={styles.service}>
            {appointment.service.name}
            {staff !== '' && ` ${words.appointments.with} ${staff}`}
          </span>
          <span className={styles.when}>
            <span>{time.longDay(day)},</span>{' '}
            <span>{time.clockRange(appointment.starts_at, appointment.ends_at)}</span>
          </span>
          <span className={styles.customer}>
            {appointment.attendee_name ?? appointment.customer.name} · {appointment.reference}
          </span>
        </span>
      </Link>
      {messages.length > 0 && (
        <ul className={styles.messages}>
          {messages.map(message => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      )}
    </article>
  )
}
