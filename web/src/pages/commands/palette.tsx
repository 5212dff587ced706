import { VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import styles from './commands.module.css'
import { type Command, useCommands } from './use-commands.ts'

type Props = { onHelp: () => void; onClose: () => void }

/** Finds pages, actions and customers by a few letters; arrows choose, Enter goes. */
export const Palette = ({ onHelp, onClose }: Props) => {
  const text = words.commands.palette
  const { counted } = useFormats()
  const dialogRef = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const groups = useCommands(typed.trim(), onHelp)
  const all = groups.flatMap(({ commands }) => commands)
  const at = Math.min(chosen, all.length - 1)
  useEffect(() => {
    const opener = document.activeElement
    dialogRef.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') run(all[at])
    else if (step !== undefined && all.length > 0) setChosen((at + step + all.length) % all.length)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the browser's own
    <dialog
      className={styles.palette}
      ref={dialogRef}
      aria-label={text.title}
      onClose={onClose}
      onClick={event => {
        if (event.target === event.currentTarget) dialogRef.current?.close()
      }}
    >
      <input
        className={styles.field}
        role="combobox"
        aria-label={text.title}
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={all[at] ? `${id}${all[at].key}` : undefined}
        placeholder={text.hint}
        value={typed}
        autoComplete="off"
        onChange={event => {
          setTyped(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={steer}
      />
      <VisuallyHidden role="status">{counted(all.length, text.count)}</VisuallyHidden>
      <Options {...{ id, groups, chosen: all[at], onRun: run }} />
    </dialog>
  )
}

type OptionsProps = {
  id: string
  groups: ReturnType<typeof useCommands>
  chosen: Command | undefined
  onRun: (command: Command) => void
}

const Options = ({ id, groups, chosen, onRun }: OptionsProps) => {
  const text = words.commands.palette
  if (groups.length === 0)
    return (
      <p className={styles.none} id={`${id}list`}>
        {text.none}
      </p>
    )
  return (
    // The field keeps the focus and names the chosen option, as a combobox does.
    <div className={styles.list} role="listbox" id={`${id}list`} aria-label={text.title} tabIndex={-1}>
      {groups.map(({ name, commands }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div key={name} role="group" aria-label={text[name]}>
          <p className={styles.group} aria-hidden="true">
            {text[name]}
          </p>
          {commands.map(command => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            <div
              key={command.key}
              id={`${id}${command.key}`}
              className={styles.option}
              role="option"
              aria-selected={command === chosen}
              ref={element => {
                if (command === chosen) element?.scrollIntoView({ block: 'nearest' })
              }}
              onClick={() => onRun(command)}
            >
              <command.Icon size={18} stroke={1.75} aria-hidden="true" />
              <span className={styles.optionName}>{command.name}</span>
              {command.more && <span className={styles.optionMore}>{command.more}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
