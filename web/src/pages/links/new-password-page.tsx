import { client, unwrap } from '../../api/client.ts'
import { AccountForm } from '../../forms/account-form.tsx'
import { words } from '../../text/words.ts'
import { LinkPage, tokenOfAddress } from './link-page.tsx'

export const NewPasswordPage = () => {
  const { own, links } = words.access
  return (
    <LinkPage title={links.newTitle}>
      <AccountForm
        fields={[
          {
            name: 'password',
            label: own.wanted,
            kind: 'password',
            hint: own.wantedHint,
            autoComplete: 'new-password',
          },
        ]}
        submit={own.save}
        done={links.newDone}
        onSubmit={({ password = '' }) =>
          unwrap(
            client.POST('/api/v1/password-resets/confirm', { body: { token: tokenOfAddress(), password } }),
          )
        }
      />
    </LinkPage>
  )
}
