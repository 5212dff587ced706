import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { problemOf } from '../api/problem.ts'
import { words } from '../text/words.ts'
import styles from './login-form.module.css'

type Method = 'totp' | 'backup_code'
type Props = { onSubmit: (given: { code: string; method: Method }) => Promise<void>; onBack: () => void }

/** The second step of logging in: the code of the authenticator, or one of the backup codes. */
export const CodeForm = ({ onSubmit, onBack }: Props) => {
  const [method, setMethod] = useState<Method>('totp')
  const check = useMutation({ mutationFn: onSubmit })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    check.mutate({ code: String(new FormData(event.currentTarget).get('code')), method })
  }
  const swap = () => {
    check.reset()
    setMethod(method === 'totp' ? 'backup_code' : 'totp')
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        key={method}
        name="code"
        label={method === 'totp' ? words.login.code : words.login.backupCode}
        description={method === 'totp' ? words.login.codeHint : words.login.backupHint}
        inputMode={method === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        minLength={6}
        required
        autoFocus
        withAsterisk={false}
      />
      {check.isError && (
        <p className={styles.problem} role="alert">
          {problemText(check.error)}
        </p>
      )}
      <Button type="submit" fullWidth loading={check.isPending}>
        {words.login.submit}
      </Button>
      <Button variant="subtle" fullWidth onClick={swap}>
        {method === 'totp' ? words.login.useBackup : words.login.useCode}
      </Button>
      <Button variant="subtle" fullWidth onClick={onBack}>
        {words.login.back}
      </Button>
    </form>
  )
}

const problemText = (error: Error) => {
  const { status } = problemOf(error)
  if (status === 401 || status === 400) return words.login.wrongCode
  return status === 429 ? words.login.tooMany : words.login.failed
}
