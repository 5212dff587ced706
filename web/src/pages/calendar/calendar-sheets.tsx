import type { BlockMade } from '../../api/block-queries.ts'
import type { Appointment, Calendar, DrawnAppointment } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { AppointmentSheet } from './appointment-sheet.tsx'
import { CollisionsSheet } from './collisions-sheet.tsx'
import { ConflictSheet } from './conflict-sheet.tsx'
import type { PickedTime } from './picked-time.ts'
import { type TimePart, TimeSheet } from './time-sheet.tsx'
import { movedOf } from './time-view.tsx'
import type { Conflict, useMove } from './use-move.ts'

/** What stands beside the calendar. */
export type Opened =
  | { kind: 'appointment'; drawn: DrawnAppointment; start: 'facts' | 'times' }
  | { kind: 'time'; picked: PickedTime; start: TimePart }
  | { kind: 'collisions'; blockId: string | null }

type Props = {
  calendar: Calendar
  opened: Opened | null
  move: ReturnType<typeof useMove>
  onOpen: (opened: Opened | null) => void
}

export const CalendarSheets = ({ calendar, opened, move, onOpen }: Props) => {
  const say = useBookedText()
  const close = () => onOpen(null)
  if (move.conflict) return <OfConflict conflict={move.conflict} {...{ calendar, move, onOpen }} />
  switch (opened?.kind) {
    case undefined:
      return null
    case 'appointment':
      return (
        <AppointmentSheet
          key={`${opened.drawn.id}${opened.start}`}
          // As it is now, if it is still here.
          drawn={calendar.appointments.find(({ id }) => id === opened.drawn.id) ?? opened.drawn}
          calendar={calendar}
          start={opened.start}
          onMove={slot => {
            close()
            void move.moveToSlot(movedOf(opened.drawn), slot)
          }}
          onClose={close}
        />
      )
    case 'time':
      return (
        <TimeSheet
          picked={opened.picked}
          calendar={calendar}
          start={opened.start}
          onBooked={appointment => {
            close()
            move.say(say(appointment))
          }}
          onBlocked={({ id, collisions }: BlockMade) => {
            if (collisions > 0) return onOpen({ kind: 'collisions', blockId: id })
            close()
            move.say(words.block.saved)
          }}
          onClose={close}
        />
      )
    case 'collisions':
      return (
        <CollisionsSheet
          blockId={opened.blockId}
          calendar={calendar}
          onMove={(moved, slot) => void move.moveToSlot(moved, slot)}
          onClose={close}
        />
      )
    default:
      return opened satisfies never
  }
}

const OfConflict = ({ conflict, calendar, move, onOpen }: Omit<Props, 'opened'> & { conflict: Conflict }) => {
  const drawn = calendar.appointments.find(({ id }) => id === conflict.moved.id)
  return (
    <ConflictSheet
      conflict={conflict}
      onPick={slot => void move.moveToSlot(conflict.moved, slot)}
      onOverride={(slot, reason) => void move.moveToSlot(conflict.moved, slot, reason)}
      onChoose={() => {
        move.settle()
        if (drawn) onOpen({ kind: 'appointment', drawn, start: 'times' })
      }}
      onClose={move.settle}
    />
  )
}

const useBookedText = () => {
  const { time } = useFormats()
  return ({ attendee_name, starts_at, staff }: Appointment) =>
    words.booking.booked(
      [attendee_name, time.moment(starts_at), staff.map(({ name }) => name).join(', ')]
        .filter(Boolean)
        .join(' · '),
    )
}
