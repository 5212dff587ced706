import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import type { Slot } from '../../api/contract.ts'
import { words } from '../../text/words.ts'
import { SideSheet } from '../../ui/side-sheet.tsx'
import styles from './sheets.module.css'
import { SlotButtons } from './slot-buttons.tsx'
import type { Conflict } from './use-move.ts'

type Props = {
  conflict: Conflict
  onPick: (slot: Slot) => void
  onOverride: (slot: Slot, reason: string) => void
  onChoose: () => void
  onClose: () => void
}

/** Why an appointment cannot go there, in the server's words, and what can be done instead. */
export const ConflictSheet = ({ conflict, onPick, onOverride, onChoose, onClose }: Props) => {
  const { because, sentence, alternatives, slot, moved } = conflict
  return (
    <SideSheet
      title={because === 'rules' ? words.move.rules : words.move.conflict}
      lead={moved.who}
      onClose={onClose}
    >
      <p className={styles.sentence}>{sentence}</p>
      {because === 'rules' && slot ? (
        <Override onOverride={reason => onOverride(slot, reason)} />
      ) : (
        <section className={styles.part}>
          <h3 className={styles.subtitle}>{words.move.nearby}</h3>
          {alternatives.length === 0 ? (
            <p className={styles.quiet}>{words.move.nothingNear}</p>
          ) : (
            <SlotButtons slots={alternatives} names="shown" days="shown" onPick={onPick} />
          )}
          <div>
            <Button variant="default" size="sm" onClick={onChoose}>
              {words.move.choose}
            </Button>
          </div>
        </section>
      )}
    </SideSheet>
  )
}

const Override = ({ onOverride }: { onOverride: (reason: string) => void }) => {
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onOverride(reason.trim())
  }
  return (
    <form className={styles.part} onSubmit={submit}>
      <p className={styles.quiet}>{words.move.rulesText}</p>
      <TextInput
        label={words.move.reason}
        value={reason}
        maxLength={500}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={reason.trim() === ''}>
        {words.move.anyway}
      </Button>
    </form>
  )
}
