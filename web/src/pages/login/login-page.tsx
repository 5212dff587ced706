import { IconCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { client, rememberCsrfToken, unwrap } from '../../api/client.ts'
import { demoAccountsQuery, sessionQuery } from '../../api/queries.ts'
import { type Credentials, LoginForm } from '../../forms/login-form.tsx'
import { useLanguage } from '../../text/use-language.ts'
import { words } from '../../text/words.ts'
import { Mark } from '../../ui/mark.tsx'
import { pb } from '../../util/path-builder.ts'
import { wayBackOf } from '../../util/way-back.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { CallScene } from './call-scene.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import styles from './login-page.module.css'

export const LoginPage = () => {
  useLanguage()
  const next = wayBackOf(useSearch({ from: '/login' }).next)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const accounts = useQuery(demoAccountsQuery()).data ?? []

  const signIn = async (credentials: Credentials) => {
    const session = await unwrap(client.POST('/api/v1/session', { body: credentials }))
    rememberCsrfToken(session.csrf_token)
    queryClient.setQueryData(sessionQuery().queryKey, session)
    await (next === undefined ? navigate(pb.today()) : navigate({ href: next }))
  }

  return (
    <div className={styles.page}>
      <title>{words.pageTitle(words.login.title)}</title>
      <Claim />
      <main className={styles.main}>
        <div className={styles.box}>
          <p className={styles.brand}>
            <Mark size={34} /> {words.productName}
          </p>
          <h1 className={styles.title}>{words.login.lead}</h1>
          {accounts.length > 0 && (
            <>
              <DemoAccounts accounts={accounts} onChosen={signIn} />
              <p className={styles.or}>{words.login.or}</p>
            </>
          )}
          <LoginForm onSubmit={signIn} />
          <LanguageSwitch />
        </div>
      </main>
    </div>
  )
}

const Claim = () => (
  <aside className={styles.promise}>
    <p className={styles.promiseBrand}>
      <Mark size={34} /> {words.productName}
    </p>
    <CallScene />
    <div>
      <p className={styles.claim}>{words.login.claim}</p>
      <ul className={styles.promises}>
        {words.login.promises.map(promise => (
          <li key={promise}>
            <IconCheck size={18} stroke={2.25} aria-hidden="true" />
            {promise}
          </li>
        ))}
      </ul>
    </div>
  </aside>
)
