import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { callLanguages, callOutcomes } from '../../api/call-queries.ts'
import { words } from '../../text/words.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { isLocalDate } from '../../util/local-date.ts'
import { type CallsSearch, pb } from '../../util/path-builder.ts'
import styles from './calls-page.module.css'

const SEARCH_AFTER_MS = 160

/** Which calls to show; all of it stands in the address. */
export const CallsFilter = ({ search }: { search: CallsSearch }) => {
  const text = words.calls.filter
  const navigate = useNavigate()
  // On a phone the calls come first, and the other filters when they are asked for.
  const [open, setOpen] = useState(isFiltered(search))
  const change = (part: CallsSearch) =>
    void navigate({ ...pb.callsWith({ ...search, ...part }), replace: true })
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      label={text[name]}
      value={search[name] ?? ''}
      onChange={({ currentTarget: { value } }) => change({ [name]: isLocalDate(value) ? value : undefined })}
    />
  )
  return (
    <search className={styles.filter}>
      <WordsField said={search.q ?? ''} onChange={q => change({ q: q === '' ? undefined : q })} />
      <Button
        className={styles.open}
        variant="default"
        aria-expanded={open}
        leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.75} />}
        onClick={() => setOpen(!open)}
      >
        {text.more}
      </Button>
      <div className={styles.others} data-open={open}>
        <NativeSelect
          label={text.outcome}
          value={search.outcome ?? ''}
          data={[
            { value: '', label: text.any },
            ...callOutcomes.map(value => ({ value, label: words.outcome[value] })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ outcome: callOutcomes.find(known => known === value) })
          }
        />
        <NativeSelect
          label={text.language}
          value={search.language ?? ''}
          data={[
            { value: '', label: text.any },
            ...callLanguages.map(value => ({ value, label: words.account.languageNames[value] })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ language: callLanguages.find(known => known === value) })
          }
        />
        {day('from')}
        {day('to')}
        <CheckBox
          shows="label"
          label={text.ghosts}
          checked={search.claims === 'ghost'}
          onChange={() => change({ claims: search.claims === 'ghost' ? undefined : 'ghost' })}
        />
      </div>
      {isFiltered(search) && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} stroke={1.75} />}
          onClick={() => void navigate(pb.calls())}
        >
          {text.none}
        </Button>
      )}
    </search>
  )
}

export const isFiltered = (search: CallsSearch) => Object.values(search).some(value => value !== undefined)

const WordsField = ({ said, onChange }: { said: string; onChange: (words: string) => void }) => {
  const [typed, setTyped] = useState(said)
  const [known, setKnown] = useState(said)
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>()
  // Somebody went back, or took the filter away.
  if (known !== said) {
    setKnown(said)
    if (typed.trim() !== said) setTyped(said)
  }
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    setTimer(setTimeout(() => onChange(text.trim()), SEARCH_AFTER_MS))
  }
  return (
    <TextInput
      className={styles.words}
      type="search"
      label={words.calls.filter.words}
      leftSection={<IconSearch size={18} stroke={1.75} />}
      value={typed}
      maxLength={100}
      autoComplete="off"
      onChange={event => search(event.currentTarget.value)}
    />
  )
}
