import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { Place } from '../../api/contract.ts'
import { type Problem, problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { changeTransfer } from '../../api/settings-queries.ts'
import { problemText } from '../../text/problem-text.ts'
import { words } from '../../text/words.ts'
import { WeekFields } from '../catalogue/week-fields.tsx'
import styles from './settings.module.css'

/** Whom callers are put through to who ask for a person, and when; an empty number means nobody. */
export const TransferForm = ({ place: shown }: { place: Place }) => {
  const text = words.setup.settings
  const queryClient = useQueryClient()
  const mayManage = useSession().permissions.includes('manage')
  const [place, setPlace] = useState(shown)
  const [week, setWeek] = useState(place.transfer?.week ?? [])
  const save = useMutation({
    mutationFn: (phone: string) => changeTransfer(place, phone === '' ? null : { phone, week }),
    onSuccess: saved => {
      setPlace(saved)
      return queryClient.invalidateQueries({ queryKey: [topics.settings] })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const phone = String(new FormData(event.currentTarget).get('phone'))
    save.mutate(phone.replaceAll(/[^+\d]/g, ''))
  }
  return (
    <form onSubmit={submit}>
      <div className={styles.form}>
        <TextInput
          name="phone"
          type="tel"
          label={text.transferPhone}
          description={text.transferHint}
          defaultValue={place.transfer?.phone ?? ''}
          readOnly={!mayManage}
          autoComplete="off"
        />
      </div>
      <WeekFields week={week} mayManage={mayManage} onChange={setWeek} />
      <div className={styles.foot}>
        {save.error && (
          <p className={styles.problem} role="alert">
            {failureText(problemOf(save.error))}
          </p>
        )}
        {save.isSuccess && <p role="status">{text.saved}</p>}
        {mayManage && (
          <Button type="submit" loading={save.isPending}>
            {text.saveTransfer}
          </Button>
        )}
      </div>
    </form>
  )
}

const failureText = (problem: Problem) => {
  const { stale, transferOverlap } = words.setup.settings
  if (problem.status === 409) return stale
  return problem.status === 422 ? transferOverlap : problemText(problem)
}
