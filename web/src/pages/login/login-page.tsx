import { IconCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { client, rememberCsrfToken, unwrap } from '../../api/client.ts'
import type { Session, SignedByKey } from '../../api/contract.ts'
import { demoAccountsQuery, sessionQuery } from '../../api/queries.ts'
import { CodeForm } from '../../forms/code-form.tsx'
import { type Credentials, LoginForm } from '../../forms/login-form.tsx'
import { PasskeyButton } from '../../forms/passkey-button.tsx'
import { useLanguage } from '../../text/use-language.ts'
import { words } from '../../text/words.ts'
import { Mark } from '../../ui/mark.tsx'
import { signWithDevice } from '../../util/device-key.ts'
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
  const demo = useQuery(demoAccountsQuery())
  const accounts = demo.data ?? []

  const [step, setStep] = useState<'password' | 'second_factor'>('password')

  const signIn = async (credentials: Credentials) => {
    const answer = await unwrap(client.POST('/api/v1/session', { body: credentials }))
    if ('next' in answer) setStep('second_factor')
    else await enter(answer)
  }
  const giveCode = async (given: { code: string; method: 'totp' | 'backup_code' }) =>
    await enter(await unwrap(client.POST('/api/v1/session/second-factor', { body: given })))

  const takePasskey = async () => {
    const options = await unwrap(client.POST('/api/v1/session/passkey/options'))
    const signed = await signWithDevice<SignedByKey>(options)
    await enter(await unwrap(client.POST('/api/v1/session/passkey', { body: { signed } })))
  }

  const enter = async (session: Session) => {
    rememberCsrfToken(session.csrf_token)
    queryClient.setQueryData(sessionQuery().queryKey, session)
    await (next === undefined ? navigate(pb.today()) : navigate({ href: next }))
  }

  return (
    <div className={styles.page}>
      <title>{words.pageTitle(words.login.title)}</title>
      <Claim />
      <main className={styles.main}>
        <div className={styles.box} aria-busy={demo.isPending}>
          <p className={styles.brand}>
            <Mark size={34} /> {words.productName}
          </p>
          {step === 'second_factor' ? (
            <>
              <h1 className={styles.title}>{words.login.codeTitle}</h1>
              <CodeForm onSubmit={giveCode} onBack={() => setStep('password')} />
            </>
          ) : (
            <h1 className={styles.title}>{words.login.lead}</h1>
          )}
          {/* Accounts of a demo stand above the fields and must not push them away. */}
          {step === 'password' && !demo.isPending && (
            <>
              {accounts.length > 0 && (
                <>
                  <DemoAccounts accounts={accounts} onChosen={signIn} />
                  <p className={styles.or}>{words.login.or}</p>
                </>
              )}
              <LoginForm onSubmit={signIn} />
              <PasskeyButton onSubmit={takePasskey} />
              <Link className={styles.elsewhere} {...pb.forgotten()}>
                {words.login.forgotten}
              </Link>
            </>
          )}
          {!demo.isPending && <LanguageSwitch />}
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
