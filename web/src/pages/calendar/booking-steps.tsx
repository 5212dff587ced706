import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Appointment, BookableService, Calendar, Slot } from '../../api/contract.ts'
import { servicesQuery } from '../../api/queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Chosen } from './chosen.tsx'
import { CustomerStep } from './customer-step.tsx'
import type { PickedTime } from './picked-time.ts'
import { ServiceStep } from './service-step.tsx'
import styles from './time-sheet.module.css'
import { TimeStep } from './time-step.tsx'
import { useBooking } from './use-booking.ts'

type Props = {
  picked: PickedTime
  calendar: Calendar
  onBooked: (appointment: Appointment) => void
  onExplain: () => void
}

/** Service, time, customer: each is asked when the one before is known, and can be changed until it is booked. */
export const BookingSteps = ({ picked, calendar, onBooked, onExplain }: Props) => {
  const services = useQuery(servicesQuery())
  const [service, setService] = useState<BookableService | null>(null)
  const [slot, setSlot] = useState<Slot | null>(null)
  const booking = useBooking({ onBooked, onLost: () => setSlot(null) })
  const askAgain = () => {
    setService(null)
    setSlot(null)
  }
  if (service === null)
    return (
      <QueryState query={services}>
        {items => <ServiceStep services={items} personId={personOf(picked, calendar)} onPick={setService} />}
      </QueryState>
    )
  return (
    <>
      <ChosenService service={service} onChange={askAgain} />
      {booking.lost && <p className={styles.no}>{booking.lost}</p>}
      {slot === null ? (
        <TimeStep
          service={service}
          picked={booking.lost === null ? picked : { ...picked, minutes: null }}
          calendar={calendar}
          onPick={setSlot}
          onExplain={onExplain}
        />
      ) : (
        <>
          <ChosenSlot slot={slot} onChange={() => setSlot(null)} />
          <CustomerStep
            service={service}
            pending={booking.pending}
            problem={booking.problem}
            onBook={wish => booking.book({ ...wish, slot })}
          />
        </>
      )}
    </>
  )
}

const personOf = ({ resourceId }: PickedTime, { resources }: Calendar) =>
  resources.find(({ id, kind }) => id === resourceId && kind === 'staff')?.id

const ChosenService = ({ service, onChange }: { service: BookableService; onChange: () => void }) => {
  const { money } = useFormats()
  return (
    <Chosen
      label={words.booking.service}
      title={service.name}
      text={`${words.appointment.minutes(service.minutes)} · ${money(service.price_minor, service.currency)}`}
      onChange={onChange}
    />
  )
}

const ChosenSlot = ({ slot, onChange }: { slot: Slot; onChange: () => void }) => {
  const { time } = useFormats()
  const names = slot.staff.map(({ name }) => name).join(', ')
  return (
    <Chosen
      label={words.booking.time}
      title={`${time.longDay(slot.starts_at.slice(0, 10))}, ${time.clock(slot.starts_at)}`}
      text={names === '' ? null : words.booking.withWhom(names)}
      onChange={onChange}
    />
  )
}
