import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { accountProblem } from '../text/account-problem.ts'
import styles from './login-form.module.css'

export type Field = {
  readonly name: string
  readonly label: string
  readonly kind: 'password' | 'text' | 'email' | 'code'
  readonly hint?: string
  readonly autoComplete?: string
}

type Props = {
  fields: readonly Field[]
  submit: string
  /** What is said once it is done; nothing: the form stays as it is. */
  done?: string
  onSubmit: (values: Record<string, string>) => Promise<unknown>
}

/** A few fields and one button, for whatever concerns an account. */
export const AccountForm = ({ fields, submit, done, onSubmit }: Props) => {
  const act = useMutation({ mutationFn: onSubmit })
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const values = Object.fromEntries(fields.map(({ name }) => [name, String(given.get(name))]))
    act.mutate(values, { onSuccess: () => form.reset() })
  }
  return (
    <form className={styles.form} onSubmit={send}>
      {fields.map(field => (
        <FieldInput key={field.name} field={field} />
      ))}
      {act.isError && (
        <p className={styles.problem} role="alert">
          {accountProblem(act.error)}
        </p>
      )}
      {act.isSuccess && done !== undefined && <p role="status">{done}</p>}
      <Button type="submit" loading={act.isPending}>
        {submit}
      </Button>
    </form>
  )
}

const FieldInput = ({ field: { name, label, kind, hint, autoComplete } }: { field: Field }) => {
  const common = {
    name,
    label,
    required: true,
    withAsterisk: false,
    ...(hint !== undefined && { description: hint }),
  }
  if (kind === 'password')
    return <PasswordInput {...common} autoComplete={autoComplete ?? 'current-password'} />
  if (kind === 'code')
    return <TextInput {...common} inputMode="numeric" autoComplete="one-time-code" minLength={6} />
  return (
    <TextInput {...common} type={kind} autoComplete={autoComplete ?? (kind === 'email' ? 'email' : 'off')} />
  )
}
