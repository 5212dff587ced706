import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { problemOf } from '../api/problem.ts'
import { words } from '../text/words.ts'
import styles from './login-form.module.css'

export type Credentials = { email: string; password: string }

type Props = { onSubmit: (credentials: Credentials) => Promise<void> }

export const LoginForm = ({ onSubmit }: Props) => {
  const signIn = useMutation({ mutationFn: onSubmit })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    signIn.mutate({ email: String(fields.get('email')), password: String(fields.get('password')) })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        name="email"
        type="email"
        label={words.login.email}
        autoComplete="username"
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label={words.login.password}
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      {signIn.isError && (
        <p className={styles.problem} role="alert">
          {problemText(signIn.error)}
        </p>
      )}
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {words.login.submit}
      </Button>
    </form>
  )
}

const problemText = (error: Error) => {
  const { status } = problemOf(error)
  if (status === 403) return words.login.noBusiness
  if (status === 401 || status === 422 || status === 400) return words.login.wrong
  return status === 429 ? words.login.tooMany : words.login.failed
}
