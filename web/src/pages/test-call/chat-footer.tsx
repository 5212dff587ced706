import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { servicesQuery } from '../../api/queries.ts'
import { MessageForm } from '../../forms/message-form.tsx'
import { MakeTestButton } from '../../table/make-test-button.tsx'
import { words } from '../../text/words.ts'
import styles from './chat-footer.module.css'
import { useConversation } from './conversation-context.tsx'
import { SpeechBar } from './speech-bar.tsx'

/** Where the caller speaks; once the call is over, the way to the next one. */
export const ChatFooter = () => {
  const { conversation, commands } = useConversation()
  const { phase, callId, lines } = conversation
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  if (phase === 'ended' || callId === null) {
    return (
      <div className={styles.ended}>
        <Button leftSection={<IconPhone size={16} />} onClick={commands.clear}>
          {words.testCall.newCall}
        </Button>
        {callId !== null && <MakeTestButton callId={callId} />}
      </div>
    )
  }
  const say = (text: string) => void commands.say(callId, text)
  const silentSoFar = lines.every(line => line.speaker === 'receptionist')
  return (
    <div className={styles.footer}>
      {silentSoFar && (
        <Ideas
          onChosen={idea => {
            fieldRef.current?.focus()
            say(idea)
          }}
        />
      )}
      <MessageForm onSend={say} mode={phase === 'waiting' ? 'waiting' : 'ready'} fieldRef={fieldRef} />
      <SpeechBar lines={lines} onHeard={say} />
    </div>
  )
}

/** First sentences for whoever does not know what to say. */
const Ideas = ({ onChosen }: { onChosen: (text: string) => void }) => {
  const services = useQuery(servicesQuery()).data ?? []
  const first = services[0]
  const ideas = [
    ...(first === undefined ? [] : [words.testCall.ideaBook(first.name)]),
    words.testCall.ideaTomorrow,
    words.testCall.ideaCallback,
  ]
  return (
    <ul className={styles.ideas} aria-label={words.testCall.ideas}>
      {ideas.map(idea => (
        <li key={idea}>
          <button className={styles.idea} type="button" onClick={() => onChosen(idea)}>
            {idea}
          </button>
        </li>
      ))}
    </ul>
  )
}
