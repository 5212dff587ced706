import { IconArrowRight, IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Appointment } from '../../api/contract.ts'
import { isNotFound } from '../../api/problem.ts'
import { appointmentQuery, callQuery } from '../../api/queries.ts'
import { usePrefetchedQuery } from '../../api/use-prefetched-query.ts'
import { AppointmentBadge } from '../../table/appointment-badge.tsx'
import { MessageRow } from '../../table/message-row.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { DateTile } from '../../ui/date-tile.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import { BackLink } from '../back-link.tsx'
import { NotFoundPage } from '../not-found-page.tsx'
import styles from './appointment-page.module.css'
import { CancelAppointment } from './cancel-appointment.tsx'
import { SeriesPanel } from './series-panel.tsx'

export const AppointmentPage = () => {
  const { appointmentId } = useParams({ from: '/office/appointments/$appointmentId' })
  const query = usePrefetchedQuery(appointmentQuery(appointmentId))
  if (isNotFound(query.error)) return <NotFoundPage />
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={5} />} frame={inEmptySheet}>
      {appointment => <AppointmentSheet appointment={appointment} />}
    </QueryState>
  )
}

const AppointmentSheet = ({ appointment }: { appointment: Appointment }) => {
  const { time } = useFormats()
  const day = time.dayOf(appointment.starts_at)
  return (
    <>
      <PageHeader
        back={<BackLink {...pb.appointmentsOn(day)}>{time.longDay(day)}</BackLink>}
        title={appointment.service.name}
        tabTitle={words.appointment.title(appointment.service.name)}
        lead={<AppointmentBadge state={appointment.state} />}
      />
      <div className={styles.sheet}>
        <div className={styles.when}>
          <DateTile weekday={time.weekday(day)} day={Number(day.slice(8))} month={time.month(day)} />
          <p>
            <span className={styles.clock}>
              {time.clockRange(appointment.starts_at, appointment.ends_at)}
            </span>
            <span className={styles.day}>{time.longDay(day)}</span>
          </p>
        </div>
        <Panel title={words.appointment.facts}>
          <AppointmentFacts appointment={appointment} />
        </Panel>
        {appointment.series !== null && <SeriesPanel appointment={appointment} series={appointment.series} />}
        <CancelAppointment appointment={appointment} key={appointment.id} />
        {appointment.call_id !== null && <CallMessages callId={appointment.call_id} />}
        {appointment.call_id !== null && <CallLink callId={appointment.call_id} />}
      </div>
    </>
  )
}

const AppointmentFacts = ({ appointment }: { appointment: Appointment }) => {
  const { time, money } = useFormats()
  const { service, customer, staff, attendee_name: attendee } = appointment
  return (
    <FactList
      facts={[
        [words.appointment.customer, customer.name],
        attendee !== null && attendee !== customer.name && [words.appointment.attendee, attendee],
        [words.appointment.phone, contact(customer.phone, 'tel')],
        [words.appointment.email, contact(customer.email, 'mailto')],
        [words.appointment.service, `${service.name}, ${words.appointment.minutes(service.minutes)}`],
        staff.length > 0 && [words.appointment.staff, staff.map(person => person.name).join(', ')],
        service.price_minor !== null && [
          words.appointment.price,
          money(service.price_minor, service.currency),
        ],
        appointment.note !== null && [words.appointment.note, appointment.note],
        [words.appointment.source, words.source[appointment.source]],
        [words.appointment.created, time.moment(appointment.created_at)],
        [words.appointment.reference, <CopyText key="reference" text={appointment.reference} />],
      ]}
    />
  )
}

const contact = (address: string | null, scheme: 'tel' | 'mailto') =>
  address === null ? (
    <span className={styles.none}>{words.appointment.none}</span>
  ) : (
    <a className={styles.contact} href={`${scheme}:${address}`}>
      {scheme === 'tel' ? phoneText(address) : address}
    </a>
  )

/** What was written to the customer, and whether it went out. */
const CallMessages = ({ callId }: { callId: string }) => {
  const messages = useQuery(callQuery(callId)).data?.messages ?? []
  if (messages.length === 0) return null
  return (
    <Panel title={words.appointment.messages}>
      <ul>
        {messages.map(message => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ul>
    </Panel>
  )
}

const CallLink = ({ callId }: { callId: string }) => (
  <Link className={styles.call} {...pb.call(callId)}>
    <IconPhone size={20} stroke={1.75} aria-hidden="true" />
    <span className={styles.callWords}>
      <span className={styles.callTitle}>{words.appointment.fromCall}</span>
      <span className={styles.callText}>{words.appointment.openCall}</span>
    </span>
    <IconArrowRight size={18} aria-hidden="true" />
  </Link>
)

const inEmptySheet = (content: ReactNode) => (
  <>
    <PageHeader
      back={<BackLink {...pb.appointments()}>{words.appointments.title}</BackLink>}
      title={words.appointment.one}
    />
    <Panel title={words.appointment.facts}>{content}</Panel>
  </>
)
