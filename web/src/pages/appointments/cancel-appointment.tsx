import { IconCalendarX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Appointment } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { type CancelScope, cancelAppointment, cancelOfSeries } from '../../api/series-queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

/** Cancels an appointment; one of a series alone, with those behind it, or with all that are still to come. */
export const CancelAppointment = ({ appointment }: { appointment: Appointment }) => {
  const { money, counted } = useFormats()
  const { result, pending, start } = useAction(topics.appointments)
  const [isAsking, setIsAsking] = useState(false)
  const [scope, setScope] = useState<CancelScope>('this')
  const { series } = appointment
  const fee = appointment.terms.cancel.verdict === 'fee' ? appointment.terms.cancel.fee : null
  const minor = fee?.minor ?? null
  const cancel = () =>
    start(async () => {
      if (series === null || scope === 'this') await cancelAppointment(appointment, minor)
      else {
        const done = await cancelOfSeries(appointment, { seriesId: series.id, scope, fee: minor })
        return { went: 'well', text: `${counted(done.items.length, words.cancel.doneMany)}.` }
      }
      return { went: 'well', text: words.cancel.done }
    })
  if (appointment.state === 'cancelled') return <ActionResult result={result} />
  return (
    <div>
      <ActionButton
        icon={<IconCalendarX size={16} aria-hidden="true" />}
        refusal={refusalText(appointment.allowed.cancel)}
        pending={pending}
        onClick={() => setIsAsking(true)}
      >
        {words.cancel.button}
      </ActionButton>
      <ActionResult result={result} />
      {isAsking && (
        <ConfirmDialog
          title={words.cancel.title}
          text={fee === null ? words.cancel.text : words.cancel.fee(money(fee.minor, fee.currency))}
          confirm={words.cancel.confirm}
          weight="final"
          onConfirm={cancel}
          onClose={() => setIsAsking(false)}
        >
          {series !== null && (
            <ChoiceCards
              label={words.cancel.which}
              choices={(['this', 'following', 'all'] as const).map(value => ({
                value,
                title: words.cancel.scope[value],
              }))}
              value={scope}
              onChange={setScope}
            />
          )}
        </ConfirmDialog>
      )}
    </div>
  )
}
