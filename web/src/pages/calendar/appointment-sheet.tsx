import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Appointment, Calendar, DrawnAppointment, Slot } from '../../api/contract.ts'
import { appointmentQuery } from '../../api/queries.ts'
import { AppointmentBadge } from '../../table/appointment-badge.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import { AppointmentActions } from './appointment-actions.tsx'
import { AppointmentParts } from './appointment-parts.tsx'
import styles from './sheets.module.css'
import { SlotPicker } from './slot-picker.tsx'

type Props = {
  drawn: DrawnAppointment
  calendar: Calendar
  /** What is shown first. */
  start: 'facts' | 'times'
  onMove: (slot: Slot) => void
  onClose: () => void
}

/** What somebody needs of an appointment while looking at the calendar; and a new time for it. */
export const AppointmentSheet = ({ drawn, calendar, start, onMove, onClose }: Props) => {
  const [part, setPart] = useState(start)
  const query = useQuery(appointmentQuery(drawn.id))
  return (
    <SideSheet title={drawn.attendee_name} lead={drawn.service.name} onClose={onClose}>
      {part === 'times' ? (
        <SlotPicker
          serviceId={drawn.service.id}
          day={drawn.starts_at.slice(0, 10)}
          staffId={personOf(drawn, calendar)}
          people={calendar.resources.filter(({ kind }) => kind === 'staff')}
          moving={drawn.id}
          onPick={onMove}
        />
      ) : (
        <QueryState query={query}>
          {appointment => (
            <>
              <When appointment={appointment} />
              <AppointmentActions appointment={appointment} onMove={() => setPart('times')} />
              <Facts appointment={appointment} />
              <AppointmentParts drawn={drawn} resources={calendar.resources} />
              <Link className={styles.link} {...pb.appointment(appointment.id)}>
                {words.sheet.open}
              </Link>
            </>
          )}
        </QueryState>
      )}
    </SideSheet>
  )
}

/** Who does it, as far as somebody does. */
export const personOf = ({ segments }: DrawnAppointment, { resources }: Calendar) =>
  segments.find(({ resource_id }) => resources.some(({ id, kind }) => id === resource_id && kind === 'staff'))
    ?.resource_id

const When = ({ appointment }: { appointment: Appointment }) => {
  const { time } = useFormats()
  return (
    <div className={styles.when}>
      <div className={styles.whenWords}>
        <span className={styles.whenClock}>
          {time.clockRange(appointment.starts_at, appointment.ends_at)}
        </span>
        <span className={styles.quiet}>{time.longDay(time.dayOf(appointment.starts_at))}</span>
      </div>
      <AppointmentBadge state={appointment.state} />
    </div>
  )
}

const Facts = ({ appointment }: { appointment: Appointment }) => {
  const { money } = useFormats()
  const { customer, service, staff, note } = appointment
  return (
    <FactList
      facts={[
        customer.name !== appointment.attendee_name && [words.appointment.customer, customer.name],
        customer.phone !== null && [
          words.appointment.phone,
          <a className={styles.link} key="phone" href={`tel:${customer.phone}`}>
            {phoneText(customer.phone)}
          </a>,
        ],
        staff.length > 0 && [words.appointment.staff, staff.map(({ name }) => name).join(', ')],
        [words.appointment.price, money(service.price_minor, service.currency)],
        note !== null && [words.appointment.note, note],
        [words.appointment.source, words.source[appointment.source]],
      ]}
    />
  )
}
