import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { accountProblem } from '../text/account-problem.ts'
import { words } from '../text/words.ts'
import { isNameless, knowsPasskeys } from '../util/device-key.ts'
import styles from './login-form.module.css'

/** Logging in without a password; nothing where the browser could not. */
export const PasskeyButton = ({ onSubmit }: { onSubmit: () => Promise<void> }) => {
  const enter = useMutation({ mutationFn: onSubmit })
  if (!knowsPasskeys() || isNameless(window.location.hostname)) return null
  return (
    <div className={styles.form}>
      <Button
        variant="default"
        fullWidth
        loading={enter.isPending}
        leftSection={<IconKey size={18} stroke={1.75} />}
        onClick={() => enter.mutate()}
      >
        {words.login.passkey}
      </Button>
      {enter.isError && (
        <p className={styles.problem} role="alert">
          {accountProblem(enter.error)}
        </p>
      )}
    </div>
  )
}
