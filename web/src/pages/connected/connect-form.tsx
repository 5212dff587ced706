import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { type SubmitEvent, useId, useState } from 'react'
import { createConnection } from '../../api/connected-queries.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { words } from '../../text/words.ts'
import styles from './connected.module.css'

/** What each provider wants to be told, and which of it is secret. */
const fields = {
  caldav: [
    { name: 'url', kind: 'address' },
    { name: 'username', kind: 'plain' },
    { name: 'password', kind: 'secret' },
  ],
  ics: [{ name: 'url', kind: 'address' }],
  calcom: [{ name: 'apiKey', kind: 'secret' }],
  // Somebody logs in over there, once the account has a name here.
  google: [],
  microsoft: [],
} as const

type Provider = keyof typeof fields
const providers = Object.keys(fields) as Provider[]

/** Connects an account: it is tried when somebody chooses a calendar of it. */
export const ConnectForm = () => {
  const text = words.elsewhere.connected
  const { permissions } = useSession()
  const [provider, setProvider] = useState<Provider>('caldav')
  const [key, setKey] = useState(() => crypto.randomUUID())
  const hint = useId()
  const { result, pending, start } = useAction(topics.connected)
  if (!permissions.includes('business')) return <p className={styles.form}>{text.onlyManagers}</p>
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const secrets = Object.fromEntries(
      fields[provider].map(({ name }) => [name, String(given.get(name)).trim()]),
    )
    start(async () => {
      await createConnection({ provider, name: String(given.get('name')), secrets, key })
      form.reset()
      setKey(crypto.randomUUID())
      return { went: 'well', text: fields[provider].length === 0 ? text.toLogIn : text.connected }
    })
  }
  return (
    <form className={styles.form} onSubmit={submit} autoComplete="off">
      <NativeSelect
        label={text.provider}
        value={provider}
        data={providers.map(value => ({ value, label: text.providers[value] }))}
        aria-describedby={hint}
        onChange={event =>
          setProvider(providers.find(known => known === event.currentTarget.value) ?? 'caldav')
        }
      />
      <p className={styles.hint} id={hint}>
        {text.providerHint[provider]}
      </p>
      <TextInput
        name="name"
        label={text.name}
        placeholder={text.nameExample}
        required
        withAsterisk={false}
        maxLength={100}
      />
      {fields[provider].map(({ name, kind }) =>
        kind === 'secret' ? (
          <PasswordInput
            key={name}
            name={name}
            label={text.field[name]}
            required
            withAsterisk={false}
            autoComplete="off"
          />
        ) : (
          <TextInput
            key={name}
            name={name}
            label={text.field[name]}
            inputMode={kind === 'address' ? 'url' : undefined}
            required
            withAsterisk={false}
            autoCapitalize="none"
            spellCheck={false}
          />
        ),
      )}
      <div>
        <Button type="submit" loading={pending}>
          {text.connect}
        </Button>
      </div>
      <ActionResult result={result} />
    </form>
  )
}
