import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { DemoAccount } from '../../api/contract.ts'
import type { Credentials } from '../../forms/login-form.tsx'
import { words } from '../../text/words.ts'
import styles from './demo-accounts.module.css'

type Props = { accounts: DemoAccount[]; onChosen: (credentials: Credentials) => Promise<void> }

/** One card per business of the demo; a click signs in there. */
export const DemoAccounts = ({ accounts, onChosen }: Props) => {
  const signIn = useMutation({
    mutationFn: ({ email, password }: DemoAccount) => onChosen({ email, password }),
  })
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <div>
        <h2 className={styles.title} id="demo-title">
          {words.login.demoTitle}
        </h2>
        <p className={styles.lead}>{words.login.demoLead}</p>
      </div>
      <ul className={styles.accounts}>
        {accounts.map(account => (
          <li key={account.email}>
            <UnstyledButton
              className={styles.account}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate(account)}
            >
              <span className={styles.words}>
                <VisuallyHidden>{words.login.demoEnter}</VisuallyHidden>
                <span className={styles.name}>{account.tenant_name}</span>
                <span className={styles.description}>{words.login.demoRole}</span>
              </span>
              <IconArrowRight className={styles.arrow} size={18} aria-hidden="true" />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {signIn.isError && (
        <p className={styles.problem} role="alert">
          {words.login.failed}
        </p>
      )}
    </section>
  )
}
