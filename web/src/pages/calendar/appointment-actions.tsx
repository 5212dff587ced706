import { IconArrowsMove, IconCheck, IconChecks, IconDoorEnter, IconUserOff, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerRequest, settleAppointment } from '../../api/calendar-queries.ts'
import type { Appointment } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { CancelAppointment } from '../appointments/cancel-appointment.tsx'
import styles from './sheets.module.css'

type Props = { appointment: Appointment; onMove: () => void }

/** What may follow now: what makes no sense is not there, what is forbidden says why. */
export const AppointmentActions = ({ appointment, onMove }: Props) => {
  const queryClient = useQueryClient()
  const { permissions } = useSession()
  const { result, pending, start } = useAction(topics.appointments)
  const { allowed, id, state } = appointment
  const act = (work: () => Promise<unknown>) => () =>
    start(async () => {
      await work()
      await queryClient.invalidateQueries({ queryKey: [topics.calendar] })
      return { went: 'well', text: words.sheet.saved }
    })
  const step = (may: boolean, text: string, icon: ReactNode, work: () => Promise<unknown>) =>
    may && (
      <ActionButton key={text} icon={icon} refusal={null} pending={pending} onClick={act(work)}>
        {text}
      </ActionButton>
    )
  if (!permissions.includes('write')) return null
  const canMove = state === 'requested' || state === 'confirmed'
  return (
    <div className={styles.part}>
      <div className={styles.actions}>
        {step(
          allowed.confirm === true && state === 'requested',
          words.sheet.confirm,
          <IconCheck size={16} />,
          () => answerRequest(id, 'confirm'),
        )}
        {step(allowed.decline === true, words.sheet.decline, <IconX size={16} />, () =>
          answerRequest(id, 'decline'),
        )}
        {step(allowed.check_in === true, words.sheet.checkedIn, <IconDoorEnter size={16} />, () =>
          settleAppointment(id, 'checked_in'),
        )}
        {step(allowed.complete === true, words.sheet.completed, <IconChecks size={16} />, () =>
          settleAppointment(id, 'completed'),
        )}
        {step(allowed.no_show === true, words.sheet.noShow, <IconUserOff size={16} />, () =>
          settleAppointment(id, 'no_show'),
        )}
        {canMove && (
          <ActionButton icon={<IconArrowsMove size={16} />} refusal={null} onClick={onMove}>
            {words.move.start}
          </ActionButton>
        )}
        <CancelAppointment appointment={appointment} key={id} />
      </div>
      <ActionResult result={result} />
    </div>
  )
}
