import { Button } from '@mantine/core'
import { IconMicrophone, IconPlayerStop, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { words } from '../../text/words.ts'
import type { Line } from './conversation.ts'
import styles from './speech-bar.module.css'
import { useListening, useReadAloud } from './use-speech.ts'

/** Speaking instead of writing, as far as the browser can; where it cannot, it says so. */
export const SpeechBar = ({
  lines,
  onHeard,
}: {
  lines: readonly Line[]
  onHeard: (text: string) => void
}) => {
  const { state, begin, stop } = useListening(onHeard)
  const voice = useReadAloud(lines)
  const listens = state === 'listening'
  return (
    <div className={styles.bar}>
      {(state === 'idle' || listens) && (
        <Button
          variant={listens ? 'filled' : 'light'}
          size="xs"
          leftSection={listens ? <IconPlayerStop size={14} /> : <IconMicrophone size={14} />}
          aria-pressed={listens}
          onClick={listens ? stop : begin}
        >
          {listens ? words.testCall.listening : words.testCall.speak}
        </Button>
      )}
      {voice.state !== 'cannot' && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={voice.state === 'aloud' ? <IconVolume size={14} /> : <IconVolumeOff size={14} />}
          aria-pressed={voice.state === 'aloud'}
          onClick={voice.toggle}
        >
          {words.testCall.readAloud}
        </Button>
      )}
      {state === 'cannot' && <p className={styles.note}>{words.testCall.cannotListen}</p>}
      {state === 'refused' && <p className={styles.note}>{words.testCall.microphoneRefused}</p>}
    </div>
  )
}
