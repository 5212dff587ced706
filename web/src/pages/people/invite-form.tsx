import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { client, unwrap } from '../../api/client.ts'
import type { MemberRole } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { accountProblem } from '../../text/account-problem.ts'
import { words } from '../../text/words.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import styles from '../own/own-page.module.css'
import { LocationsChoice } from './locations-choice.tsx'

const roles = ['staff', 'manager', 'viewer', 'owner'] as const satisfies MemberRole[]

export const InviteForm = () => {
  const { people, roles: names } = words.access
  const queryClient = useQueryClient()
  const [role, setRole] = useState<MemberRole>('staff')
  const [locations, setLocations] = useState<string[] | null>(null)
  const invite = useMutation({
    mutationFn: (body: { email: string; role: MemberRole; locations: string[] | null }) =>
      unwrap(client.POST('/api/v1/invitations', { body })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [topics.people] }),
  })
  const startAnew = (form: HTMLFormElement): void => {
    form.reset()
    setRole('staff')
    setLocations(null)
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const wish = { email: String(given.get('email')), role, locations: role === 'owner' ? null : locations }
    invite.mutate(wish, { onSuccess: () => startAnew(form) })
  }
  return (
    <form className={styles.body} onSubmit={submit}>
      <TextInput
        name="email"
        type="email"
        label={people.email}
        autoComplete="off"
        required
        withAsterisk={false}
      />
      <NativeSelect
        label={people.role}
        value={role}
        data={roles.map(role => ({ value: role, label: names[role] }))}
        onChange={event => setRole(roles.find(known => known === event.currentTarget.value) ?? 'staff')}
      />
      {role !== 'owner' && (
        <LocationsChoice legend={people.locations} chosen={locations} onChange={setLocations} />
      )}
      {invite.isError && <p role="alert">{accountProblem(invite.error)}</p>}
      {invite.data?.mailed && <p role="status">{people.mailed}</p>}
      {typeof invite.data?.link === 'string' && (
        <div role="status">
          <p>{people.handOver}</p>
          <CopyText text={invite.data.link} shown={invite.data.link} font="plain" />
        </div>
      )}
      <Button type="submit" loading={invite.isPending}>
        {people.invite}
      </Button>
    </form>
  )
}
