import { useQuery } from '@tanstack/react-query'
import { client, unwrap } from '../../api/client.ts'
import { AccountForm } from '../../forms/account-form.tsx'
import { accountProblem } from '../../text/account-problem.ts'
import { words } from '../../text/words.ts'
import { LinkPage, tokenOfAddress } from './link-page.tsx'

export const InvitationPage = () => {
  const { links, own, roles } = words.access
  const token = tokenOfAddress()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => unwrap(client.POST('/api/v1/invitations/view', { body: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (invitation.isError)
    return <LinkPage title={links.invitationTitle}>{accountProblem(invitation.error)}</LinkPage>
  if (invitation.data === undefined) return null
  const { tenant_name, email, role } = invitation.data
  return (
    <LinkPage title={links.invitationTitle} lead={links.invitationFor(tenant_name)}>
      <p>
        {email} · {roles[role]}
      </p>
      <AccountForm
        fields={[
          { name: 'name', label: links.name, kind: 'text', autoComplete: 'name' },
          {
            name: 'password',
            label: words.login.password,
            kind: 'password',
            hint: `${own.wantedHint} ${links.invitationHint}`,
            autoComplete: 'new-password',
          },
        ]}
        submit={links.accept}
        done={links.accepted}
        onSubmit={({ name = '', password = '' }) =>
          unwrap(client.POST('/api/v1/invitations/accept', { body: { token, name, password } }))
        }
      />
    </LinkPage>
  )
}
