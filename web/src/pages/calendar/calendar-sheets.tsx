import type { Calendar, DrawnAppointment } from '../../api/contract.ts'
import { AppointmentSheet } from './appointment-sheet.tsx'
import { ConflictSheet } from './conflict-sheet.tsx'
import { movedOf } from './time-view.tsx'
import type { useMove } from './use-move.ts'

/** What stands beside the calendar. */
export type Opened = { kind: 'appointment'; drawn: DrawnAppointment; start: 'facts' | 'times' }

type Props = {
  calendar: Calendar
  opened: Opened | null
  move: ReturnType<typeof useMove>
  onOpen: (opened: Opened | null) => void
}

export const CalendarSheets = ({ calendar, opened, move, onOpen }: Props) => {
  const { conflict } = move
  if (conflict) {
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
  if (opened === null) return null
  return (
    <AppointmentSheet
      key={`${opened.drawn.id}${opened.start}`}
      // As it is now, if it is still here.
      drawn={calendar.appointments.find(({ id }) => id === opened.drawn.id) ?? opened.drawn}
      calendar={calendar}
      start={opened.start}
      onMove={slot => {
        onOpen(null)
        void move.moveToSlot(movedOf(opened.drawn), slot)
      }}
      onClose={() => onOpen(null)}
    />
  )
}
