import { client, unwrap } from '../../api/client.ts'
import { AccountForm } from '../../forms/account-form.tsx'
import { words } from '../../text/words.ts'
import { LinkPage } from './link-page.tsx'

export const ForgottenPage = () => (
  <LinkPage title={words.access.links.forgottenTitle} lead={words.access.links.forgottenLead}>
    <AccountForm
      fields={[{ name: 'email', label: words.login.email, kind: 'email', autoComplete: 'username' }]}
      submit={words.access.links.send}
      done={words.access.links.sent}
      onSubmit={({ email = '' }) => unwrap(client.POST('/api/v1/password-resets', { body: { email } }))}
    />
  </LinkPage>
)
