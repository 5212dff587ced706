import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ownSessionsQuery } from '../../api/account-queries.ts'
import { client, rememberCsrfToken, unwrap } from '../../api/client.ts'
import { sessionQuery } from '../../api/queries.ts'
import { AccountForm } from '../../forms/account-form.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { words } from '../../text/words.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './own-page.module.css'
import { OwnSessions } from './own-sessions.tsx'
import { Passkeys } from './passkeys.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SwitchBusiness } from './switch-business.tsx'

/** One's own login. */
export const OwnPage = () => {
  const { own } = words.access
  const session = useQuery(sessionQuery()).data
  const sessions = useQuery(ownSessionsQuery())
  const queryClient = useQueryClient()
  if (session === undefined) return null

  // The cookie is another after a change of password or factor, and with it the token against forged requests.
  const readAnew = async () => {
    const fresh = await unwrap(client.GET('/api/v1/session'))
    rememberCsrfToken(fresh.csrf_token)
    queryClient.setQueryData(sessionQuery().queryKey, fresh)
    await sessions.refetch()
  }
  const changePassword = async ({ current = '', wanted = '' }: Record<string, string>) => {
    await unwrap(client.POST('/api/v1/profile/password', { body: { current, wanted } }))
    await readAnew()
  }

  return (
    <>
      <PageHeader title={own.title} lead={own.lead} />
      {session.user.second_factor === 'needed' && (
        <p className={styles.needed} role="status">
          {own.needed}
        </p>
      )}
      <div className={styles.parts}>
        <Panel title={own.secondFactor}>
          <div className={styles.body}>
            <SecondFactor on={session.user.authenticator} onChanged={readAnew} />
          </div>
        </Panel>
        <Panel title={own.passkeys}>
          <Passkeys />
        </Panel>
        <Panel title={own.password}>
          <div className={styles.body}>
            <AccountForm
              fields={[
                { name: 'current', label: own.current, kind: 'password' },
                {
                  name: 'wanted',
                  label: own.wanted,
                  kind: 'password',
                  hint: own.wantedHint,
                  autoComplete: 'new-password',
                },
              ]}
              submit={own.save}
              done={own.changed}
              onSubmit={changePassword}
            />
          </div>
        </Panel>
        <Panel title={own.sessions}>
          <QueryState query={sessions}>{items => <OwnSessions items={items} />}</QueryState>
        </Panel>
        {session.tenants.length > 1 && <SwitchBusiness session={session} />}
      </div>
    </>
  )
}
