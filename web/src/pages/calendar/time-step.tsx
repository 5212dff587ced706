import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { staffQuery } from '../../api/booking-queries.ts'
import { explanationQuery, slotsQuery } from '../../api/calendar-queries.ts'
import type { BookableService, Calendar, Slot } from '../../api/contract.ts'
import { currentLanguage } from '../../text/language.ts'
import { words } from '../../text/words.ts'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { clockOf } from '../../util/day-layout.ts'
import type { PickedTime } from './picked-time.ts'
import sheet from './sheets.module.css'
import { SlotPicker } from './slot-picker.tsx'
import styles from './time-sheet.module.css'

type Props = {
  service: BookableService
  picked: PickedTime
  calendar: Calendar
  onPick: (slot: Slot) => void
  onExplain: () => void
}

/** The time somebody pointed at, if the service can start there; else why it cannot, and what is free. */
export const TimeStep = ({ service, picked, calendar, onPick, onExplain }: Props) => {
  const staffId = calendar.resources.find(({ id, kind }) => id === picked.resourceId && kind === 'staff')?.id
  const wish = { serviceId: service.id, day: picked.day, staffId }
  const slots = useQuery({ ...slotsQuery(wish), enabled: picked.minutes !== null })
  const people = useQuery(staffQuery()).data?.filter(person =>
    person.services.some(({ id }) => id === service.id),
  )
  const at = `${picked.day}T${clockOf(picked.minutes ?? 0)}`
  const slot = slots.data?.find(({ starts_at }) => starts_at.startsWith(at))
  const taken = useRef(false)
  useEffect(() => {
    if (slot === undefined || taken.current) return
    taken.current = true
    onPick(slot)
  }, [slot, onPick])
  if (picked.minutes !== null && slots.data === undefined && slots.error === null)
    return <SkeletonRows rows={2} height="2.75rem" />
  return (
    <section className={styles.step} aria-label={words.booking.time}>
      {picked.minutes !== null && slots.data !== undefined && slot === undefined && (
        <WhyNot serviceId={service.id} at={at} staffId={staffId} onExplain={onExplain} />
      )}
      <SlotPicker
        serviceId={service.id}
        day={picked.day}
        staffId={staffId}
        people={people ?? []}
        onPick={onPick}
      />
    </section>
  )
}

type WhyNotProps = { serviceId: string; at: string; staffId: string | undefined; onExplain: () => void }

const WhyNot = ({ serviceId, at, staffId, onExplain }: WhyNotProps) => {
  const explanation = useQuery(explanationQuery({ serviceId, at, staffId })).data
  if (explanation === undefined || explanation.free) return null
  return (
    <>
      <p className={sheet.sentence}>{explanation.sentence[currentLanguage()]}</p>
      {staffId !== undefined && (
        <div>
          <Button variant="subtle" size="xs" onClick={onExplain}>
            {words.time.part.explain}
          </Button>
        </div>
      )}
    </>
  )
}
