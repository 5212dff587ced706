import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { client, unwrap } from '../../api/client.ts'
import type { AgentDefinition, Receptionist } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { refusalText } from '../../text/refusal-text.ts'
import { wordFor, words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import styles from './receptionist.module.css'
import { usePublish } from './use-publish.ts'

const brains = ['custom', 'hosted'] as const
const languages = ['de-DE', 'en-GB', 'en-US'] as const

/** What the business decides; saved as a draft, which nobody hears yet. */
export const DefinitionForm = ({ now }: { now: Receptionist }) => {
  const receptionist = words.telephone.receptionist
  const queryClient = useQueryClient()
  const [brain, setBrain] = useState(now.start_from.brain)
  const [toolsOff, setToolsOff] = useState<string[]>(now.start_from.tools_off)
  const save = useMutation({
    mutationFn: (definition: AgentDefinition) =>
      unwrap(
        client.PUT('/api/v1/receptionist/draft', {
          body: { definition, revision: now.draft?.revision ?? 0 },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [topics.receptionist] }),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate({ ...read(new FormData(event.currentTarget), now.start_from), brain, tools_off: toolsOff })
  }
  const failed = save.isError ? ({ went: 'wrong', problem: problemOf(save.error) } as const) : null
  const done = save.isSuccess ? ({ went: 'well', text: receptionist.saved } as const) : null
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          label={receptionist.fields.brain}
          value={brain}
          data={brains.map(value => ({ value, label: receptionist.brain[value] }))}
          onChange={event => setBrain(brains.find(one => one === event.currentTarget.value) ?? 'custom')}
        />
        <Voice definition={now.start_from} />
        {brain === 'hosted' && (
          <Hosted
            now={now}
            off={toolsOff}
            onChange={name =>
              setToolsOff(off => (off.includes(name) ? off.filter(one => one !== name) : [...off, name]))
            }
          />
        )}
        <Limits definition={now.start_from} />
        <Button type="submit" loading={save.isPending} disabled={now.allowed.edit !== true}>
          {receptionist.save}
        </Button>
      </form>
      <ActionResult result={failed ?? done} />
      <PublishDraft now={now} />
    </>
  )
}

const Voice = ({ definition }: { definition: AgentDefinition }) => {
  const { fields, languages: names } = words.telephone.receptionist
  return (
    <>
      <NativeSelect
        name="language"
        label={fields.language}
        defaultValue={definition.language}
        data={languages.map(value => ({ value, label: names[value] }))}
      />
      <TextInput
        name="voice_id"
        label={fields.voice}
        defaultValue={definition.voice_id}
        required
        withAsterisk={false}
        maxLength={100}
      />
      <TextInput
        name="opening_question"
        label={fields.question}
        description={fields.questionHint}
        defaultValue={definition.opening_question ?? ''}
        maxLength={300}
      />
      <TextInput
        name="keywords"
        label={fields.keywords}
        description={fields.keywordsHint}
        defaultValue={definition.keywords.join(', ')}
      />
    </>
  )
}

const Hosted = ({
  now,
  off,
  onChange,
}: {
  now: Receptionist
  off: readonly string[]
  onChange: (name: string) => void
}) => {
  const { fields } = words.telephone.receptionist
  return (
    <>
      <TextInput
        name="model"
        label={fields.model}
        defaultValue={now.start_from.model}
        required
        withAsterisk={false}
        maxLength={60}
      />
      <Textarea
        name="instructions"
        label={fields.instructions}
        description={fields.instructionsHint}
        defaultValue={now.start_from.instructions}
        rows={5}
        maxLength={6000}
      />
      <fieldset className={styles.fieldset}>
        <legend>{fields.tools}</legend>
        {now.tools.map(({ name }) => (
          <CheckBox
            key={name}
            shows="label"
            label={wordFor(words.timeline.stepName, name) ?? name}
            checked={!off.includes(name)}
            onChange={() => onChange(name)}
          />
        ))}
      </fieldset>
    </>
  )
}

const Limits = ({ definition }: { definition: AgentDefinition }) => {
  const { fields } = words.telephone.receptionist
  const share = { type: 'number', min: 0, max: 1, step: 0.05, required: true, withAsterisk: false } as const
  return (
    <>
      <TextInput
        name="fallback_number"
        type="tel"
        label={fields.fallback}
        description={fields.fallbackHint}
        defaultValue={definition.fallback_number ?? ''}
      />
      <TextInput
        name="longest_call_minutes"
        type="number"
        min={1}
        max={120}
        required
        withAsterisk={false}
        label={fields.minutes}
        defaultValue={definition.longest_call_minutes}
      />
      <TextInput
        {...share}
        name="responsiveness"
        label={fields.responsiveness}
        defaultValue={definition.responsiveness}
      />
      <TextInput
        {...share}
        name="interruption_sensitivity"
        label={fields.interruption}
        defaultValue={definition.interruption_sensitivity}
      />
    </>
  )
}

const PublishDraft = ({ now }: { now: Receptionist }) => {
  const receptionist = words.telephone.receptionist
  const { result, pending, publish } = usePublish()
  const [asking, setAsking] = useState(false)
  const { draft } = now
  return (
    <>
      <div className={styles.body}>
        <div className={styles.links}>
          <ActionButton
            refusal={draft === null ? receptionist.noDraft : refusalText(now.allowed.publish)}
            pending={pending}
            onClick={() => setAsking(true)}
          >
            {receptionist.publish}
          </ActionButton>
        </div>
      </div>
      <ActionResult result={result} />
      {asking && draft !== null && (
        <ConfirmDialog
          title={receptionist.publishTitle}
          text={receptionist.publishText}
          confirm={receptionist.publish}
          onConfirm={() => {
            setAsking(false)
            publish(draft.id)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** Fields that are not shown keep what they had. */
const read = (given: FormData, before: AgentDefinition): AgentDefinition => {
  const text = (name: string) => String(given.get(name) ?? '').trim()
  const kept = (name: 'model' | 'instructions') => (given.has(name) ? text(name) : before[name])
  return {
    ...before,
    language: languages.find(known => known === text('language')) ?? before.language,
    voice_id: text('voice_id'),
    opening_question: text('opening_question') || null,
    keywords: text('keywords')
      .split(',')
      .map(word => word.trim())
      .filter(word => word !== ''),
    model: kept('model'),
    instructions: kept('instructions'),
    fallback_number: text('fallback_number').replaceAll(/[^+\d]/g, '') || null,
    longest_call_minutes: Number(text('longest_call_minutes')),
    responsiveness: Number(text('responsiveness')),
    interruption_sensitivity: Number(text('interruption_sensitivity')),
  }
}
