import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { Settings } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { changeSettings, type SettingsWish } from '../../api/settings-queries.ts'
import { problemText } from '../../text/problem-text.ts'
import { wordFor, words } from '../../text/words.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import styles from './settings.module.css'

const locales = ['de-DE', 'en-GB', 'en-US'] as const
const assignments = ['first', 'weighted', 'least_loaded', 'last_served'] as const
const minds = ['rules', 'model'] as const
const proofs = ['number', 'number_and_birth_date', 'code'] as const
const deeds = ['hear', 'move', 'cancel'] as const

/** Saved as a whole against the version that was shown: what somebody else saved meanwhile is not overwritten. */
export const SettingsForm = ({ settings: shown }: { settings: Settings }) => {
  const text = words.setup.settings
  const queryClient = useQueryClient()
  const mayManage = useSession().permissions.includes('business')
  const [settings, setSettings] = useState(shown)
  const [ticked, setTicked] = useState({
    correct_callers: settings.correct_callers,
    store_transcripts: settings.store_transcripts,
    store_recordings: settings.store_recordings,
  })
  const save = useMutation({
    mutationFn: (wish: SettingsWish) => changeSettings(settings, wish),
    onSuccess: saved => {
      setSettings(saved)
      return Promise.all(
        [topics.settings, topics.session, topics.onboarding].map(topic =>
          queryClient.invalidateQueries({ queryKey: [topic] }),
        ),
      )
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate({ ...wishOf(new FormData(event.currentTarget), settings), ...ticked })
  }
  const box = (name: keyof typeof ticked) => (
    <CheckBox
      key={name}
      shows="label"
      label={text.fields[name]}
      checked={ticked[name]}
      onChange={() => setTicked(now => ({ ...now, [name]: !now[name] }))}
    />
  )
  return (
    <form className={styles.form} onSubmit={submit}>
      <fieldset className={styles.fields} disabled={!mayManage}>
        <legend className={styles.legend}>{text.about}</legend>
        <About settings={settings} />
      </fieldset>
      <fieldset className={styles.fields} disabled={!mayManage}>
        <legend className={styles.legend}>{text.calls}</legend>
        <OfCalls settings={settings} />
        {box('correct_callers')}
        <p className={styles.hint}>{text.correctHint}</p>
      </fieldset>
      <fieldset className={styles.fields} disabled={!mayManage}>
        <legend className={styles.legend}>{text.kept}</legend>
        {(['store_transcripts', 'store_recordings'] as const).map(box)}
        <p className={styles.hint}>{text.keptHint}</p>
      </fieldset>
      {save.error && (
        <p className={styles.problem} role="alert">
          {problemOf(save.error).status === 409 ? text.stale : problemText(problemOf(save.error))}
        </p>
      )}
      {save.isSuccess && <p role="status">{text.saved}</p>}
      {mayManage ? (
        <Button type="submit" loading={save.isPending}>
          {text.save}
        </Button>
      ) : (
        <p className={styles.hint}>{text.onlyManagers}</p>
      )}
    </form>
  )
}

const About = ({ settings }: { settings: Settings }) => {
  const { fields, locale, fixed } = words.setup.settings
  return (
    <>
      <TextInput
        name="name"
        label={fields.name}
        defaultValue={settings.name}
        required
        withAsterisk={false}
        maxLength={200}
        autoComplete="off"
      />
      <NativeSelect
        name="locale"
        label={fields.locale}
        defaultValue={settings.locale}
        data={locales.map(value => ({ value, label: locale[value] }))}
      />
      <TextInput
        name="contact_email"
        type="email"
        label={fields.contact_email}
        description={fields.contactHint}
        defaultValue={settings.contact_email ?? ''}
        autoComplete="off"
      />
      <TextInput
        name="notification_email"
        type="email"
        label={fields.notification_email}
        description={fields.notificationHint}
        defaultValue={settings.notification_email ?? ''}
        autoComplete="off"
      />
      <div className={styles.fixed}>
        <FactList
          facts={[
            [fields.zone, settings.time_zone],
            [fields.region, settings.region],
          ]}
        />
        <p className={styles.hint}>{fixed}</p>
      </div>
    </>
  )
}

const OfCalls = ({ settings }: { settings: Settings }) => {
  const { fields, assignment, understanding, proof, deed, usual } = words.setup.settings
  return (
    <>
      <NativeSelect
        name="assignment"
        label={fields.assignment}
        defaultValue={settings.assignment}
        data={assignments.map(value => ({ value, label: assignment[value] }))}
      />
      <NativeSelect
        name="understanding"
        label={fields.understanding}
        description={fields.understandingHint}
        defaultValue={settings.understanding}
        data={minds.map(value => ({ value, label: understanding[value] }))}
      />
      {deeds.map(name => (
        <NativeSelect
          key={name}
          name={name}
          label={wordFor(deed, name)}
          defaultValue={settings.identity[name] ?? ''}
          data={[{ value: '', label: usual }, ...proofs.map(value => ({ value, label: proof[value] }))]}
        />
      ))}
    </>
  )
}

const wishOf = (
  given: FormData,
  before: Settings,
): Omit<SettingsWish, 'correct_callers' | 'store_transcripts' | 'store_recordings'> => {
  const text = (name: string) => String(given.get(name) ?? '').trim()
  const oneOf = <Known extends string>(known: readonly Known[], name: string): Known | undefined =>
    known.find(one => one === text(name))
  const identity = Object.fromEntries(
    deeds.flatMap(deed => {
      const proof = oneOf(proofs, deed)
      return proof === undefined ? [] : [[deed, proof]]
    }),
  )
  return {
    name: text('name'),
    locale: oneOf(locales, 'locale') ?? 'de-DE',
    contact_email: text('contact_email') || null,
    notification_email: text('notification_email') || null,
    assignment: oneOf(assignments, 'assignment') ?? before.assignment,
    understanding: oneOf(minds, 'understanding') ?? before.understanding,
    identity,
  }
}
