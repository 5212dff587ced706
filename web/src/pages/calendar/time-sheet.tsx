import { useState } from 'react'
import type { BlockMade } from '../../api/block-queries.ts'
import type { Appointment, Calendar } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { clockOf } from '../../util/day-layout.ts'
import { BlockForm } from './block-form.tsx'
import { BookingSteps } from './booking-steps.tsx'
import { ExplainTime } from './explain-time.tsx'
import type { PickedTime } from './picked-time.ts'
import styles from './time-sheet.module.css'

const parts = ['book', 'block', 'explain'] as const
export type TimePart = (typeof parts)[number]

type Props = {
  picked: PickedTime
  calendar: Calendar
  start: TimePart
  onBooked: (appointment: Appointment) => void
  onBlocked: (made: BlockMade) => void
  onClose: () => void
}

/** What can be done with a time: book it, block it, or ask why it is not offered. */
export const TimeSheet = ({ picked, calendar, start, onBooked, onBlocked, onClose }: Props) => {
  const { time } = useFormats()
  const [part, setPart] = useState<TimePart>(start)
  const resource = calendar.resources.find(({ id }) => id === picked.resourceId)
  const lead = [time.longDay(picked.day), picked.minutes !== null && clockOf(picked.minutes), resource?.name]
  return (
    <SideSheet title={words.time.title[part]} lead={lead.filter(Boolean).join(' · ')} onClose={onClose}>
      <fieldset className={styles.parts}>
        <legend className={styles.legend}>{words.time.parts}</legend>
        {parts.map(known => (
          <label className={styles.part} key={known}>
            <input
              className={styles.radio}
              type="radio"
              name="part"
              checked={known === part}
              onChange={() => setPart(known)}
            />
            {words.time.part[known]}
          </label>
        ))}
      </fieldset>
      {part === 'book' && (
        <BookingSteps
          picked={picked}
          calendar={calendar}
          onBooked={onBooked}
          onExplain={() => setPart('explain')}
        />
      )}
      {part === 'block' && <BlockForm picked={picked} calendar={calendar} onDone={onBlocked} />}
      {part === 'explain' && <ExplainTime picked={picked} calendar={calendar} />}
    </SideSheet>
  )
}
