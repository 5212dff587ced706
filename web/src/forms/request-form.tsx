import { Button, TextInput } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { type ClipboardEvent, type SubmitEvent, useState } from 'react'
import { words } from '../text/words.ts'
import { isRequestId } from '../util/request-id.ts'
import styles from './request-form.module.css'

type Props = { value?: string; onSubmit: (requestId: string) => void }

/** The id of a request, typed or pasted; what is pasted and can be one is followed at once. */
export const RequestForm = ({ value = '', onSubmit }: Props) => {
  const [text, setText] = useState(value)
  const [refused, setRefused] = useState(false)
  const follow = (wanted: string) => {
    const requestId = wanted.trim()
    setRefused(!isRequestId(requestId))
    if (isRequestId(requestId)) onSubmit(requestId)
  }
  const followOnSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    follow(text)
  }
  const followPasted = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text').trim()
    if (!isRequestId(pasted)) return
    event.preventDefault()
    setText(pasted)
    follow(pasted)
  }
  return (
    <form className={styles.form} onSubmit={followOnSubmit}>
      <TextInput
        className={styles.field}
        label={words.problem.requestId}
        placeholder={words.requests.placeholder}
        value={text}
        error={refused && words.requests.noId}
        autoComplete="off"
        spellCheck={false}
        onChange={event => setText(event.currentTarget.value)}
        onPaste={followPasted}
      />
      <Button type="submit" className={styles.submit} leftSection={<IconRoute size={18} stroke={1.75} />}>
        {words.requests.follow}
      </Button>
    </form>
  )
}
