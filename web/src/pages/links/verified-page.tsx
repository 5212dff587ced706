import { client, unwrap } from '../../api/client.ts'
import { AccountForm } from '../../forms/account-form.tsx'
import { words } from '../../text/words.ts'
import { LinkPage, tokenOfAddress } from './link-page.tsx'

/** A button and not at once: programs that look at letters follow their links. */
export const VerifiedPage = () => (
  <LinkPage title={words.access.links.verifiedTitle}>
    <AccountForm
      fields={[]}
      submit={words.access.own.confirm}
      done={words.access.links.verified}
      onSubmit={() =>
        unwrap(client.POST('/api/v1/email-verifications', { body: { token: tokenOfAddress() } }))
      }
    />
  </LinkPage>
)
