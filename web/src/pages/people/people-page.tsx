import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { invitationsQuery, loginRulesQuery, membersQuery } from '../../api/account-queries.ts'
import { client, unwrap } from '../../api/client.ts'
import type { Invitation, Member, MemberRole } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { accountProblem } from '../../text/account-problem.ts'
import { words } from '../../text/words.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from '../own/own-page.module.css'
import { InviteForm } from './invite-form.tsx'
import { LocationsChoice, useLocationNames } from './locations-choice.tsx'

const memberRoles = ['owner', 'manager', 'staff', 'viewer'] as const satisfies MemberRole[]

/** Who works here, in which role, and who was asked to. */
export const PeoplePage = () => {
  const { people } = words.access
  const members = useQuery(membersQuery())
  const invitations = useQuery(invitationsQuery())
  return (
    <>
      <PageHeader title={people.title} lead={people.lead} />
      <div className={styles.parts}>
        <Panel title={people.title}>
          <QueryState query={members}>
            {items => (
              <ul>
                {items.map(member => (
                  <MemberRow key={member.id} member={member} />
                ))}
              </ul>
            )}
          </QueryState>
        </Panel>
        <Panel title={people.invite}>
          <InviteForm />
        </Panel>
        <Panel title={people.invitations}>
          <QueryState query={invitations}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={people.none} />
              ) : (
                <ul>
                  {items.map(invitation => (
                    <InvitationRow key={invitation.id} invitation={invitation} />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
        <Panel title={words.access.own.secondFactor}>
          <Rules />
        </Panel>
      </div>
    </>
  )
}

const usePeopleAction = <Wish,>(act: (wish: Wish) => Promise<unknown>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: [topics.people] }),
  })
}

const MemberRow = ({ member }: { member: Member }) => {
  const { people, roles } = words.access
  const [asking, setAsking] = useState(false)
  const path = { id: member.id }
  const change = usePeopleAction((body: { role: MemberRole } | { locations: string[] | null }) =>
    unwrap(client.PATCH('/api/v1/users/{id}', { params: { path }, body })),
  )
  const remove = usePeopleAction(() => unwrap(client.DELETE('/api/v1/users/{id}', { params: { path } })))
  const failed = change.error ?? remove.error
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        {member.name} · {member.email}
        <span className={styles.more}>
          {' '}
          {member.second_factor ? people.withFactor : people.withoutFactor}
        </span>
        {failed && <span role="alert"> {accountProblem(failed)}</span>}
      </span>
      <NativeSelect
        aria-label={`${people.role}: ${member.name}`}
        value={member.role}
        disabled={member.allowed.change !== true}
        data={memberRoles.map(role => ({ value: role, label: roles[role] }))}
        onChange={event => {
          const role = memberRoles.find(known => known === event.currentTarget.value)
          if (role) change.mutate({ role })
        }}
      />
      <Button
        variant="default"
        size="xs"
        disabled={member.allowed.remove !== true}
        onClick={() => setAsking(true)}
      >
        {people.remove}
      </Button>
      {member.role !== 'owner' && (
        <LocationsChoice
          legend={`${people.locations}: ${member.name}`}
          chosen={member.locations}
          disabled={change.isPending}
          onChange={locations => change.mutate({ locations })}
        />
      )}
      {asking && (
        <ConfirmDialog
          title={people.removeTitle}
          text={people.removeText}
          confirm={people.remove}
          weight="final"
          onConfirm={() => remove.mutate(undefined)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

const InvitationRow = ({ invitation }: { invitation: Invitation }) => {
  const { id, email, role, state } = invitation
  const { people, roles } = words.access
  const places = useLocationNames(invitation.locations)
  const takeBack = usePeopleAction(() =>
    unwrap(client.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
  )
  return (
    <li className={styles.row}>
      <span className={styles.what}>{email}</span>
      <span className={styles.more}>
        {roles[role]}
        {places !== null && ` · ${places}`} · {people.state[state]}
      </span>
      {state === 'open' && (
        <Button variant="default" size="xs" onClick={() => takeBack.mutate(undefined)}>
          {people.takeBack}
        </Button>
      )}
    </li>
  )
}

const Rules = () => {
  const rules = useQuery(loginRulesQuery())
  const save = usePeopleAction((second_factor_roles: MemberRole[]) =>
    unwrap(client.PUT('/api/v1/login-rules', { body: { second_factor_roles } })),
  )
  return (
    <QueryState query={rules}>
      {({ second_factor_roles: asked }) => (
        <fieldset className={styles.choices}>
          <legend>{words.access.people.rules}</legend>
          {memberRoles.map(role => (
            <CheckBox
              key={role}
              shows="label"
              label={words.access.roles[role]}
              checked={asked.includes(role)}
              disabled={save.isPending}
              onChange={() =>
                save.mutate(memberRoles.filter(other => asked.includes(other) !== (other === role)))
              }
            />
          ))}
        </fieldset>
      )}
    </QueryState>
  )
}
