import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keepCollision } from '../../api/block-queries.ts'
import type { BlockCollision, Calendar, Slot } from '../../api/contract.ts'
import { appointmentQuery, topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CancelAppointment } from '../appointments/cancel-appointment.tsx'
import sheet from './sheets.module.css'
import { SlotPicker } from './slot-picker.tsx'
import styles from './time-sheet.module.css'
import type { Moved } from './use-move.ts'

type Props = {
  collision: BlockCollision
  calendar: Calendar
  /** Whether a new time is being chosen for it. */
  picking: boolean
  onPicking: () => void
  onMove: (moved: Moved, slot: Slot) => void
}

export const CollisionRow = ({ collision, calendar, picking, onPicking, onMove }: Props) => {
  const { time } = useFormats()
  const { appointment, state, kept } = collision
  const isOpen = state === 'open'
  const found = useQuery({ ...appointmentQuery(appointment.id), enabled: isOpen }).data
  return (
    <li className={styles.reasonRow}>
      <span className={styles.reasonName}>
        {appointment.attendee_name}
        <Badge tone={isOpen ? 'caution' : 'positive'}>{words.collisions.state[state]}</Badge>
      </span>
      <span className={sheet.quiet}>
        {[found?.service.name, time.moment(appointment.starts_at), kept?.reason].filter(Boolean).join(' · ')}
      </span>
      {isOpen && found && (
        <div className={styles.step}>
          <div className={sheet.actions}>
            <Button variant="default" size="sm" aria-expanded={picking} onClick={onPicking}>
              {words.collisions.move}
            </Button>
            <CancelAppointment appointment={found} />
            <Keep collision={collision} />
          </div>
          {picking && (
            <SlotPicker
              serviceId={found.service.id}
              day={found.starts_at.slice(0, 10)}
              people={calendar.resources.filter(({ kind }) => kind === 'staff')}
              moving={found.id}
              onPick={slot =>
                onMove(
                  {
                    id: found.id,
                    version: found.version,
                    who: found.attendee_name,
                    serviceId: found.service.id,
                  },
                  slot,
                )
              }
            />
          )}
        </div>
      )}
    </li>
  )
}

const Keep = ({ collision }: { collision: BlockCollision }) => {
  const { result, pending, start } = useAction(topics.calendar)
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button variant="default" size="sm" loading={pending} onClick={() => setIsAsking(true)}>
        {words.collisions.keep}
      </Button>
      <ActionResult result={result} />
      {isAsking && (
        <ConfirmDialog
          title={words.collisions.keepTitle}
          text={words.collisions.keepText}
          confirm={words.collisions.keep}
          reasonLabel={words.collisions.keepReason}
          onConfirm={reason =>
            start(async () => {
              await keepCollision(collision, reason)
              return { went: 'well', text: words.collisions.state.kept }
            })
          }
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  )
}
